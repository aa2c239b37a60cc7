import Records
import Testing

@testable import Intake

struct RowReaderTests {
  @Test(
    "blank lines are skipped, and so are lines of nothing but empty fields",
    arguments: ["", "   ", "　", ",,,,,,,", "\"\",\"\"", ", ,　,"])
  func blanks(line: String) throws {
    let reading = try contracts(line, Sample.contract, line, line)
    #expect(reading.export.rows.count == 1)
    #expect(reading.export.lines == [3])
    #expect(reading.findings.isEmpty)
  }

  @Test("empty fields behind the last column are ignored")
  func trailingFields() throws {
    #expect(try contracts(Sample.contract + ",,,").export.rows.count == 1)
    #expect(try contracts(Sample.contract + ", ,\"\"").export.rows.count == 1)
    #expect(try contracts(Sample.contract + ",,x").findings.map(\.code) == [.fieldCount])
  }

  @Test("a row of too few fields is rejected even where the rest could be empty")
  func tooFew() throws {
    let reading = try inquiries(
      "U-1,K-1,2026-10-05 09:00,other", header: Sample.usageHeader + ",subject,tickets")
    #expect(reading.findings.map(\.code) == [.fieldCount])
    #expect(reading.findings.first?.detail == "6")
    #expect(reading.export.rejectedKeys == ["U-1"])
  }

  @Test("lines are physical lines, also behind quoted line ends")
  func lines() throws {
    let text =
      "\(Sample.contractHeader)\r\nC-1,K,\"A\r\nB\",advance_sendback,2026-04-01,2027-03-31,1,tokyo\r\n\r\n"
      + "C-2,K,A,gold,2026-04-01,2027-03-31,1,tokyo\r\nC-3,K,A,advance_sendback,2026-04-01,2027-03-31,1,tokyo"
    let reading = try contracts(bytes: Array(text.utf8))
    #expect(reading.export.lines == [2, 6])
    #expect(reading.findings.map(\.line) == [5])
    #expect(reading.export.rows.first?.customerName == "A\r\nB")
  }

  @Test("faults are listed in the order of the columns, whatever their order in the file")
  func order() throws {
    let reading = try contracts(
      "kyoto,x,2027-03-31,2026-02-30,gold,Acme,K-1,C-1",
      header: "region,annual_fee,ends_on,starts_on,service,customer_name,customer_id,contract_id")
    #expect(reading.findings.map(\.column) == ["service", "starts_on", "annual_fee", "region"])
  }

  @Test("a fault causes no second one: an unknown service needs no region and has no option")
  func noSecondFault() throws {
    let reading = try contracts(
      "C,K,Acme,gold,2026-04-01,2027-03-31,1,,Y", header: Sample.contractHeader + ",non_return_disk")
    #expect(reading.findings.map(\.code) == [.unknownCode])
  }

  @Test("an order violation names the other column and its value")
  func orderDetail() throws {
    let reading = try contracts("C,K,Acme,advance_sendback,2026-04-01,2026/3/31,1,tokyo")
    #expect(reading.findings.first?.detail == "starts_on 2026-04-01")
    #expect(reading.findings.first?.value == "2026/3/31")
  }

  @Test(
    "a total row is one whose first cell says so, not any other", arguments: ["合計", " 小計 ", "\"総計\"", "　合計　"])
  func totals(cell: String) throws {
    let reading = try contracts("\(cell),,,,,,1,", "C,K,合計,advance_sendback,2026-04-01,2027-03-31,1,tokyo")
    #expect(reading.findings.map(\.code) == [.totalRow])
    #expect(reading.export.rows.map(\.customerName) == ["合計"])
  }
}
