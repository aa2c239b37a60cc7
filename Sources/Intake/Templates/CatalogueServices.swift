import Records

extension ServiceEntry {
  private static let keys = ["clauses", "channels", "reception", "price", "objective", "bill_first_term"]

  /// Every service of the terms; one that is missing is a fault.
  static func all(
    template node: TemplateNode, hours: BusinessHours
  ) throws(TemplateFault) -> [ServiceCode: ServiceEntry] {
    let fields = try node.fields(ServiceCode.allCases.map(\.rawValue))
    var entries: [ServiceCode: ServiceEntry] = [:]
    for service in ServiceCode.allCases {
      entries[service] = try ServiceEntry(template: fields.required(service.rawValue), hours: hours)
    }
    return entries
  }

  private init(template node: TemplateNode, hours: BusinessHours) throws(TemplateFault) {
    let fields = try node.fields(Self.keys)
    for clause in try fields.required("clauses").list() { _ = try clause.oneOf(Clause.self) }
    let channels = try fields.required("channels").channels()
    let price = try fields.required("price")
    let objective = try fields.required("objective")
    try self.init(
      channels: channels,
      reception: fields.required("reception").reception(hours: hours),
      price: price.isNone ? nil : price.yen(),
      objective: objective.isNone ? nil : objective.permille(),
      billsFirstTerm: fields.required("bill_first_term").flag())
  }
}

extension TemplateNode {
  fileprivate func channels() throws(TemplateFault) -> Set<Channel> {
    var channels: Set<Channel> = []
    for node in try list() { channels.insert(try node.oneOf(Channel.self)) }
    guard !channels.isEmpty else {
      throw fault(
        Message(ja: "受付方法がありません", en: "a service that nobody can reach"),
        expected: Message(oneOf: Channel.allCases.map(\.rawValue)))
    }
    return channels
  }

  fileprivate func reception(hours: BusinessHours) throws(TemplateFault) -> Reception {
    switch try text() {
    case "business_hours": return .businessDays(from: hours.from, through: hours.through)
    case "always": return .always
    default: throw isNotAllowed(expected: Message(oneOf: ["business_hours", "always"]))
    }
  }

  /// Percent with at most one decimal, as permille: `99.5` is 995.
  fileprivate func permille() throws(TemplateFault) -> Int {
    let parts = try text().split(separator: ".", omittingEmptySubsequences: false)
    let tenths = parts.count == 1 ? "0" : parts[1]
    guard parts.count <= 2, let whole = UInt(parts[0]), tenths.count == 1, let tenth = UInt(tenths),
      whole < 100 || (whole == 100 && tenth == 0)
    else {
      throw isNotAllowed(
        expected: Message(
          ja: "95 や 99.5 のような 0 から 100 までのパーセント (小数は1桁まで)",
          en: "percent from 0 to 100 with at most one decimal, such as 95 or 99.5"))
    }
    return Int(whole * 10 + tenth)
  }
}
