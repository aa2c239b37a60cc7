import Records

/// What sales or the help desk should know about an inquiry (問い合わせの警告).
struct InquiryWarnings {
  let frame: MonthFrame
  let inquiries: Inquiries

  /// Technical support is reached by mail.
  ///
  /// > Terms: TS-1
  func aboutChannel(of index: Int) -> Finding? {
    let channel = inquiries.exported.rows[index].channel
    let day = inquiries.exported.rows[index].receivedAt.day
    guard !frame.ruleBook(on: day).accepts(channel, for: .technicalSupport) else { return nil }
    return finding(.channelNotAccepted, index, column: "channel", value: channel.rawValue)
  }

  /// The draw that was posted is given back.
  func aboutChange(of index: Int) -> Finding { finding(.postedUsageChanged, index) }

  /// No pack in force covers the inquiry.
  ///
  /// > Terms: TS-9
  func aboutMissingPack(of source: TicketDraw.Source) -> Finding {
    switch source {
    case .export(let index):
      let tickets = inquiries.exported.rows[Int(index)].tickets
      return finding(.noTicketPack, Int(index), column: "tickets", value: String(tickets))
    case .ledger(let index):
      let facts = inquiries.posted[Int(index)].facts
      return Finding(.noTicketPack, column: "tickets", value: String(facts.tickets), key: facts.id.text)
    }
  }

  private func finding(
    _ code: FindingCode, _ index: Int, column: String = "", value: String = ""
  ) -> Finding {
    Finding(
      code, file: ExportFile.ticketUsage.rawValue, line: Int(inquiries.exported.lines[index]),
      column: column, value: value, key: inquiries.exported.rows[index].id.text)
  }
}
