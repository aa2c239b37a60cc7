import Intake
import Records

extension IntakeResult {
  /// Rows accepted and rejected, by export, for progress lines and the manifest.
  var counts: [(String, Int)] {
    var counts = [
      ("contracts", exports.contracts.rows.count), ("cases", exports.cases.rows.count),
      ("inquiries", exports.inquiries.rows.count),
    ]
    if let courier = exports.courier { counts.append(("courier_lines", courier.rows.count)) }
    counts.append(("rejected", rejected.values.reduce(0) { $0 + $1.rows.count }))
    return counts
  }
}
