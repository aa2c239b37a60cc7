import Records
import Testing

@testable import Intake

/// For each finding of the intake an input, the finding, and what becomes of the row.
struct FindingReproducerTests {
  struct Reproducer: Sendable, CustomTestStringConvertible {
    let code: FindingCode
    let column: String
    let value: String
    let row: String
    /// Beside it the row has these findings.
    var others: [FindingCode] = []
    var testDescription: String { "\(code.rawValue) \(column) \(value)" }
  }

  static let contractReproducers = [
    Reproducer(
      code: .required, column: "contract_id", value: "",
      row: ",K,Acme,advance_sendback,2026-04-01,2027-03-31,,tokyo"),
    Reproducer(
      code: .required, column: "region", value: "", row: "C,K,Acme,advance_sendback,2026-04-01,2027-03-31,1,"),
    Reproducer(
      code: .required, column: "delivered_on", value: "",
      row: "C,K,Acme,standard_onsite,2026-04-01,2027-03-31,1,other"),
    Reproducer(
      code: .invalidID, column: "customer_id", value: "K\u{1}",
      row: "C,K\u{1},Acme,advance_sendback,2026-04-01,2027-03-31,1,tokyo"),
    Reproducer(
      code: .tooLong, column: "customer_name", value: String(repeating: "A", count: 201),
      row: "C,K,\(String(repeating: "A", count: 201)),advance_sendback,2026-04-01,2027-03-31,1,tokyo"),
    Reproducer(
      code: .unknownCode, column: "service", value: "gold",
      row: "C,K,Acme,gold,2026-04-01,2027-03-31,1,tokyo"),
    Reproducer(
      code: .invalidDate, column: "starts_on", value: "2026-02-30",
      row: "C,K,Acme,advance_sendback,2026-02-30,2027-03-31,1,tokyo"),
    Reproducer(
      code: .excelSerialDate, column: "starts_on", value: "46113",
      row: "C,K,Acme,advance_sendback,46113,2027-03-31,1,tokyo"),
    Reproducer(
      code: .orderViolation, column: "ends_on", value: "2026-03-31",
      row: "C,K,Acme,advance_sendback,2026-04-01,2026-03-31,1,tokyo"),
    Reproducer(
      code: .invalidYen, column: "annual_fee", value: "12.5",
      row: "C,K,Acme,advance_sendback,2026-04-01,2027-03-31,12.5,tokyo"),
    Reproducer(
      code: .excelDamage, column: "annual_fee", value: "#####",
      row: "C,K,Acme,advance_sendback,2026-04-01,2027-03-31,#####,tokyo"),
    Reproducer(
      code: .excelDamage, column: "contract_id", value: "1.23E+12",
      row: "1.23E+12,K,Acme,advance_sendback,2026-04-01,2027-03-31,1,tokyo"),
    Reproducer(
      code: .excelDamage, column: "customer_name", value: "#N/A",
      row: "C,K,#N/A,advance_sendback,2026-04-01,2027-03-31,1,tokyo"),
    Reproducer(
      code: .invalidFlag, column: "four_hour_area", value: "maybe",
      row: "C,K,Acme,onsite_24h,2026-04-01,2027-03-31,1,tokyo,,maybe"),
    Reproducer(
      code: .optionWithoutOnsite, column: "non_return_disk", value: "Y",
      row: "C,K,Acme,advance_sendback,2026-04-01,2027-03-31,1,tokyo,,,Y"),
    Reproducer(
      code: .invalidNumber, column: "ticket_packs", value: "0",
      row: "C,K,Acme,technical_support,2026-04-01,2027-03-31,1,,,,,0"),
    Reproducer(
      code: .fieldCount, column: "", value: "3", row: "C,K,Acme"),
    Reproducer(
      code: .fieldCount, column: "", value: "13",
      row: "C,K,Acme,technical_support,2026-04-01,2027-03-31,1,,,,,1,x"),
    Reproducer(
      code: .unknownCode, column: "service", value: "gold",
      row: "C,K,Acme,gold,2026-02-30,2026-01-01,x,kyoto,,,Y",
      others: [.invalidDate, .invalidYen, .unknownCode]),
  ]

  @Test("a row with an error is rejected as it stands, with all its findings", arguments: contractReproducers)
  func contractErrors(reproducer: Reproducer) throws {
    let header = Sample.contractHeader + ",delivered_on,four_hour_area,non_return_disk,ticket_packs"
    let commas = reproducer.row.count { $0 == "," }
    let isMiscounted = reproducer.code == .fieldCount
    let row = reproducer.row + String(repeating: ",", count: isMiscounted ? 0 : max(0, 11 - commas))
    let reading = try contracts(Sample.contract + ",,,,", row, header: header)

    #expect(reading.export.rows.count == 1)
    let rejected = try #require(reading.rejected.rows.first)
    #expect(String(decoding: rejected.bytes, as: UTF8.self) == row)
    #expect(rejected.line == 3)
    let reason = try #require(rejected.findings.first)
    #expect(reason.code == reproducer.code)
    #expect(reason.severity == .error)
    #expect(reason.file == "contracts.csv")
    #expect(reason.line == 3)
    #expect(reason.column == reproducer.column)
    #expect(reason.value == reproducer.value)
    #expect(rejected.findings.dropFirst().map(\.code) == reproducer.others)
    #expect(reading.findings == rejected.findings)
    let keyIsBad = reproducer.column == "contract_id"
    #expect(reading.export.rejectedKeys == (keyIsBad ? [] : ["C"]))
    #expect(reason.key == (keyIsBad ? "" : "C"))
  }

  @Test("a timestamp that is none rejects the row")
  func invalidTimestamp() throws {
    let row = "S-2,C-1,2026-10-05 25:00,mail,disk,,,"
    let reading = try cases(Sample.supportCase, row)
    #expect(reading.findings.map(\.code) == [.invalidTimestamp])
    #expect(reading.findings.first?.column == "received_at")
    #expect(reading.findings.first?.key == "S-2")
    #expect(reading.rejected.rows.map { String(decoding: $0.bytes, as: UTF8.self) } == [row])
  }

  @Test("a row whose key is there with other values is rejected, one with the same values ignored")
  func duplicates() throws {
    let same = "S-1,C-1,2026/10/5 9:00,メール,ディスク,２０２６年１０月５日 10時0分,,2026-10-06 00:00"
    let other = "S-1,C-2,2026-10-05 09:00,mail,disk,2026-10-05 10:00,,2026-10-06"
    let reading = try cases(Sample.supportCase, same, other)
    #expect(reading.export.rows.map(\.contract) == ["C-1"])
    #expect(reading.findings.map(\.code) == [.duplicateIdentical, .duplicateConflict])
    #expect(reading.findings.map(\.severity) == [.warning, .error])
    #expect(reading.findings.map(\.line) == [3, 4])
    #expect(reading.findings.map(\.detail) == ["2", "2"])
    #expect(reading.findings.map(\.key) == ["S-1", "S-1"])
    #expect(reading.rejected.rows.map { String(decoding: $0.bytes, as: UTF8.self) } == [other])
    #expect(reading.export.rejectedKeys.isEmpty, "the key is in use")
  }

  @Test("unknown columns and total rows are noticed, and nothing is rejected")
  func notices() throws {
    let reading = try contracts(
      Sample.contract + ",x,", "合計,,,,,,120000,,", "小計", "\"総計\",1", header: Sample.contractHeader + ",メモ,備考")
    #expect(reading.export.rows.count == 1)
    #expect(reading.rejected.isEmpty)
    #expect(
      reading.findings.map(\.code) == [.unknownColumn, .unknownColumn, .totalRow, .totalRow, .totalRow])
    #expect(reading.findings.map(\.line) == [1, 1, 3, 4, 5])
    #expect(reading.findings.prefix(2).map(\.value) == ["メモ", "備考"])
    #expect(reading.findings.allSatisfy { $0.severity == .notice })
  }
}
