import Intake
import ServiceTerms

extension LabelPattern {
  /// The sentence of every step of an explanation (説明の文).
  static func steps(_ node: TemplateNode) throws(TemplateFault) -> [StepCode: LabelPattern] {
    let fields = try node.fields(StepCode.allCases.map(\.rawValue))
    let names = StepParameter.allCases.map(\.rawValue)
    var patterns: [StepCode: LabelPattern] = [:]
    for code in StepCode.allCases {
      patterns[code] = try LabelPattern(fields.required(code.rawValue), placeholders: names)
    }
    return patterns
  }
}
