import Records
public import ServiceTerms

extension Explanation {
  /// The explanation as a person reads it: a heading, then a numbered line for each step with its clause (説明文).
  ///
  /// It ends with a line feed.
  public static func text(of explanation: Explanation, labels: Labels) -> String {
    let subject = labels[.explanations, explanation.subject.rawValue]
    var lines = ["\(subject) \(explanation.id) (\(explanation.month))"]
    for (index, step) in explanation.steps.enumerated() {
      let number = String(index + 1)
      let clause = step.clause?.id ?? ""
      lines.append(
        blanks(3 - number.utf8.count) + "\(number). " + clause + blanks(6 - clause.utf8.count)
          + labels.sentence(of: step))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension Labels {
  /// One step as a sentence, with the closed days that it skipped.
  func sentence(of step: Step) -> String {
    var values: [String: String] = [:]
    for (parameter, value) in step.values { values[parameter.rawValue] = text(of: value) }
    let sentence = steps[step.code]?.filled(values) ?? step.code.rawValue
    guard !step.closedDays.isEmpty else { return sentence }
    let days = step.closedDays.map(text).joined(separator: ", ")
    let heading = self[.units, "closed_days"]
    return language == .ja ? "\(sentence)（\(heading): \(days)）" : "\(sentence) (\(heading): \(days))"
  }

  /// `09-19(土)`, `09-21 敬老の日`: a weekend by its weekday, any other day by its reason.
  private func text(of closed: ClosedDay) -> String {
    let date = closed.day.description.dropFirst(5)
    switch closed.closure {
    case .weekend: return date + weekday(of: closed.day)
    case .yearEnd: return "\(date) \(self[.closures, "year_end"])"
    case .nationalHoliday(let name), .companyHoliday(let name): return "\(date) \(oneLine(name))"
    }
  }
}
