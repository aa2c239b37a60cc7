import Records
import Testing

@testable import Intake

struct HeaderTests {
  private func fault(_ text: String) -> IntakeFault? {
    #expect(throws: IntakeFault.self) { _ = try contracts(bytes: Array(text.utf8)) }
  }

  @Test("columns may stand in any order")
  func anyOrder() throws {
    let reading = try contracts(
      "tokyo,120000,2027-03-31,2026-04-01,advance_sendback,Acme,K-1,C-1",
      header: "region,annual_fee,ends_on,starts_on,service,customer_name,customer_id,contract_id")
    #expect(reading.export.rows == (try contracts(Sample.contract).export.rows))
  }

  @Test(
    "headings are matched whatever their width, case, blanks and quotes",
    arguments: [
      " CONTRACT_ID ,Customer_ID,customer_name,service,starts_on,ends_on,annual_fee,region",
      "ｃｏｎｔｒａｃｔ＿ｉｄ,　customer_id　,\"customer_name\",service,starts_on,ends_on,annual_fee,region,,",
      "=\"contract_id\",customer_id,customer_name,service,starts_on,ends_on,annual_fee,region",
      "\u{FEFF}contract_id,customer_id,customer_name,service,starts_on,ends_on,annual_fee,region",
      "\r\n\r\ncontract_id,customer_id,customer_name,service,starts_on,ends_on,annual_fee,region",
    ])
  func headings(header: String) throws {
    let reading = try contracts(Sample.contract, header: header)
    #expect(reading.export.rows.count == 1)
    #expect(reading.findings.isEmpty)
  }

  @Test("a missing required column is one fault that lists all of them")
  func missing() {
    let fault = fault(
      "contract_id,customer_id,customer_name,service,ends_on\nC,K,A,advance_sendback,2026-10-05")
    #expect(fault?.code == .columnsMissing)
    #expect(fault?.detail == "starts_on, annual_fee, region")
    #expect(fault?.line == 1)
  }

  @Test("a column that stands there twice is a fault")
  func twice() {
    let fault = fault(Sample.contractHeader + ",region, Service \n")
    #expect(fault?.code == .columnsDuplicate)
    #expect(fault?.detail == "service, region")
  }

  @Test(
    "a header on a later line is named, one beyond the tenth is not looked for",
    arguments: [(1, "2"), (4, "5"), (10, "11"), (11, "")])
  func later(lines: Int, line: String) {
    let titles = (0..<lines).map { "契約一覧 \($0)" }.joined(separator: "\n")
    let fault = fault(titles + "\n" + Sample.contractHeader + "\n" + Sample.contract)
    #expect(fault?.code == .headerMissing)
    #expect(fault?.line == 1)
    #expect(fault?.detail == line)
  }

  @Test("a file without any line has no header", arguments: ["", "\n\n", "\u{FEFF}", "\u{1A}"])
  func empty(text: String) {
    #expect(fault(text)?.code == .headerMissing)
  }

  @Test("a header alone is an export without rows")
  func headerAlone() throws {
    let reading = try contracts()
    #expect(reading.export.rows.isEmpty)
    #expect(reading.findings.isEmpty)
  }
}
