import Intake
import Mustache
import Records

/// A text that a clerk may edit (文面のひな形), in Mustache; every name in it is checked when it is loaded.
///
/// An unknown name would render as nothing, and without its first line the text would be escaped like a web page.
/// A month may have 100,000 findings, so the checked template is rendered here, 20 times as fast as by the library, which
/// reads it once for its syntax and stands beside it in the tests.
struct TextTemplate: Sendable {
  private let pieces: [TextPiece]

  init(_ text: String, file: String, shape: [String: TextShape]) throws(TemplateFault) {
    pieces = try TextTemplateParser.pieces(of: text, file: file, shape: shape)
    do {
      _ = try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateFault(
        file: file, line: error.context.lineNumber, problem: Self.unreadable(error.error))
    } catch {
      throw TemplateFault(file: file, line: 0, problem: Self.unreadable(error))
    }
  }

  private static func unreadable(_ error: any Error) -> Message {
    Message(ja: "読めません: \(error)", en: "cannot be read: \(error)")
  }

  /// Blanks at the ends of lines are left out.
  func render(_ context: TextContext) -> String {
    var output = TextOutput()
    output.write(pieces, [context])
    return output.text
  }
}

/// A part of a template (ひな形の部品).
indirect enum TextPiece: Sendable {
  case text([UInt8])
  case newline
  case value(String, [(TextCell.Alignment, width: Int)])
  /// Once for each of a list, or once for a flag that is set or a value that is not empty; inverted, once otherwise.
  case section(String, isInverted: Bool, [TextPiece])
}

/// The text while it is put together.
private struct TextOutput {
  private var bytes: [UInt8] = []

  /// Without blanks at the ends of lines, also of those that a value was wrapped into.
  var text: String {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == 0x0A {
        while kept.last == 0x20 { kept.removeLast() }
      }
      kept.append(byte)
    }
    while kept.last == 0x20 { kept.removeLast() }
    return String(decoding: kept, as: UTF8.self)
  }

  /// The innermost context that has a name gives its value.
  mutating func write(_ pieces: [TextPiece], _ contexts: [TextContext]) {
    for piece in pieces {
      switch piece {
      case .text(let text): bytes += text
      case .newline: bytes.append(0x0A)
      case .value(let name, let alignments):
        guard case .value(var cell) = find(name, contexts) else { continue }
        // The innermost alignment comes first.
        for (alignment, width) in alignments.reversed() {
          cell = TextCell(cell.aligned(alignment, width), share: cell.share)
        }
        bytes += cell.text.utf8
      case .section(let name, let isInverted, let inner):
        writeSection(find(name, contexts), isInverted, inner, contexts)
      }
    }
  }

  private mutating func writeSection(
    _ part: TextContext.Part?, _ isInverted: Bool, _ inner: [TextPiece], _ contexts: [TextContext]
  ) {
    switch part {
    case .flag(let flag):
      if flag != isInverted { write(inner, contexts) }
    case .value(let cell):
      if cell.text.isEmpty == isInverted { write(inner, contexts) }
    case .list(let list): writeAll(list.count, isInverted, inner, contexts) { list[$0] }
    case .series(let count, let context): writeAll(count, isInverted, inner, contexts, context)
    case nil: break
    }
  }

  private mutating func writeAll(
    _ count: Int, _ isInverted: Bool, _ inner: [TextPiece], _ contexts: [TextContext],
    _ context: (Int) -> TextContext
  ) {
    if isInverted {
      if count == 0 { write(inner, contexts) }
    } else {
      for index in 0..<count { write(inner, contexts + [context(index)]) }
    }
  }

  private func find(_ name: String, _ contexts: [TextContext]) -> TextContext.Part? {
    for context in contexts.reversed() {
      if let part = context[name] { return part }
    }
    return nil
  }
}
