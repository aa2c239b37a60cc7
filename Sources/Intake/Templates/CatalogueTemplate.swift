public import Records

/// Reads `catalogue.yml` (サービスカタログ): dated editions, of which a later one states only what it changes.
public enum CatalogueTemplate {
  public static func read(_ yaml: String, file: String) throws(TemplateFault) -> Catalogue {
    let root = try TemplateNode(yaml: yaml, file: file)
    let list = try root.fields(["editions"]).required("editions")
    let stated = try byDate(list)
    var editions: [Edition] = []
    var inherited: TemplateNode?
    for node in stated {
      let whole = inherited.map(node.inheriting) ?? node
      editions.append(try Edition(template: whole))
      inherited = whole
    }
    guard let catalogue = Catalogue(editions: editions) else {
      throw list.fault(
        Message(ja: "版がありません", en: "there is no edition"), expected: Message(ja: "1つ以上の版", en: "at least one")
      )
    }
    return catalogue
  }

  /// The editions as they follow each other; two of one date are a fault of the later line.
  private static func byDate(_ list: TemplateNode) throws(TemplateFault) -> [TemplateNode] {
    var dated: [(from: Day, node: TemplateNode)] = []
    for node in try list.list() {
      let date = try node.fields(Edition.keys).required("effective_from")
      let from = try date.day()
      guard !dated.contains(where: { $0.from == from }) else {
        throw date.fault(
          Message(ja: "\(from) に始まる版が2つあります", en: "two editions begin on \(from)"),
          expected: Message(ja: "1つの日付に1つの版", en: "one edition for a date"))
      }
      dated.append((from, node))
    }
    return dated.sorted { $0.from < $1.from }.map(\.node)
  }
}

extension Edition {
  static let keys = ["effective_from", "services", "calendar", "targets", "settings", "carriers"]

  init(template node: TemplateNode) throws(TemplateFault) {
    let fields = try node.fields(Self.keys)
    let calendar = try CalendarTemplate(fields.required("calendar"))
    try self.init(
      effectiveFrom: fields.required("effective_from").day(),
      services: ServiceEntry.all(template: fields.required("services"), hours: calendar.hours),
      businessHours: calendar.hours,
      closures: calendar.closures,
      targets: Targets(template: fields.required("targets")),
      settings: Settings(template: fields.required("settings")),
      carriers: Carrier.all(template: fields.required("carriers")))
  }
}

extension TemplateNode {
  /// The clause that an entry rests on; an entry under the wrong clause is a fault.
  func clause(_ expected: Clause) throws(TemplateFault) {
    guard try oneOf(Clause.self) == expected else {
      throw fault(
        Message(ja: "\(shown.ja)はこの項目の条項ではありません", en: "\(shown.en) is not the clause of this entry"),
        expected: Message(expected.id))
    }
  }
}
