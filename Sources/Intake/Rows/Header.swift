import Records

/// Which field of a row holds which column (見出し).
struct Header<Table: ExportTable> {
  /// For each column in the table's order the number of its field; -1 where the export does not have it.
  let fields: [Int]
  /// How many fields a row has.
  let width: Int
  /// The line as it stands in the file.
  let bytes: [UInt8]
  let notices: [Finding]
}

extension Header {
  /// Reads the header, which is the first line that is not blank, and leaves `scanner` behind it.
  init(
    _ source: SourceText, _ scanner: inout RowScanner, aliases: ColumnAliases
  ) throws(IntakeFault) {
    let file = Table.file.rawValue
    let cleaner = CellCleaner(source)
    var headings: [String] = []
    repeat {
      guard try Self.next(&scanner) else { throw IntakeFault(.headerMissing, file: file, line: 1) }
      headings = Self.headings(scanner, cleaner)
    } while headings.isEmpty

    let line = scanner.rowLine
    let found = Self.columns(headings, aliases)
    guard found.contains(where: { $0 != nil }) else {
      let detail = try Self.laterHeader(scanner, cleaner, aliases).map { String($0) } ?? ""
      throw IntakeFault(.headerMissing, file: file, line: line, detail: detail)
    }
    try Self.check(found, line: line)
    let names = Table.Column.allCases.map(\.rawValue)
    fields = names.map { name in found.firstIndex(of: name) ?? -1 }
    width = headings.count
    bytes = Array(source.bytes[scanner.rowRange])
    notices = zip(headings, found).filter { $0.1 == nil }.map { heading, _ in
      Finding(.unknownColumn, file: file, line: line, column: heading, value: heading)
    }
  }

  private static func next(_ scanner: inout RowScanner) throws(IntakeFault) -> Bool {
    do { return try scanner.next() } catch {
      throw IntakeFault(.quoteUnclosed, file: Table.file.rawValue, line: error.line)
    }
  }

  /// The cells of the row without the empty ones at its end.
  private static func headings(_ scanner: RowScanner, _ cleaner: CellCleaner) -> [String] {
    var headings = (0..<scanner.fieldCount).map { cleaner.shown(scanner.field($0)) }
    while headings.last?.isEmpty == true { headings.removeLast() }
    return headings
  }

  /// For each heading the canonical name of its column, if there is one.
  private static func columns(_ headings: [String], _ aliases: ColumnAliases) -> [String?] {
    headings.map { aliases.column(of: $0, in: Table.file) }
  }

  /// The line among the next ten that looks like the header.
  private static func laterHeader(
    _ scanner: RowScanner, _ cleaner: CellCleaner, _ aliases: ColumnAliases
  ) throws(IntakeFault) -> Int? {
    var scanner = scanner
    let last = scanner.rowLine + 10
    while try next(&scanner), scanner.rowLine <= last {
      let found = columns(headings(scanner, cleaner), aliases)
      if found.count(where: { $0 != nil }) >= 2 { return scanner.rowLine }
    }
    return nil
  }

  private static func check(_ found: [String?], line: Int) throws(IntakeFault) {
    let file = Table.file.rawValue
    let names = found.compactMap { $0 }
    let twice = Table.Column.allCases.map(\.rawValue).filter { name in names.count { $0 == name } > 1 }
    guard twice.isEmpty else {
      throw IntakeFault(.columnsDuplicate, file: file, line: line, detail: twice.joined(separator: ", "))
    }
    let missing = Table.requiredNames.filter { !names.contains($0) }
    guard missing.isEmpty else {
      throw IntakeFault(.columnsMissing, file: file, line: line, detail: missing.joined(separator: ", "))
    }
  }
}
