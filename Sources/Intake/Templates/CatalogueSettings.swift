import Records

extension Settings {
  private static let keys = [
    "without_agreement", "freight_recharge", "cancellation", "unreturned_part", "renewal_horizon_days",
    "maintainers", "prepaid_threshold",
  ]

  init(template node: TemplateNode) throws(TemplateFault) {
    self.init()
    let fields = try node.fields(Self.keys)
    withoutAgreement = try fields.required("without_agreement").oneOf(WithoutAgreement.self)
    freightRecharge = try fields.required("freight_recharge").oneOf(FreightRecharge.self)
    cancellation = try fields.required("cancellation").oneOf(Cancellation.self)
    let limit = try fields.required("unreturned_part").fields(["charge_after_days"])
      .required("charge_after_days")
    chargeUnreturnedAfterDays = limit.isNone ? nil : try limit.whole(in: 0...3650)
    renewalHorizonDays = try fields.required("renewal_horizon_days").whole(in: 0...3650)
    ownMaintainerKeys = []
    for name in try fields.required("maintainers").list() {
      ownMaintainerKeys.insert(comparisonKey(try name.text()))
    }
    prepaidThreshold = try fields.required("prepaid_threshold").yen()
  }
}

extension Carrier {
  /// The carriers of an edition; a name or alias that two of them claim is a fault.
  static func all(template node: TemplateNode) throws(TemplateFault) -> [Carrier] {
    var carriers: [Carrier] = []
    var names: Set<String> = []
    for element in try node.list() {
      let carrier = try Carrier(template: element)
      for name in [carrier.name] + carrier.aliases where !names.insert(name).inserted {
        throw element.fault(
          Message(ja: "「\(name)」が2回以上あります", en: "\"\(name)\" stands here more than once"),
          expected: Message(ja: "名前は1回ずつ", en: "each name once"))
      }
      carriers.append(carrier)
    }
    return carriers
  }

  private init(template node: TemplateNode) throws(TemplateFault) {
    let fields = try node.fields(["name", "aliases", "registration_number"])
    let number = fields.optional("registration_number").flatMap { $0.isNone ? nil : $0 }
    var aliases: [String] = []
    for alias in try fields.optional("aliases")?.list() ?? [] { aliases.append(try alias.text()) }
    try self.init(
      name: fields.required("name").text(), aliases: aliases,
      registrationNumber: number?.registrationNumber())
  }
}
