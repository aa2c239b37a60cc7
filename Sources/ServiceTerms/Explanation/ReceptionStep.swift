import Records

extension Step {
  /// When a case or inquiry counts as received, and which closed days lie between.
  ///
  /// `clause` is the one that gives the hours, `late` the one that moves what comes outside them.
  static func reception(
    of received: JSTInstant, effective: JSTInstant, _ reception: Reception, calendar: BusinessCalendar,
    clause: Clause, late: Clause
  ) throws(CalendarFault) -> Step {
    guard case .businessDays(let from, let through) = reception else {
      return Step(.receptionAlways, .od1, [.received: .instant(received)])
    }
    guard effective != received else {
      return Step(.receptionInHours, clause, [.received: .instant(received)])
    }
    let values: [StepParameter: StepValue] = [
      .received: .instant(received), .effective: .instant(effective), .from: .time(from),
      .through: .time(through),
    ]
    if effective.day == received.day { return Step(.receptionBeforeHours, late, values) }
    let isOpen = try calendar.isBusinessDay(received.day)
    return Step(
      isOpen ? .receptionAfterHours : .receptionOnClosedDay, late, values,
      closedDays: try calendar.closedDays(from: received.day, through: effective.day))
  }
}
