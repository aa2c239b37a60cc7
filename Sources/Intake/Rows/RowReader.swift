import Records

/// What became of a row.
enum RowOutcome {
  case record(keyHash: UInt32)
  /// In column order; the first is the reason. The key is nil where it could not be read.
  case rejected([Finding], key: Identifier?)
  case total(Finding)
  case blank
}

/// Makes records of rows: cleans each field, reads it, and says everything that is wrong with the row.
struct RowReader<Table: ExportTable> {
  private struct PlannedColumn {
    let column: Table.Column
    let field: Int
    let isRequired: Bool
  }

  private let header: Header<Table>
  private let cleaner: CellCleaner
  private let plan: [PlannedColumn]
  private var texts: RepeatedTexts

  init(_ source: SourceText, _ header: Header<Table>) {
    self.header = header
    texts = RepeatedTexts(size: source.body.count)
    cleaner = CellCleaner(source)
    plan = zip(Table.Column.allCases, header.fields).map { column, field in
      PlannedColumn(column: column, field: field, isRequired: Table.presence(of: column) == .required)
    }
  }

  /// Reads the row at which `scanner` stands into `row`, which is blank; it is worth something as a record only.
  mutating func read(_ scanner: RowScanner, into row: inout Table.Row) -> RowOutcome {
    let first = cleaner.clean(scanner.field(0))
    if first.isEmpty, isBlank(scanner) { return .blank }
    if let word = first.first, word >= 0x80, TotalWords.contains(first) {
      return .total(finding(.totalRow, scanner, value: String(decoding: first, as: UTF8.self)))
    }
    guard hasHeaderWidth(scanner) else {
      let fault = finding(
        .fieldCount, scanner, value: String(scanner.fieldCount), detail: String(header.width))
      return rejected([fault], key(scanner))
    }
    var keyHash: UInt32 = 0
    var faults: [Finding] = []
    for planned in plan {
      if planned.field < 0 {
        if Table.isNeeded(planned.column, in: row) { faults.append(fault(.required, planned, scanner)) }
        continue
      }
      let bytes = cleaner.clean(scanner.field(planned.field))
      if bytes.isEmpty {
        if planned.isRequired || Table.isNeeded(planned.column, in: row) {
          faults.append(fault(.required, planned, scanner))
        }
        continue
      }
      if planned.column == plan[0].column { keyHash = KeyHash.hash(bytes.span) }
      do throws(CellFault) {
        if bytes[0] == 0x23, bytes.span.isExcelDamage { throw CellFault(.excelDamage) }
        try Table.read(planned.column, bytes.span, into: &row, &texts)
        if let conflict = Table.conflict(at: planned.column, in: row) {
          faults += conflictFinding(conflict, planned, scanner, faults)
        }
      } catch {
        faults.append(fault(error.code, planned, scanner, detail: error.expected))
      }
    }
    if faults.isEmpty { return .record(keyHash: keyHash) }
    return rejected(faults, Table.key(of: row))
  }

  /// All findings of a row name its key, where that could be read.
  private func rejected(_ faults: [Finding], _ key: Identifier?) -> RowOutcome {
    guard let key, !key.text.isEmpty else { return .rejected(faults, key: nil) }
    let named = faults.map { fault in
      Finding(
        fault.code, file: fault.file, line: fault.line, column: fault.column, value: fault.value,
        key: key.text, detail: fault.detail)
    }
    return .rejected(named, key: key)
  }
}

extension RowReader {
  private func isBlank(_ scanner: RowScanner) -> Bool {
    (0..<scanner.fieldCount).allSatisfy { cleaner.clean(scanner.field($0)).isEmpty }
  }

  /// As many fields as the header, not counting empty ones behind it.
  private func hasHeaderWidth(_ scanner: RowScanner) -> Bool {
    if scanner.fieldCount == header.width { return true }
    return scanner.fieldCount > header.width
      && (header.width..<scanner.fieldCount).allSatisfy { cleaner.clean(scanner.field($0)).isEmpty }
  }

  /// The key of a row whose fields may have moved.
  private func key(_ scanner: RowScanner) -> Identifier? {
    guard let first = plan.first, first.field < scanner.fieldCount else { return nil }
    let bytes = cleaner.clean(scanner.field(first.field))
    return bytes.isEmpty ? nil : try? bytes.span.identifier()
  }

  private func finding(
    _ code: FindingCode, _ scanner: RowScanner, column: String = "", value: String, detail: String = ""
  ) -> Finding {
    Finding(
      code, file: Table.file.rawValue, line: scanner.rowLine, column: column, value: value, detail: detail)
  }

  private func fault(
    _ code: FindingCode, _ planned: PlannedColumn, _ scanner: RowScanner, detail: String = ""
  ) -> Finding {
    let value = planned.field < 0 ? "" : cleaner.shown(scanner.field(planned.field))
    return finding(code, scanner, column: planned.column.rawValue, value: value, detail: detail)
  }

  /// Names the other column and its value; nothing where that one has a fault of its own.
  private func conflictFinding(
    _ conflict: ColumnConflict<Table.Column>, _ planned: PlannedColumn, _ scanner: RowScanner,
    _ faults: [Finding]
  ) -> [Finding] {
    let name = conflict.with.rawValue
    guard !faults.contains(where: { $0.column == name }),
      let other = plan.first(where: { $0.column == conflict.with })
    else { return [] }
    let value = other.field < 0 ? "" : cleaner.shown(scanner.field(other.field))
    return [fault(conflict.code, planned, scanner, detail: "\(name) \(value)")]
  }
}

/// The first cell of a row that sums up others (合計行).
private enum TotalWords {
  static let words = ["合計", "小計", "総計"].map { Array($0.utf8) }
  static func contains(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    cell.count == 6 && words.contains { cell.elementsEqual($0) }
  }
}
