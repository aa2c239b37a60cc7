import Records

/// What a document says in words (帳票の文言), each in `document_texts` of the labels; `{name}` stands for a value.
enum DocumentPhrase: String, CaseIterable, Sendable, Labelled {
  case draft, period
  case ticketPack = "ticket_pack"
  case ticketOverage = "ticket_overage"
  case renewal, device, term, freight
  case failedPart = "failed_part"
  case replacement
  case unreturnedPart = "unreturned_part"
  case contractNote = "contract_note"
  case inquiryNote = "inquiry_note"
  case caseNote = "case_note"
  case correction, corrects
  case advanceTax = "advance_tax"
  case advancesStatement = "advances_statement"
  case refundsStatement = "refunds_statement"
  case smallReturn = "small_return"

  static var labelSection: LabelSection { .documentTexts }

  /// The names of the values that the text may show.
  var placeholders: [String] {
    switch self {
    case .period: ["year", "month", "code"]
    case .ticketPack, .ticketOverage: ["tickets"]
    case .renewal: ["service"]
    case .device: ["device"]
    case .term: ["from", "through"]
    case .freight: ["leg"]
    case .contractNote: ["contract"]
    case .inquiryNote: ["inquiry"]
    case .caseNote: ["case"]
    case .correction: ["number", "date", "posted", "desired"]
    case .corrects: ["number", "date"]
    case .advanceTax: ["rate", "tax"]
    case .draft, .failedPart, .replacement, .unreturnedPart, .advancesStatement, .refundsStatement,
      .smallReturn:
      []
    }
  }
}

/// The phrases of one language, parsed once.
struct DocumentPhrases: Sendable {
  private let sentences: [DocumentPhrase: Sentence]
  private let language: Language

  init(_ labels: Labels) {
    language = labels.language
    sentences = Dictionary(
      uniqueKeysWithValues: DocumentPhrase.allCases.map { ($0, Sentence(labels[$0])) })
  }

  func callAsFunction(_ phrase: DocumentPhrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    sentences[phrase]?.filled(values) ?? ""
  }

  /// `2026/10/05` in Japanese, `2026-10-05` in English.
  func day(_ day: Day) -> String {
    let text = day.description
    guard language == .ja else { return text }
    return String(decoding: text.utf8.map { $0 == 0x2D ? 0x2F : $0 }, as: UTF8.self)
  }
}
