import Intake
import Mustache

/// A text that a clerk may edit (文面のひな形), as Mustache; every name in it is checked when it is loaded.
///
/// An unknown name would render as nothing, and without its first line the text would be escaped like a web page.
struct TextTemplate: Sendable {
  private let template: MustacheTemplate

  init(_ text: String, file: String, shape: [String: TextShape]) throws(TemplateFault) {
    try TextTemplateCheck(file: file, shape: shape).check(text)
    do {
      template = try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateFault(
        file: file, line: error.context.lineNumber, problem: "cannot be read: \(error.error)")
    } catch {
      throw TemplateFault(file: file, line: 0, problem: "cannot be read: \(error)")
    }
  }

  /// Blanks at the ends of lines are left out.
  func render(_ context: TextContext) -> String {
    let lines = template.render(context.object).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      String(line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)])
    }.joined(separator: "\n")
  }
}

/// Walks the tags of a template before Mustache sees it.
struct TextTemplateCheck {
  let file: String
  let shape: [String: TextShape]

  static let firstLine = "{{% CONTENT_TYPE: TEXT}}"

  func check(_ text: String) throws(TemplateFault) {
    var scopes = [shape]
    var open: [(name: String, line: Int)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = index + 1
      if number == 1 && !line.hasPrefix(Self.firstLine) {
        throw fault(1, "does not begin as plain text", expected: Self.firstLine)
      }
      for tag in try tags(of: line, number) {
        switch tag.first {
        case "!", "%": break
        case "#", "^":
          let name = try name(tag.dropFirst(), number)
          scopes.append(try section(name, in: scopes, number))
          open.append((name, number))
        case "/":
          guard let last = open.popLast(), last.name == (try name(tag.dropFirst(), number)) else {
            throw fault(
              number, "{{\(tag)}} ends no section", expected: open.last.map { "{{/\($0.name)}}" } ?? "")
          }
          scopes.removeLast()
        case ">", "<", "$", "=", "{", "&":
          throw fault(number, "{{\(tag)}} is not supported", expected: "values and sections")
        default: try checkValue(tag, in: scopes, number)
        }
      }
    }
    if let last = open.last { throw fault(last.line, "section \(last.name) is never closed") }
  }

  private func tags(of line: Substring, _ number: Int) throws(TemplateFault) -> [Substring] {
    var tags: [Substring] = []
    var rest = line
    while let start = rest.firstRange(of: "{{") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: "}}") else {
        throw fault(number, "a tag is not closed on its line", expected: "}}")
      }
      tags.append(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return tags
  }

  private func name(_ text: Substring, _ number: Int) throws(TemplateFault) -> String {
    let name = text.filter { $0 != " " }
    guard !name.isEmpty else { throw fault(number, "a tag has no name") }
    return name
  }

  private func section(
    _ name: String, in scopes: [[String: TextShape]], _ number: Int
  ) throws(TemplateFault) -> [String: TextShape] {
    switch find(name, in: scopes) {
    case .section(let inner): return inner
    case .flag, .value: return [:]
    case nil: throw unknown(name, scopes, number)
    }
  }

  private func checkValue(
    _ tag: Substring, in scopes: [[String: TextShape]], _ number: Int
  ) throws(TemplateFault) {
    var name = try name(tag, number)
    while let open = name.firstIndex(of: "("), name.hasSuffix(")") {
      let transform = String(name[..<open])
      guard TextCell.alignment(transform) != nil else {
        throw fault(
          number, "unknown alignment \(transform)", expected: "left, right, cut, bar or wrap with a width")
      }
      name = String(name[name.index(after: open)...].dropLast())
    }
    guard let shape = find(name, in: scopes) else { throw unknown(name, scopes, number) }
    guard shape == .value else {
      throw fault(number, "\(name) is a section, not a value", expected: "{{#\(name)}} … {{/\(name)}}")
    }
  }

  /// The innermost section that has the name.
  private func find(_ name: String, in scopes: [[String: TextShape]]) -> TextShape? {
    for scope in scopes.reversed() {
      if let shape = scope[name] { return shape }
    }
    return nil
  }

  private func unknown(_ name: String, _ scopes: [[String: TextShape]], _ number: Int) -> TemplateFault {
    let known = Set(scopes.flatMap(\.keys)).sorted().joined(separator: ", ")
    return fault(number, "unknown name \(name)", expected: "one of \(known)")
  }

  private func fault(_ line: Int, _ problem: String, expected: String = "") -> TemplateFault {
    TemplateFault(file: file, line: line, problem: problem, expected: expected)
  }
}
