public import Intake
public import Records
import ServiceTerms

/// The names and messages that people read (表示名と文言), as `Templates/labels.<language>.yml` has them.
///
/// Loading proves that every code has its label and every label its code, so looking up never fails.
public struct Labels: Sendable {
  public let language: Language
  private let texts: [LabelSection: [String: String]]
  let findings: [FindingCode: FindingText]
  let steps: [StepCode: LabelPattern]

  public init(yaml: String, file: String, language: Language) throws(TemplateFault) {
    self.language = language
    let root = try TemplateNode(yaml: yaml, file: file)
      .fields(LabelSection.allCases.map(\.rawValue) + ["findings", "steps"])
    var texts: [LabelSection: [String: String]] = [:]
    for section in LabelSection.allCases {
      texts[section] = try section.read(root.required(section.rawValue))
    }
    self.texts = texts
    findings = try FindingText.all(root.required("findings"))
    steps = try LabelPattern.steps(root.required("steps"))
  }

  /// The label of a code; the code itself where the section does not have it.
  public subscript(_ section: LabelSection, _ code: String) -> String { texts[section]?[code] ?? code }

  public subscript(_ code: some Labelled) -> String { self[type(of: code).labelSection, code.rawValue] }

  public subscript(_ weekday: Weekday) -> String { self[.weekdays, weekday.code] }

  /// The short name of a target; a clause that is none has its id.
  public func rule(_ clause: Clause) -> String { self[.rules, clause.id] }

  /// The data or export column; an unknown one as it is.
  public func column(_ name: String) -> String { self[.columns, name] }
}
