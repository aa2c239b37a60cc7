import Records

@testable import Intake

/// Shorthands for tests that read an export from a text.
enum Sample {
  static let contractHeader =
    "contract_id,customer_id,customer_name,service,starts_on,ends_on,annual_fee,region"
  static let caseHeader =
    "case_id,contract_id,received_at,channel,part,isolated_at,arrived_at,replacement_shipped_at"
  static let usageHeader = "usage_id,customer_id,received_at,category"
  static let courierHeader = "line_id,tracking_no,shipped_on,amount,terms"

  static let contract = "C-1,K-1,Acme,advance_sendback,2026-04-01,2027-03-31,120000,tokyo"
  static let supportCase = "S-1,C-1,2026-10-05 09:00,mail,disk,2026-10-05 10:00,,2026-10-06"
  static let usage = "U-1,K-1,2026-10-05 09:00,configuration"
}

func reader(jobs: Int = 1, stretchSize: Int = 1 << 20) -> ExportReader {
  ExportReader(aliases: ColumnAliases(), jobs: jobs, stretchSize: stretchSize)
}

func contracts(_ lines: String..., header: String = Sample.contractHeader) throws -> Reading<Contract> {
  try contracts(bytes: Array(([header] + lines).joined(separator: "\n").utf8))
}

func contracts(bytes: [UInt8], _ reader: ExportReader = reader()) throws -> Reading<Contract> {
  let result: Result<Reading<Contract>, IntakeFault> = bytes.withUnsafeBytes { buffer in
    do throws(IntakeFault) { return .success(try reader.contracts(buffer)) } catch { return .failure(error) }
  }
  return try result.get()
}

func cases(_ lines: String..., header: String = Sample.caseHeader) throws -> Reading<SupportCase> {
  try cases(bytes: Array(([header] + lines).joined(separator: "\n").utf8))
}

func cases(bytes: [UInt8], _ reader: ExportReader = reader()) throws -> Reading<SupportCase> {
  let result: Result<Reading<SupportCase>, IntakeFault> = bytes.withUnsafeBytes { buffer in
    do throws(IntakeFault) { return .success(try reader.cases(buffer)) } catch { return .failure(error) }
  }
  return try result.get()
}

func inquiries(_ lines: String..., header: String = Sample.usageHeader) throws -> Reading<TicketUse> {
  try Array(([header] + lines).joined(separator: "\n").utf8).withUnsafeBytes { try reader().inquiries($0) }
}

func courier(_ lines: String..., header: String = Sample.courierHeader) throws -> Reading<CourierLine> {
  try Array(([header] + lines).joined(separator: "\n").utf8).withUnsafeBytes {
    try reader().courierStatement($0)
  }
}
