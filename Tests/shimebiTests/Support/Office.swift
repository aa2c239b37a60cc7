import Foundation
import FoundationXML
import Testing

/// LibreOffice without a window: reads a workbook as it is, and once more with every formula computed anew.
enum Office {
  static let program: String? = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/usr/bin/libreoffice"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The formula cells of one workbook, by sheet and address.
  struct Formulas {
    var cached: [String: FormulaCell]
    var computed: [String: FormulaCell]

    /// Cells that say something else once they are computed, or that only one of the two has.
    var differences: [String] {
      Set(cached.keys).union(computed.keys).sorted().compactMap { address in
        guard let before = cached[address], let after = computed[address] else {
          return "\(address) is missing"
        }
        return before.isClose(to: after) ? nil : "\(address) \(before.formula): \(before) became \(after)"
      }
    }
  }

  /// By the name of the file without its ending.
  static func formulas(of paths: [String], _ scratch: Scratch) throws -> [String: Formulas] {
    let cached = try flat(paths, recalculates: false, scratch)
    let computed = try flat(paths, recalculates: true, scratch)
    var found: [String: Formulas] = [:]
    for path in paths {
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      found[name] = Formulas(
        cached: try FlatSheets.formulas("\(cached)/\(name).fods"),
        computed: try FlatSheets.formulas("\(computed)/\(name).fods"))
    }
    return found
  }

  /// Converts to one XML file each and says in which folder they are.
  private static func flat(_ paths: [String], recalculates: Bool, _ scratch: Scratch) throws -> String {
    let profile = scratch.path("office-\(recalculates)")
    try setUp(profile, recalculates)
    let folder = scratch.path("flat-\(recalculates)-\(UUID().uuidString)")
    let process = Process()
    process.executableURL = URL(filePath: try #require(program))
    process.arguments =
      ["-env:UserInstallation=file://\(profile)", "--headless", "--convert-to", "fods", "--outdir", folder]
      + paths
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "LibreOffice converts \(paths)")
    return folder
  }

  /// Whether formulas are computed on loading is a setting of the user: 0 always, 1 never.
  private static func setUp(_ profile: String, _ recalculates: Bool) throws {
    let folder = "\(profile)/user"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry">
      <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">\
      <value>\(recalculates ? 0 : 1)</value></prop></item>
      </oor:items>
      """
    let path = "\(folder)/registrymodifications.xcu"
    guard !FileManager.default.fileExists(atPath: path) else { return }
    try settings.write(toFile: path, atomically: true, encoding: .utf8)
  }
}

/// A formula and what it comes to.
struct FormulaCell: CustomStringConvertible {
  var formula: String
  /// Empty for an error.
  var type: String
  var number: Double?
  var text: String

  var description: String { number.map { "\($0)" } ?? "\"\(text)\"" }

  /// Figures may differ by a tenth of a second of a day; yen and counts may not differ at all.
  func isClose(to other: FormulaCell) -> Bool {
    if let number, let its = other.number { return abs(number - its) < 1e-6 }
    return type == other.type && text == other.text
  }
}

/// The formula cells of a spreadsheet in one XML file (`.fods`).
private final class FlatSheets: NSObject, XMLParserDelegate {
  private var found: [String: FormulaCell] = [:]
  private var sheet = ""
  private var (row, column) = (0, 0)
  private var (rowSpan, columnSpan) = (1, 1)
  private var cell: FormulaCell?

  static func formulas(_ path: String) throws -> [String: FormulaCell] {
    let sheets = FlatSheets()
    let parser = XMLParser(data: try Data(contentsOf: URL(filePath: path)))
    parser.delegate = sheets
    try #require(parser.parse(), "\(path) is XML")
    return sheets.found
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch name {
    case "table:table":
      sheet = attributes["table:name"] ?? ""
      (row, rowSpan) = (0, 1)
    case "table:table-row":
      row += rowSpan
      rowSpan = attributes["table:number-rows-repeated"].flatMap { Int($0) } ?? 1
      (column, columnSpan) = (0, 1)
    case "table:table-cell", "table:covered-table-cell":
      column += columnSpan
      columnSpan = attributes["table:number-columns-repeated"].flatMap { Int($0) } ?? 1
      cell = attributes["table:formula"].map { formula in
        // A date has its text alone; both readings write it the same way.
        FormulaCell(
          formula: formula, type: attributes["calcext:value-type"] ?? "",
          number: attributes["office:value"].flatMap { Double($0) },
          text: attributes["office:date-value"] ?? "")
      }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    guard let found = cell, found.number == nil, found.type != "date" else { return }
    cell?.text += characters.trimmingCharacters(in: .newlines)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    guard name == "table:table-cell" || name == "table:covered-table-cell", let cell else { return }
    found["\(sheet)!R\(row)C\(column)"] = cell
    self.cell = nil
  }
}
