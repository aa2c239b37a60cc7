import Records

/// The headings under which exports name their columns (列見出しの別名), as `Templates/columns.yml` has them.
public struct ColumnAliases: Sendable {
  /// For each export the canonical names by heading, as it is compared.
  private let columns: [ExportFile: [String: String]]

  /// The canonical names alone.
  public init() { columns = Self.canonical }

  public init(yaml: String, file: String) throws(TemplateFault) {
    let root = try TemplateNode(yaml: yaml, file: file)
    let sections = try root.fields(ExportFile.allCases.map(\.rawValue))
    var columns = Self.canonical
    for export in ExportFile.allCases {
      guard let section = sections.optional(export.rawValue) else { continue }
      try Self.add(section, to: &columns[export, default: [:]], of: export)
    }
    self.columns = columns
  }

  /// The canonical name of the column that `heading` means in `export`.
  func column(of heading: String, in export: ExportFile) -> String? {
    columns[export]?[comparisonKey(heading)]
  }

  private static func add(
    _ section: TemplateNode, to columns: inout [String: String], of export: ExportFile
  ) throws(TemplateFault) {
    _ = try section.fields(names(of: export))
    for (column, aliases) in try section.entries() {
      for alias in try aliases.list() {
        let key = comparisonKey(try alias.text())
        if let other = columns[key], other != column {
          throw alias.fault(
            Message(
              ja: "\(alias.shown.ja)はすでに \(other) の見出しです", en: "\(alias.shown.en) stands for \(other) already"
            ),
            expected: Message(ja: "1つの列だけの見出し", en: "a heading of one column"))
        }
        columns[key] = column
      }
    }
  }

  private static let canonical: [ExportFile: [String: String]] = Dictionary(
    uniqueKeysWithValues: ExportFile.allCases.map { export in
      (export, Dictionary(uniqueKeysWithValues: names(of: export).map { (comparisonKey($0), $0) }))
    })

  private static func names(of export: ExportFile) -> [String] {
    switch export {
    case .contracts: ContractsExport.Column.allCases.map(\.rawValue)
    case .cases: CasesExport.Column.allCases.map(\.rawValue)
    case .ticketUsage: TicketUsageExport.Column.allCases.map(\.rawValue)
    case .courierStatement: CourierStatementExport.Column.allCases.map(\.rawValue)
    }
  }
}
