import Records

/// The `calendar` of an edition: business hours and the provider's own closed days (SB-1).
struct CalendarTemplate {
  let hours: BusinessHours
  let closures: Closures

  init(_ node: TemplateNode) throws(TemplateFault) {
    let fields = try node.fields(["clause", "business_hours", "year_end", "company_holidays"])
    try fields.required("clause").clause(.sb1)
    hours = try Self.hours(fields.required("business_hours"))
    let (from, through) = try Self.yearEnd(fields.required("year_end"))
    closures = Closures(
      yearEndFrom: from, yearEndThrough: through,
      companyHolidays: try Self.companyHolidays(fields.required("company_holidays")))
  }

  private static func hours(_ node: TemplateNode) throws(TemplateFault) -> BusinessHours {
    let fields = try node.fields(["from", "through"])
    let hours = BusinessHours(
      from: try fields.required("from").time(), through: try fields.required("through").time())
    guard hours.from < hours.through else {
      throw node.fault(
        Message(ja: "営業時間が始まる前に終わります", en: "the business day ends before it begins"),
        expected: Message(ja: "from が through より前", en: "from before through"))
    }
    return hours
  }

  private static func yearEnd(_ node: TemplateNode) throws(TemplateFault) -> (MonthDay?, MonthDay?) {
    if node.isNone { return (nil, nil) }
    let fields = try node.fields(["from", "through"])
    return (try fields.required("from").monthDay(), try fields.required("through").monthDay())
  }

  /// Days with their names; a day named `none` in a later edition is taken back.
  private static func companyHolidays(_ node: TemplateNode) throws(TemplateFault) -> [Day: String] {
    var holidays: [Day: String] = [:]
    for (key, value) in try node.entries() {
      guard let day = Day(template: key) else {
        throw value.fault(
          Message(ja: "「\(key)」は日付ではありません", en: "\"\(key)\" is no date"),
          expected: Message(ja: "2026-08-14 のような日付", en: "a date such as 2026-08-14"))
      }
      if !value.isNone { holidays[day] = try value.text() }
    }
    return holidays
  }
}
