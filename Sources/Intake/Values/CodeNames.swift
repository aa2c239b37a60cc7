import Records

/// The Japanese names of the codes (コードの和名), as the exports use them.
enum CodeNames {
  static let services = Words<ServiceCode>([
    (.advanceSendback, ["先出しセンドバック"]),
    (.warrantySendback, ["センドバック(メーカー製品保証)", "センドバック"]),
    (.extendedSendback, ["延長センドバック(メーカー製品保証後)", "延長センドバック"]),
    (.standardOnsite, ["通常オンサイト"]),
    (.onsite24h, ["24時間オンサイト"]),
    (.technicalSupport, ["テクニカルサポート(チケット制)", "テクニカルサポート"]),
  ])

  static let regions = Words<Region>([
    (.tokyo, ["東京"]), (.nagoya, ["名古屋"]), (.osaka, ["大阪"]), (.other, ["その他"]),
    (.remote, ["離島", "一部地域", "離島/一部地域"]),
  ])

  static let channels = Words<Channel>([(.mail, ["メール"]), (.phone, ["電話"])])

  static let parts = Words<Part>([(.enclosure, ["筐体"]), (.disk, ["ディスク"])])

  static let outcomes = Words<IsolationOutcome>([
    (.hardwareFault, ["故障"]), (.noFault, ["異常なし"]), (.withdrawn, ["取下げ"]),
  ])

  static let freightTerms = Words<FreightTerms>([(.prepaid, ["元払い"]), (.collect, ["着払い"])])

  static let categories = Words<InquiryCategory>([
    (.hardwareIsolation, ["切り分け"]), (.specification, ["機能仕様"]), (.configuration, ["設定方法"]),
    (.operationCheck, ["動作確認"]), (.troubleshooting, ["トラブルシューティング"]), (.other, ["その他"]),
  ])
}
