/// Something in a template that cannot be used (テンプレートの誤り): where it is, what is wrong, what is expected.
///
/// Thrown before anything is written; a typing error is never passed over.
public struct TemplateFault: Error, Equatable {
  public let file: String
  /// The physical line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// The field, such as `editions[1].settings.cancellation` (lists count from 1); empty for the whole file.
  public let path: String
  public let problem: String
  public let expected: String

  public init(file: String, line: Int, path: String = "", problem: String, expected: String = "") {
    self.file = file
    self.line = line
    self.path = path
    self.problem = problem
    self.expected = expected
  }
}

/// `catalogue.yml:12: editions[1].settings.cancellation: "maybe" is not allowed; expected no_refund or by_day`
extension TemplateFault: CustomStringConvertible {
  public var description: String {
    let place = line > 0 ? "\(file):\(line)" : file
    let parts = [place, path, problem].filter { !$0.isEmpty }.joined(separator: ": ")
    return expected.isEmpty ? parts : "\(parts); expected \(expected)"
  }
}
