public import Intake
public import Records

/// The text of a document (帳票の文面), `Templates/invoice.<lang>.mustache`: parsed once, its names checked.
///
/// The names are those of the layout with `_` for `.`: `{{document_number}}`, in a section of its band
/// `{{line_contents}}`. `has_lines` says whether a band has lines.
public struct DocumentTextTemplate: Sendable {
  private let template: TextTemplate
  private let names: TextNames
  private let notation: DocumentTemplate.Notation

  public init(
    _ text: String, file: String, language: Language, vocabulary: DocumentVocabulary = .invoice
  ) throws(TemplateFault) {
    names = TextNames(vocabulary)
    template = try TextTemplate(text, file: file, shape: names.shape)
    notation = language == .ja ? .slashes : .hyphens
  }

  public func text(_ values: DocumentValues) -> String {
    var context = context(values.fields, names.fields)
    for (band, words) in names.bands {
      let lines = values.bands[band] ?? []
      context[band] = .list(lines.map { self.context($0, words) })
      context["has_\(band)"] = .flag(!lines.isEmpty)
    }
    return template.render(context)
  }

  private func context(_ cells: [String: Cell], _ names: [TextNames.Name]) -> TextContext {
    var context = TextContext()
    for name in names {
      let cell = cells[name.word] ?? .blank
      context[name.text] = name.isFlag ? .flag(cell.isPresent) : .value(TextCell(cell.words(notation)))
    }
    return context
  }
}

/// The words of a vocabulary as a text calls them.
struct TextNames: Sendable {
  struct Name: Sendable {
    var word: String
    var text: String
    var isFlag: Bool

    init(_ word: String) {
      self.word = word
      text = String(word.map { $0 == "." ? "_" : $0 })
      isFlag = word.contains(".is_")
    }
  }

  let fields: [Name]
  let bands: [(band: String, words: [Name])]

  init(_ vocabulary: DocumentVocabulary) {
    fields = vocabulary.fields.sorted().map { Name($0) }
    bands = vocabulary.bands.sorted { $0.key < $1.key }
      .map { (band: $0.key, words: $0.value.sorted().map { Name($0) }) }
  }

  var shape: [String: TextShape] {
    var shape = Self.shape(fields)
    for (band, words) in bands {
      shape[band] = .section(Self.shape(words))
      shape["has_\(band)"] = .flag
    }
    return shape
  }

  private static func shape(_ names: [Name]) -> [String: TextShape] {
    Dictionary(
      names.map { ($0.text, $0.isFlag ? TextShape.flag : .value) }, uniquingKeysWith: { first, _ in first })
  }
}
