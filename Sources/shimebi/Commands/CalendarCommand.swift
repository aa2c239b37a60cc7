import ArgumentParser
import Records
import Reports
import ServiceTerms

/// `shimebi calendar`: the business days of a month or a year, with the reason of each closed day (営業日カレンダー).
struct Calendar: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Lists business days and why the other days are closed (営業日カレンダー).")

  @Argument(help: "A month such as 2026-10, or a year such as 2026.")
  var period: String?

  @Option(help: "The same as the argument, for a month.")
  var month: MonthArgument?

  @OptionGroup var common: CommonOptions

  func run() throws {
    try reportingFailures(to: common.console()) {
      let months = try months()
      let templates = try TemplateFolder(path: common.templates, language: common.lang, jobs: common.jobs)
      for month in months {
        print(try CalendarText.month(month, templates: templates), terminator: "")
      }
      return 0
    }
  }

  private func months() throws -> [BillingMonth] {
    if let month {
      guard period == nil else {
        throw ValidationError("name the period once: \(month.month) with --month, or as it is")
      }
      return [month.month]
    }
    guard let period else { throw ValidationError("name a month such as 2026-10, or a year such as 2026") }
    if let month = MonthArgument(argument: period)?.month { return [month] }
    guard period.count == 4, let year = Int(period), let first = BillingMonth(year: year, month: 1) else {
      throw ValidationError("\(period) is neither a month such as 2026-10 nor a year such as 2026")
    }
    return (0..<12).map { first + $0 }
  }
}

/// A month of the calendar as lines: the day, its weekday, and why it is closed.
private enum CalendarText {
  static func month(_ month: BillingMonth, templates: TemplateFolder) throws -> String {
    let labels = templates.labels
    var lines: [String] = []
    var open = 0
    do {
      let frame = templates.frame(month)
      for day in stride(from: month.firstDay, through: month.lastDay, by: 1) {
        let calendar = frame.ruleBook(on: day).calendar
        let closure = try calendar.closure(of: day)
        if closure == nil { open += 1 }
        lines.append("\(day) (\(labels[day.weekday]))  \(closure.map { labels[$0] } ?? "○")")
      }
    } catch {
      throw Failure(.badInput, error.message)
    }
    let count = templates.language == .ja ? "営業日 \(open)日" : "\(open) business days"
    return "\(month)  \(count)\n" + lines.joined(separator: "\n") + "\n\n"
  }
}
