import Foundation
import FoundationXML

@testable import Excel

/// A finished workbook, read again without the library that wrote it.
struct ReadBack {
  struct Value: Equatable {
    var text = ""
    var formula: String?
    var isText = false
    var format = ""

    var number: Double? { isText ? nil : Double(text) }
  }

  var parts: [String: String] = [:]
  /// By sheet name, then `B3`.
  var sheets: [String: [String: Value]] = [:]
  var sheetNames: [String] = []

  init(_ path: String) throws {
    parts = try FileBytes(path: path).withBytes { bytes throws(ExcelFault) in
      guard let archive = ZipArchive(bytes) else { throw .damaged(path, reason: "no archive") }
      var parts: [String: String] = [:]
      for member in archive.members {
        var plain: [UInt8] = []
        let packed = UnsafeRawBufferPointer(rebasing: bytes[member.stored])
        guard Inflater.unpack(packed, { plain.append(contentsOf: $0) }) else {
          throw .damaged(path, reason: member.name)
        }
        parts[member.name] = String(decoding: plain, as: UTF8.self)
      }
      return parts
    }
    let strings = Elements.read(parts["xl/sharedStrings.xml"] ?? "").items("si")
    let styles = StyleSheet(parts["xl/styles.xml"] ?? "")
    sheetNames = Elements.read(parts["xl/workbook.xml"] ?? "").attributes("sheet").compactMap { $0["name"] }
    for (index, name) in sheetNames.enumerated() {
      sheets[name] = Cells.read(parts[SheetPart.name(index)] ?? "", strings: strings, styles: styles)
    }
  }

  func cell(_ address: String, in sheet: String? = nil) -> Value? {
    sheets[sheet ?? sheetNames.first ?? ""]?[address]
  }
}

/// Texts and attributes of elements, in document order.
private final class Elements: NSObject, XMLParserDelegate {
  private var found: [(name: String, attributes: [String: String], text: String)] = []
  private var open: [Int] = []

  static func read(_ xml: String) -> Elements {
    let elements = Elements()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = elements
    _ = parser.parse()
    return elements
  }

  func items(_ name: String) -> [String] { found.filter { $0.name == name }.map { unescaped($0.text) } }
  func attributes(_ name: String) -> [[String: String]] { found.filter { $0.name == name }.map(\.attributes) }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(found.count)
    found.append((name, attributes, ""))
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    let closed = open.removeLast()
    if let parent = open.last { found[parent].text += found[closed].text }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let current = open.last { found[current].text += text }
  }
}

/// `_x005F_` is how a file writes `_` before what would be an escape.
func unescaped(_ text: String) -> String { text.replacing("_x005F_", with: "_") }

private struct StyleSheet {
  private var formats: [String] = []

  init(_ xml: String) {
    let elements = Elements.read(xml)
    var codes: [String: String] = ["3": "#,##0", "9": "0%", "10": "0.00%"]
    for format in elements.attributes("numFmt") {
      if let id = format["numFmtId"] { codes[id] = format["formatCode"] }
    }
    let cellFormats = xml.split(separator: "<cellXfs").last.map { "<cellXfs" + $0.prefix { _ in true } } ?? ""
    let end = cellFormats.firstRange(of: "</cellXfs>")?.upperBound ?? cellFormats.endIndex
    for format in Elements.read(String(cellFormats[..<end])).attributes("xf") {
      formats.append(codes[format["numFmtId"] ?? ""] ?? "")
    }
  }

  subscript(_ index: String?) -> String {
    guard let index = index.flatMap({ Int($0) }), formats.indices.contains(index) else { return "" }
    return formats[index]
  }
}

private final class Cells: NSObject, XMLParserDelegate {
  private let strings: [String]
  private let styles: StyleSheet
  private var cells: [String: ReadBack.Value] = [:]
  private var current: (address: String, type: String, style: String?)?
  private var text = ""
  private var value = ""
  private var formula: String?

  init(strings: [String], styles: StyleSheet) {
    self.strings = strings
    self.styles = styles
  }

  static func read(_ xml: String, strings: [String], styles: StyleSheet) -> [String: ReadBack.Value] {
    let cells = Cells(strings: strings, styles: styles)
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = cells
    return parser.parse() ? cells.cells : [:]
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
    if name == "c" {
      current = (attributes["r"] ?? "", attributes["t"] ?? "n", attributes["s"])
      value = ""
      formula = nil
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?)
  {
    switch name {
    case "v", "t": value = text
    case "f": formula = text
    case "c":
      guard let current else { return }
      let words = current.type == "s" ? Int(value).map { strings[$0] } ?? "" : unescaped(value)
      cells[current.address] = ReadBack.Value(
        text: words, formula: formula, isText: current.type != "n", format: styles[current.style])
      self.current = nil
    default: break
    }
  }
}
