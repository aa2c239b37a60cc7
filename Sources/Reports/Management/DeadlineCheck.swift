import Records
import ServiceTerms

/// The rule's deadline once more, as a live formula over the sheet of closed days (期限の検算).
///
/// > Terms: AR-1, ON-4, OD-2
struct DeadlineCheck: Sendable {
  let frame: MonthFrame
  let cases: [SupportCase]
  /// The name of the closed days of each edition of the catalogue; nil where the period has none.
  let closedDays: [String?]

  /// The columns of the detail sheet that a formula reads.
  private static let effective = 8
  private static let isolated = 9

  func cell(_ outcome: CaseOutcome, row: Int) -> Cell {
    guard let deadline = outcome.ruleDeadline, let rule = outcome.rule else { return .blank }
    let edition = frame.catalogue.index(on: cases[Int(outcome.caseIndex)].receivedAt.day)
    let targets = frame.catalogue.editions[edition].targets
    let isolated = Address(row: row, column: Self.isolated)
    let start = "MAX(\(Address(row: row, column: Self.effective)),\(isolated))"
    switch rule {
    case .ar1:
      let holidays = closedDays[edition].map { ",INDEX(\($0),0,1)" } ?? ""
      return .formula(
        "WORKDAY.INTL(INT(\(isolated)),\(targets.shipWithinBusinessDays),1\(holidays))", .deadline(deadline))
    case .on4: return .formula("INT(\(start))", .deadline(deadline))
    case .od2: return .formula("\(start)+\(targets.visitWithinMinutes)/1440", .deadline(deadline))
    default: return .blank
    }
  }
}

extension ManagementWorkbook {
  /// Live formulas make a large workbook slow to open; a giant month goes without.
  var checksDeadlines: Bool { result.outcomes.count < 50_000 }

  func deadlineCheck() throws(CalendarFault) -> DeadlineCheck {
    var names: [String?] = []
    for edition in report.frame.catalogue.editions.indices {
      names.append(try closures(of: edition).isEmpty ? nil : closedDaysName(edition))
    }
    return DeadlineCheck(frame: report.frame, cases: cases, closedDays: names)
  }

  func closedDaysName(_ edition: Int) -> String {
    report.frame.catalogue.editions.count == 1 ? "ClosedDays" : "ClosedDays_\(edition + 1)"
  }

  /// The closed days of an edition from the first isolation to the last deadline, Saturdays and Sundays left out.
  func closures(of edition: Int) throws(CalendarFault) -> [(day: Day, closure: Closure)] {
    let checked = result.outcomes.filter { $0.rule == .ar1 }
    let first = checked.compactMap { $0.clockStartsAt?.day }.min() ?? report.month.firstDay
    let last = checked.compactMap { $0.ruleDeadline?.day }.max() ?? report.month.lastDay
    let calendar = report.frame.ruleBook(on: report.frame.catalogue.editions[edition].effectiveFrom).calendar
    var closures: [(day: Day, closure: Closure)] = []
    for day in min(first, report.month.firstDay)...max(last, report.month.lastDay) {
      guard let closure = try calendar.closure(of: day), closure != .weekend else { continue }
      closures.append((day, closure))
    }
    return closures
  }

  /// The closed days that the check column counts with (休業日).
  func closedDaysSheet() throws(CalendarFault) -> Sheet {
    var sheet = ReportSheet(.closedDays, self, clauses: [.sb1])
    for edition in report.frame.catalogue.editions.indices {
      let closures = try closures(of: edition)
      guard !closures.isEmpty || report.frame.catalogue.editions.count == 1 else { continue }
      let rows: [[Cell]] = closures.map {
        [.day($0.day), .text(labels[$0.day.weekday]), .text(labels[$0.closure])]
      }
      let from = labels.day(report.frame.catalogue.editions[edition].effectiveFrom)
      sheet.add("\(labels[Heading.edition]) \(from)") { _ in
        Table(
          name: closures.isEmpty ? nil : closedDaysName(edition),
          columns: [Heading.day, .weekday, .why].map { Table.Column(labels[$0]) }, rows: Rows(rows),
          hasFilter: report.frame.catalogue.editions.count == 1, emptyNote: labels[Heading.none])
      }
    }
    return sheet.finished()
  }
}
