public import Records

/// Something in a template that cannot be used (テンプレートの誤り): where it is, what is wrong, what is expected.
///
/// Thrown before anything is written; a typing error is never passed over.
public struct TemplateFault: Error, Equatable {
  public let file: String
  /// The physical line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// The field, such as `editions[1].settings.cancellation` (lists count from 1); empty for the whole file.
  public let path: String
  public let problem: Message
  public let expected: Message?

  public init(file: String, line: Int, path: String = "", problem: Message, expected: Message? = nil) {
    self.file = file
    self.line = line
    self.path = path
    self.problem = problem
    self.expected = expected
  }
}

extension TemplateFault {
  /// `catalogue.yml:12: editions[1].settings.cancellation: "maybe" is not allowed; expected no_refund or by_day`
  public var message: Message {
    let place = [line > 0 ? "\(file):\(line)" : file, path].filter { !$0.isEmpty }.joined(separator: ": ")
    return Message(
      ja: "\(place): \(problem.ja)" + (expected.map { " (正しくは \($0.ja))" } ?? ""),
      en: "\(place): \(problem.en)" + (expected.map { "; expected \($0.en)" } ?? ""))
  }
}

extension TemplateFault: CustomStringConvertible {
  public var description: String { message.en }
}
