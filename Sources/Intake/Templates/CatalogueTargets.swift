import Records

extension Targets {
  private static let keys = [
    "ship_within", "same_day_until", "metro_earliest", "other_earliest", "other_cover", "visit_within",
    "ticket_pack",
  ]

  init(template node: TemplateNode) throws(TemplateFault) {
    self.init()
    let fields = try node.fields(Self.keys)
    let days = 0...260
    shipWithinBusinessDays = try fields.target("ship_within", .ar1, "business_days").whole(in: days)
    sameDayUntil = try fields.target("same_day_until", .on4, "time").time()
    metroEarliestBusinessDays = try fields.target("metro_earliest", .on3, "business_days").whole(in: days)
    otherEarliestBusinessDays = try fields.target("other_earliest", .on6, "business_days").whole(in: days)
    otherCoverAfterMonths = try fields.target("other_cover", .on5, "months").whole(in: 0...24)
    visitWithinMinutes = try fields.target("visit_within", .od2, "minutes").whole(in: 1...14_400)
    ticketsPerPack = try fields.target("ticket_pack", .ts9, "tickets").whole(in: 1...1000)
  }
}

extension TemplateFields {
  /// The figure of one target, which stands beside its clause.
  fileprivate func target(
    _ name: String, _ clause: Clause, _ unit: String
  ) throws(TemplateFault) -> TemplateNode {
    let fields = try required(name).fields(["clause", unit])
    try fields.required("clause").clause(clause)
    return try fields.required(unit)
  }
}
