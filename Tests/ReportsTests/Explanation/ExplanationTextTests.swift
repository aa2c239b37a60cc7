import Records
import Reports
import ServiceTerms
import Testing

@Suite("An explanation as text")
struct ExplanationTextTests {
  static func month() throws -> SampleMonth {
    let onsite = Contract(
      id: "C-2", customer: "K-2", customerName: "山田産業", service: .standardOnsite,
      startsOn: try day("2026-04-01"), endsOn: try day("2027-03-31"), region: .tokyo)
    let tickets = Contract(
      id: "T-1", customer: "K-1", customerName: "架空商事", service: .technicalSupport,
      startsOn: try day("2026-10-01"), endsOn: try day("2027-09-30"), autoTopUp: true)
    let sendback = Contract(
      id: "C-1", customer: "K-1", customerName: "架空商事", service: .advanceSendback,
      startsOn: try day("2026-04-01"), endsOn: try day("2027-03-31"), annualFee: 36_000, region: .tokyo)
    return SampleMonth(
      contracts: [sendback, onsite, tickets],
      cases: [
        SupportCase(
          id: "S-1", contract: "C-1", receivedAt: try at("2026-10-09 10:00"),
          isolatedAt: try at("2026-10-09 15:30"),
          failedPart: Shipment(
            shippedAt: try at("2026-10-20"), terms: .collect, freight: 1_320, carrier: "ヤマト運輸"),
          failedPartReceivedAt: try at("2026-10-21"),
          replacement: Shipment(shippedAt: try at("2026-10-13 16:00"), freight: 990)),
        SupportCase(
          id: "S-2", contract: "C-2", receivedAt: try at("2026-10-05 18:00"),
          isolatedAt: try at("2026-10-06 13:00") + 1, agreedVisitAt: try at("2026-10-10 10:00"),
          arrivedAt: try at("2026-10-10 10:30"), channel: .phone),
      ],
      inquiries: [
        TicketUse(
          id: "U-1", customer: "K-1", receivedAt: try at("2026-10-05 08:00"),
          answeredAt: try at("2026-10-06 09:30"), category: .configuration, tickets: 7, subject: "SMB")
      ])
  }

  static func text(_ id: Identifier, _ language: Language) throws -> String {
    let (rules, result) = try month().ruled()
    let labels = try shippedLabels(language)
    return try Explainer(rules: rules, result: result).explanations(of: id)
      .map { Explanation.text(of: $0, labels: labels) }.joined(separator: "\n")
  }

  @Test("AR-1: a manager reads the clause, the skipped days and the margin in Japanese")
  func shipping() throws {
    #expect(
      try Self.text("S-1", .ja) == """
        ケース S-1 (2026-10)
          1. SB-1  受付 2026-10-09(金) 10:00 (受付時間内のため、そのまま有効)
          2. SB-2  メールで受け付けました
          3.       契約 C-1: 架空商事、先出しセンドバック、東京、2026-04-01(水) から 2027-03-31(水) まで
          4.       契約の最終日は 2027-03-31(水)
          5.       受付日 2026-10-09(金) は保守期間内です
          6.       切り分け完了 2026-10-09(金) 15:30 (有効受付から5時間30分)
          7. AR-1  時計は切り分け完了の 2026-10-09(金) 15:30 から動きます
          8. AR-1  切り分け完了日 2026-10-09(金) の翌営業日は 2026-10-13(火)（休業日: 10-10(土), 10-11(日), 10-12 スポーツの日）
          9. AR-1  期限 2026-10-13(火) 24:00 (根拠: 約款)
         10.       交換パーツ発送 2026-10-13(火) 16:00
         11.       判定: 達成 (余裕 8時間)
         12.       2026-10 の実績に数えます
         13. SB-6  故障パーツ (お客様→センター) 2026-10-20(火) 発送、着払い、1,320円: 運送会社の請求先はセンター、負担するのは発送側のお客様
         14. SB-6  当社が立て替えた 1,320円 をお客様に請求します (立替金)
         15. SB-6  交換パーツ (センター→お客様) 2026-10-13(火) 発送、元払い、990円: 運送会社の請求先はセンター、負担するのは発送側のセンター
         16. SB-6  請求先と負担する側が同じため、精算はありません
         17. AR-2  故障パーツは 2026-10-21(水) に返却されました

        """)
  }

  @Test("ON-3, ON-8: an agreed visit in English")
  func visit() throws {
    #expect(
      try Self.text("S-2", .en) == """
        Case S-2 (2026-10)
          1. SB-1  Received 2026-10-05 (Mon) 18:00, after reception hours (through 17:30); it counts from the next business day, 2026-10-06 (Tue) 09:00
          2. ON-1  Received by Phone
          3.       Contract C-2: 山田産業, Next-business-day on-site, Tokyo, 2026-04-01 (Wed) through 2027-03-31 (Wed)
          4.       The last day in force is 2027-03-31 (Wed)
          5.       2026-10-05 (Mon), the day of reception, is covered
          6.       Isolated 2026-10-06 (Tue) 13:00:01 (4 h after reception counted)
          7. ON-1  The clock starts at isolation, 2026-10-06 (Tue) 13:00:01
          8. ON-3  2026-10-06 (Tue) 13:00:01 is after 13:00: a visit is on the next business day at the earliest, 2026-10-07 (Wed)
          9. ON-8  The visit agreed with the customer, 2026-10-10 (Sat) 10:00, is the deadline
         10. ON-3  It was agreed for 2 business days after the earliest day, 2026-10-07 (Wed)
         11. ON-8  2026-10-10 (Sat), the day agreed on, is a closed day (a warning) (closed: 10-10 (Sat))
         12. ON-8  Deadline 2026-10-10 (Sat) 10:00 (basis: Agreed visit)
         13.       Engineer arrived 2026-10-10 (Sat) 10:30
         14.       Verdict: missed by 30 min
         15.       Counted in 2026-10

        """)
  }

  @Test("TS-9: an inquiry in Japanese")
  func inquiry() throws {
    #expect(
      try Self.text("U-1", .ja) == """
        問い合わせ U-1 (2026-10)
          1. TS-1  顧客 K-1 の問い合わせ: 設定方法、対象 SMB
          2. TS-5  受付 2026-10-05(月) 08:00 は受付時間 (09:00 から) の前のため、有効受付は同じ日の 2026-10-05(月) 09:00
          3. TS-8  範囲内の問い合わせです
          4. TS-7  必要なチケットは7枚です
          5. TS-9  パック T-1 (2026-10-01(木) から 2027-09-30(木) まで) から5枚を使います
          6. TS-9  自動追加の合意により、パック OVR-U-1 を 2026-10-05(月) から 2027-10-04(月) まで追加します (60,000円)
          7. TS-9  パック OVR-U-1 (2026-10-05(月) から 2027-10-04(月) まで) から2枚を使います
          8. TS-3  回答 2026-10-06(火) 09:30 (有効受付から9時間)。当日回答の約束はないため、目標はありません

        """)
  }

  @Test("A contract in both languages")
  func contract() throws {
    #expect(
      try Self.text("T-1", .ja) == """
        契約 T-1 (2026-10)
          1.       契約 T-1: 架空商事、テクニカルサポート(チケット制)、2026-10-01(木) から 2027-09-30(木) まで
          2.       契約の最終日は 2027-09-30(木)
          3.       契約期間 2026-10-01(木) から 2027-09-30(木) まで
          4. TS-9  2026-10-01(木) 付で 60,000円 を請求します
          5. TS-9  パック 2026-10-01(木) から 2027-09-30(木) まで: 5枚のうち使用5、失効0、残り0
          6.       更新の判断に使う終了日は 2027-09-30(木) (月末から334日)
          7.       終了まで90日より長く、有効です

        """)
    #expect(
      try Self.text("C-1", .en) == """
        Contract C-1 (2026-10)
          1.       Contract C-1: 架空商事, Advance replacement, Tokyo, 2026-04-01 (Wed) through 2027-03-31 (Wed)
          2.       The last day in force is 2027-03-31 (Wed)
          3.       Term 2026-04-01 (Wed) through 2027-03-31 (Wed)
          4.       Sales invoices the first term with the hardware: not billed here
          5.       The end that renewal looks at is 2027-03-31 (Wed) (151 days from the end of the month)
          6.       It ends in more than 90 days: active

        """)
  }
}
