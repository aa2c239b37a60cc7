import Records
import Testing

@testable import Intake

/// Records that are known, written in a mess, are read as what they were.
struct MessyExportTests {
  private func aliases() throws -> ColumnAliases {
    try ColumnAliases(yaml: shippedTemplate("columns.yml"), file: "columns.yml")
  }

  private func instant(_ messy: inout Messy) -> JSTInstant {
    let day = Day(number: messy.number(18_000...23_000))
    return day.start + (messy.chance(50) ? messy.number(0...1439) * 60 : messy.number(0...86_399))
  }

  @Test("contracts", arguments: 1...40)
  func contracts(seed: UInt64) throws {
    var messy = Messy(seed: seed)
    var rows: [[String]] = []
    var expected: [Contract] = []
    for number in 0..<60 {
      let start = Day(number: messy.number(18_000...21_000))
      let contract = Contract(
        id: Identifier("00\(number)"), customer: "顧-1",
        customerName: messy.pick(["株式会社海風", "Acme, Inc.", "髙橋"]),
        service: messy.pick([.standardOnsite, .onsite24h]), startsOn: start,
        endsOn: start + messy.number(0...800),
        annualFee: messy.chance(80) ? Yen(messy.number(0...9_999_999)) : nil,
        region: messy.pick([.tokyo, .remote]),
        deliveredOn: start, nonReturnDisk: messy.chance(50))
      expected.append(contract)
      rows.append([
        messy.text(contract.id.text), messy.text(contract.customer.text), contract.customerName,
        contract.service == .onsite24h
          ? messy.code(contract.service, "24時間オンサイト") : messy.code(contract.service, "通常オンサイト"),
        messy.day(contract.startsOn), messy.day(contract.endsOn),
        contract.annualFee.map { messy.yen($0) } ?? "",
        contract.region == .tokyo ? messy.code(Region.tokyo, "東京") : messy.code(Region.remote, "離島", "一部地域"),
        messy.day(start), messy.flag(contract.nonReturnDisk),
      ])
    }
    let headings = [
      ["contract_id", "契約番号"], ["customer_id", "顧客番号"], ["Customer_Name", "顧客名"], ["service", "サービス"],
      ["starts_on", "開始日"], ["ends_on", "終了日"], ["annual_fee", "年額"], ["region", "設置地域"],
      ["delivered_on", "納品日"],
      ["non_return_disk", "Non-Return Disk"],
    ]
    let reader = ExportReader(aliases: try aliases(), jobs: 2, stretchSize: messy.number(50...5000))
    let bytes = messy.file(headings, rows)
    let reading = try IntakeTests.contracts(bytes: bytes, reader)
    #expect(reading.export.rows == expected)
    #expect(reading.rejected.isEmpty)
  }

  @Test("cases", arguments: 1...40)
  func cases(seed: UInt64) throws {
    var messy = Messy(seed: seed)
    var rows: [[String]] = []
    var expected: [SupportCase] = []
    for number in 0..<60 {
      var supportCase = SupportCase(
        id: Identifier("ケース\(number)"), contract: "00123", receivedAt: instant(&messy),
        channel: messy.pick([.mail, .phone]), part: messy.pick([.enclosure, .disk]),
        partSoldByUs: messy.chance(70))
      supportCase.isolatedAt = messy.chance(80) ? instant(&messy) : nil
      supportCase.replacement.shippedAt = messy.chance(50) ? instant(&messy).day.start : instant(&messy)
      supportCase.replacement.freight = Yen(messy.number(0...3000))
      supportCase.replacement.carrier = "ヤマト運輸 株式会社"
      expected.append(supportCase)
      let shippedAt = supportCase.replacement.shippedAt ?? supportCase.receivedAt
      rows.append([
        messy.text(supportCase.id.text), messy.text("00123"), messy.timestamp(supportCase.receivedAt),
        supportCase.channel == .mail ? messy.code(Channel.mail, "メール") : messy.code(Channel.phone, "電話"),
        supportCase.part == .disk ? messy.code(Part.disk, "ディスク") : messy.code(Part.enclosure, "筐体"),
        supportCase.partSoldByUs ? messy.pick(["", "Y", "はい"]) : "N",
        supportCase.isolatedAt.map { messy.timestamp($0) } ?? "", "",
        shippedAt == shippedAt.day.start ? messy.day(shippedAt.day) : messy.timestamp(shippedAt),
        messy.yen(Yen(supportCase.replacement.freight?.amount ?? 0)), "ヤマト運輸 株式会社",
      ])
      if messy.chance(5) { rows.append(rows[rows.count - 1]) }
    }
    let headings = [
      ["case_id", "ケース番号"], ["contract_id", "契約番号"], ["received_at", "受付日時"], ["channel", "受付方法"],
      ["part", "部位"],
      ["part_sold_by_us", "当社販売"], ["isolated_at", "切り分け完了日時"], ["arrived_at", "到着日時"],
      ["replacement_shipped_at", "交換パーツ発送日"], ["replacement_freight", "交換パーツ送料"],
      ["replacement_carrier", "交換パーツ運送会社"],
    ]
    let reader = ExportReader(aliases: try aliases(), jobs: 2, stretchSize: messy.number(50...5000))
    let reading = try IntakeTests.cases(bytes: messy.file(headings, rows), reader)
    #expect(reading.export.rows == expected)
    #expect(reading.rejected.isEmpty)
    #expect(reading.findings.count { $0.code == .duplicateIdentical } == rows.count - 60)
  }
}
