import Intake
import Records

/// What a kind of finding says (確認事項の文言), and how it is mended.
struct FindingText: Sendable {
  let message: LabelPattern
  let remedy: LabelPattern

  static let placeholders = ["file", "line", "column", "value", "key", "detail"]

  static func all(_ node: TemplateNode) throws(TemplateFault) -> [FindingCode: FindingText] {
    let fields = try node.fields(FindingCode.allCases.map(\.rawValue))
    var texts: [FindingCode: FindingText] = [:]
    for code in FindingCode.allCases {
      let entry = try fields.required(code.rawValue).fields(["message", "remedy"])
      texts[code] = FindingText(
        message: try LabelPattern(entry.required("message"), placeholders: placeholders),
        remedy: try LabelPattern(entry.required("remedy"), placeholders: placeholders))
    }
    return texts
  }
}
