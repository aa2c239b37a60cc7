import Records
import ServiceTerms
import Testing

@testable import Reports

@Suite("The data files of a month")
struct DataFilesTests {
  /// Two customers, each kind of contract once, and cases of every way to end.
  static func month() throws -> SampleMonth {
    var month = SampleMonth()
    let (start, end) = (try day("2026-01-01"), try day("2026-12-31"))
    month.contracts = [
      Contract(
        id: "C-2", customer: "K1", customerName: "甲", service: .standardOnsite, startsOn: start, endsOn: end,
        annualFee: 90_000, region: .tokyo, nonReturnDisk: true),
      Contract(
        id: "C-1", customer: "K1", customerName: "甲", service: .advanceSendback, startsOn: start, endsOn: end,
        region: .osaka),
      Contract(
        id: "T-1", customer: "K2", customerName: "乙", service: .technicalSupport, startsOn: start,
        endsOn: end,
        annualFee: 60_001),
    ]
    month.cases = [
      SupportCase(
        id: "S-2", contract: "C-1", receivedAt: try at("2026-10-01 10:00"),
        isolatedAt: try at("2026-10-01 11:00"),
        failedPart: Shipment(
          shippedAt: try at("2026-10-05"), terms: .collect, freight: 1100, trackingNumber: "B,1"),
        failedPartReceivedAt: try at("2026-10-07"),
        replacement: Shipment(shippedAt: try at("2026-10-02 17:00"), freight: 880, trackingNumber: "A1")),
      SupportCase(
        id: "S-1", contract: "C-1", receivedAt: try at("2026-10-01 18:00"),
        isolatedAt: try at("2026-10-02 09:30"),
        replacement: Shipment(shippedAt: try at("2026-10-06")), partPrice: 5000),
      SupportCase(
        id: "V-1", contract: "C-2", receivedAt: try at("2026-10-13 09:00"),
        isolatedAt: try at("2026-10-13 09:10"),
        agreedVisitAt: try at("2026-11-02 10:00"), arrivedAt: try at("2026-11-02 09:50")),
      SupportCase(
        id: "V-2", contract: "C-2", receivedAt: try at("2026-10-13 09:00"),
        isolatedAt: try at("2026-10-13 09:10"),
        arrivedAt: try at("2026-10-13 16:00"), completedAt: try at("2026-10-13 17:00"), part: .disk,
        diskRetained: true, failedPartSerial: "SN\"7"),
      SupportCase(id: "X-1", contract: "none", receivedAt: try at("2026-10-14 09:00")),
    ]
    month.inquiries = [
      TicketUse(
        id: "U-2", customer: "K2", receivedAt: try at("2026-10-02 09:00"),
        answeredAt: try at("2026-10-02 10:30"),
        category: .configuration, tickets: 2),
      TicketUse(
        id: "U-1", customer: "K1", receivedAt: try at("2026-10-03 09:00"), category: .hardwareIsolation),
      TicketUse(id: "U-3", customer: "K1", receivedAt: try at("2026-10-05 09:00"), category: .other),
    ]
    month.courier = [
      CourierLine(
        id: "L-2", trackingNumber: "A-1", shippedOn: try day("2026-10-02"), amount: 880, terms: .prepaid),
      CourierLine(
        id: "L-1", trackingNumber: "Z9", shippedOn: try day("2026-10-02"), amount: 500, terms: .prepaid),
    ]
    return month
  }

  private func lines(_ table: (MonthReport) -> CSVTable) throws -> [String] {
    text(table(try Self.month().report()).render()).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map(String.init)
  }

  @Test("AR-1 ON-4 sla.csv has every case with its verdict, deadlines of a day as 24:00")
  func sla() throws {
    #expect(
      try lines(\.slaData) == [
        "case_id,contract_id,customer_id,service,region,received_at,effective_received_at,isolated_at,rule,"
          + "rule_deadline,agreed_visit_at,deadline,basis,event_at,verdict,reason,month,margin_minutes,"
          + "isolation_minutes",
        "S-1,C-1,K1,advance_sendback,osaka,2026-10-01T18:00:00,2026-10-02T09:00:00,2026-10-02T09:30:00,AR-1,"
          + "2026-10-05T24:00:00,,2026-10-05T24:00:00,rule,2026-10-06T00:00:00,missed,,2026-10,0,30",
        "S-2,C-1,K1,advance_sendback,osaka,2026-10-01T10:00:00,2026-10-01T10:00:00,2026-10-01T11:00:00,AR-1,"
          + "2026-10-02T24:00:00,,2026-10-02T24:00:00,rule,2026-10-02T17:00:00,met,,2026-10,420,60",
        "V-1,C-2,K1,standard_onsite,tokyo,2026-10-13T09:00:00,2026-10-13T09:00:00,2026-10-13T09:10:00,ON-4,"
          + "2026-10-13T24:00:00,2026-11-02T10:00:00,2026-11-02T10:00:00,agreed,,pending,,,,10",
        "V-2,C-2,K1,standard_onsite,tokyo,2026-10-13T09:00:00,2026-10-13T09:00:00,2026-10-13T09:10:00,ON-4,"
          + "2026-10-13T24:00:00,,2026-10-13T24:00:00,rule,2026-10-13T16:00:00,met,,2026-10,480,10",
        "X-1,none,,,,2026-10-14T09:00:00,2026-10-14T09:00:00,,,,,,,,excluded,unknown_contract,2026-10,,",
      ])
  }

  @Test(
    "sla_summary.csv has regions, then the service's total, then the total of all; unknown contracts first")
  func slaSummary() throws {
    #expect(
      try lines(\.slaSummaryData) == [
        "service,region,met,missed,no_target,not_judged,excluded,open,attainment_permille",
        ",,0,0,0,0,1,0,", ",all,0,0,0,0,1,0,", "advance_sendback,osaka,1,1,0,0,0,0,500",
        "advance_sendback,all,1,1,0,0,0,0,500", "standard_onsite,tokyo,1,0,0,0,0,1,1000",
        "standard_onsite,all,1,0,0,0,0,1,1000", "all,all,2,1,0,0,1,1,666",
      ])
  }

  @Test("SB-6 freight.csv has each leg with its bearer and settlement")
  func freight() throws {
    #expect(
      try lines(\.freightData) == [
        "case_id,leg,customer_id,service,shipped_on,terms,billed_party,bearer,amount,settlement,month,state",
        "S-1,replacement,K1,advance_sendback,2026-10-06,prepaid,center,center,,none,2026-10,unresolved",
        "S-2,failed_part,K1,advance_sendback,2026-10-05,collect,center,customer,1100,claim,2026-10,settled",
        "S-2,replacement,K1,advance_sendback,2026-10-02,prepaid,center,center,880,none,2026-10,none",
      ])
  }

  @Test("reconciliation.csv begins with legs that are on no line, by tracking number")
  func reconciliation() throws {
    #expect(
      try lines(\.reconciliationData) == [
        "line_id,tracking_no,amount,state,case_id,leg,leg_amount",
        ",,,not_on_statement,S-1,replacement,",
        ",\"B,1\",,not_on_statement,S-2,failed_part,1100",
        "L-1,Z9,500,not_in_cases,,,",
        "L-2,A-1,880,matched,S-2,replacement,880",
      ])
  }

  @Test("AR-2 unreturned.csv has the part that is still out")
  func unreturned() throws {
    #expect(
      try lines(\.unreturnedData) == [
        "case_id,customer_id,shipped_on,age_days,bucket,part_price,charged",
        "S-1,K1,2026-10-06,25,15-30,5000,N",
      ])
    let charged = try Self.month().report { $0.settings.chargeUnreturnedAfterDays = 20 }
    #expect(text(charged.unreturnedData.render()).hasSuffix("15-30,5000,Y\n"))
  }

  @Test("ND-2 disks.csv names case, serial and date")
  func disks() throws {
    #expect(
      try lines(\.disksData) == [
        "case_id,customer_id,serial,completed_on", "V-2,K1,\"SN\"\"7\",2026-10-13",
      ])
  }

  @Test("TS-6 TS-7 tickets.csv says what each inquiry drew, packs.csv what is left")
  func tickets() throws {
    #expect(
      try lines(\.ticketsData) == [
        "usage_id,customer_id,received_at,category,state,tickets,packs,response_minutes",
        "U-1,K1,2026-10-03T09:00:00,hardware_isolation,free,0,,",
        "U-2,K2,2026-10-02T09:00:00,configuration,drawn,2,T-1:2,90",
        "U-3,K1,2026-10-05T09:00:00,other,unfunded,1,,",
      ])
    #expect(
      try lines(\.packsData) == [
        "contract_id,customer_id,starts_on,ends_on,granted,used,expired,remaining,unused_yen",
        "T-1,K2,2026-01-01,2026-12-31,5,2,0,3,36001",
      ])
  }

  @Test("renewals.csv has every contract and what to offer")
  func renewals() throws {
    #expect(
      try lines(\.renewalsData) == [
        "contract_id,customer_id,service,ends_on,state,days_left,proposed_service,proposed_start,proposed_end,"
          + "proposed_fee",
        "C-1,K1,advance_sendback,2026-12-31,due,61,advance_sendback,2027-01-01,2027-12-31,",
        "C-2,K1,standard_onsite,2026-12-31,due,61,standard_onsite,2027-01-01,2027-12-31,90000",
        "T-1,K2,technical_support,2026-12-31,due,61,technical_support,2027-01-01,2027-12-31,60000",
      ])
  }

  @Test("findings.csv is ordered by file, line as a number, and column")
  func findings() throws {
    var month = SampleMonth()
    month.intakeFindings = [
      Finding(.required, file: "contracts.csv", line: 10, column: "region", key: "C"),
      Finding(.invalidYen, file: "contracts.csv", line: 9, column: "annual_fee", value: "1,2x", key: "A"),
      Finding(.required, file: "contracts.csv", line: 10, column: "customer_id", key: "C"),
      Finding(.noLedger),
    ]
    #expect(
      text(try month.report().findingsData.render()) == """
        severity,file,line,column,code,value,key
        notice,,,,no_ledger,,
        error,contracts.csv,9,annual_fee,invalid_yen,"1,2x",A
        error,contracts.csv,10,customer_id,required,,C
        error,contracts.csv,10,region,required,,C

        """)
  }

  @Test("Without cases there are headers, and the total of all")
  func empty() throws {
    for table in try SampleMonth().report().dataFiles {
      #expect(table.count == (table.name == "sla_summary.csv" ? 1 : 0))
      #expect(text(table.header).split(separator: ",").count == table.columns.count)
    }
  }
}
