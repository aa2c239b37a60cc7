import Billing
import Records
import Reports
import Testing

extension SampleBilling {
  /// One document of every sort: see the names of its customers.
  static func everyDocument(numbered: Bool = true) throws -> SampleBilling {
    let long =
      "特定非営利活動法人日本ネットワークストレージ利用者連絡協議会関東甲信越地方本部情報システム運用管理部第二課"
    var sample = SampleBilling(isNumbered: numbered)
    sample.month.contracts = [
      try .pack("TS-1001", "C-1-mixed", packs: 2, autoTopUp: true, address: "東京都港区見本1-2-3"),
      try .renewed("K-1001", "C-1-mixed", address: "東京都港区見本1-2-3"),
      try .renewed("K-1002", "C-1-mixed", service: .onsite24h, fee: 360_000, address: "東京都港区見本1-2-3"),
      try .renewed("K-2001", "C-2-credit", name: "有限会社ひばり製作所", cancelledOn: try day("2026-09-20")),
      try .renewed("K-3001", "C-3-small", name: "やまびこ工業株式会社", fee: 115_000),
      try .renewed("K-4001", "C-4-statement", name: "合同会社あけぼの", fee: 120_000),
      try .renewed("K-5001", "C-5-refund", name: "株式会社こだま物流"),
      try .renewed(
        "K-7001", "C-7-long", name: long, model: "TVS-h1288X-W1250-16G/48TB-特別構成品",
        serial: "Q1234567890-ABCDEFGHIJ-KLMNOPQRSTUVWXYZ",
        address: "東京都千代田区霞が関三丁目2番1号 霞が関コモンゲート西館 40階 ネットワークストレージ共同利用センター内 情報システム運用管理部第二課 気付"),
    ]
    sample.month.contracts += try (1...60).map {
      try .renewed("K-6\($0 < 10 ? "00" : "0")\($0)", "C-6-sixty", name: "株式会社六十行", serial: "Q26\(1000 + $0)")
    }
    sample.month.cases = [
      try .collected("S-101", "K-1001"), try .sentCollect("S-102", "K-1001"),
      try .collected("S-401", "K-4001"), try .collected("S-402", "K-4001", carrier: "ふくろう便"),
      try .sentCollect("S-501", "K-5001"),
      try .collected("S-701", "K-7001", carrier: "みほん国際物流ホールディングス株式会社関東支社東京中央営業所"),
    ]
    sample.month.inquiries = try (1...12).map {
      TicketUse(
        id: Identifier("U-\($0)"), customer: "C-1-mixed", receivedAt: try at("2026-10-08 10:00"),
        category: .configuration, tickets: 1)
    }
    sample.posted = [
      try .term("K-2001", "C-2-credit"), try .term("K-3001", "C-3-small"),
      try .term("K-4001", "C-4-statement"),
      try .term("K-5001", "C-5-refund"),
    ]
    return sample
  }
}
