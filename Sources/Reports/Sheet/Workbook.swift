public import Records

/// A workbook as a value (ブック); `Excel` writes it.
public struct Workbook: Sendable {
  /// What the file says about itself; created at 00:00 of the month's last day, never by a clock.
  public struct Properties: Sendable {
    public var title: String
    public var subject: String
    public var author: String
    public var company: String
    public var month: BillingMonth

    public init(title: String, subject: String = "", author: String, company: String, month: BillingMonth) {
      self.title = title
      self.subject = subject
      self.author = author
      self.company = company
      self.month = month
    }
  }

  /// A name that formulas may use for cells.
  public struct DefinedName: Hashable, Sendable {
    public var name: String
    public var sheet: String
    public var range: CellRange

    public init(_ name: String, sheet: String, _ range: CellRange) {
      self.name = name
      self.sheet = sheet
      self.range = range
    }
  }

  /// How days are written: `2026/10/05` or `2026-10-05`.
  public enum DayNotation: Sendable { case slashes, hyphens }

  public var properties: Properties
  public var sheets: [Sheet]
  public var definedNames: [DefinedName] = []
  public var dayNotation = DayNotation.slashes
  /// What `Style.own` counts into.
  public var looks: [Look] = []

  public init(properties: Properties, sheets: [Sheet] = []) {
    self.properties = properties
    self.sheets = sheets
  }

  public func look(_ style: Style) -> Look {
    if case .own(let index) = style { return looks.indices.contains(index) ? looks[index] : Look() }
    return style.look ?? Look()
  }
}
