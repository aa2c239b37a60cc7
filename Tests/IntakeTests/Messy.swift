import Records

@testable import Intake

/// Writes values as people do: the same meaning in a form drawn by chance from a seed.
struct Messy: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

  mutating func day(_ day: Day) -> String {
    let (year, month, date) = day.components
    let plain = "\(year)/\(month)/\(date)"
    return wide(
      pick([
        day.description, plain, "\(year).\(month).\(date)", "\(year)年\(month)月\(date)日",
        day.description.filter { $0 != "-" }, year > 2018 ? "R\(year - 2018).\(month).\(date)" : plain,
        year > 2018 ? "令和\(year == 2019 ? "元" : String(year - 2018))年\(month)月\(date)日" : plain,
      ]))
  }

  mutating func timestamp(_ instant: JSTInstant) -> String {
    let seconds = instant.seconds % 86_400
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    let exact = "\(instant.timeOfDay):\(second < 10 ? "0" : "")\(second)"
    if chance(10) { return "\(instant.day)T\(exact)+09:00" }
    if chance(10) {
      let utc = instant + -9 * 3600
      return "\(utc.description)Z"
    }
    let times = [exact, "\(hour)時\(minute)分\(second)秒"]
    let short = second == 0 ? ["\(hour)時\(minute)分", String(instant.timeOfDay.description)] : []
    return day(instant.day) + pick([" ", "T", "  ", "　"]) + wide(pick(times + short))
  }

  mutating func yen(_ yen: Yen) -> String {
    let digits = String(yen.amount)
    let groups = digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }
    let amount = pick([digits, groups.joined()]) + pick(["", "", ".0", ".00"])
    return wide(pick([amount, "¥" + amount, "￥" + amount, amount + "円"]))
  }

  mutating func flag(_ flag: Bool) -> String {
    pick(
      flag
        ? ["Y", "yes", "TRUE", "1", "○", "有", "はい", "ｙ"]
        : ["N", "No", "false", "0", "×", "無", "いいえ", "", "Ｎ"])
  }

  mutating func code<Code: RawRepresentable<String>>(_ code: Code, _ names: String...) -> String {
    wide(pick(names + [code.rawValue, code.rawValue.uppercased()]))
  }

  /// A key or text, kept as it stands.
  mutating func text(_ text: String) -> String { chance(10) ? "=\"\(text)\"" : text }

  /// Now and then in full-width characters.
  private mutating func wide(_ text: String) -> String {
    guard chance(15) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          (0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }

  /// A field of a CSV, with blanks and quotes by chance.
  mutating func field(_ value: String) -> String {
    let padded = chance(15) ? pick([" ", "　", "\t"]) + value + pick(["", " ", "　"]) : value
    let needsQuotes = padded.contains { $0 == "," || $0 == "\"" || $0 == "\n" }
    guard needsQuotes || chance(20) else { return padded }
    return "\"" + padded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// A file of `rows` under `headings`, in an order, an encoding and with line ends drawn by chance.
  mutating func file(_ headings: [[String]], _ rows: [[String]]) -> [UInt8] {
    let order = headings.indices.shuffled(using: &self)
    let lineEnd = pick(["\n", "\r\n"])
    var text = order.map { field(pick(headings[$0])) }.joined(separator: ",") + ",備考" + lineEnd
    for row in rows {
      text +=
        order.map { field(row[$0]) }.joined(separator: ",") + "," + pick(["", "memo", "\"a\(lineEnd)b\""])
      text += (chance(10) ? ",," : "") + lineEnd
      if chance(5) { text += pick(["", "  ", ",,,"]) + lineEnd }
      if chance(2) { text += "合計,1" + lineEnd }
    }
    if chance(50) { text.removeLast() }
    switch number(0...2) {
    case 0: return CP932.encode(text).bytes
    case 1: return TextEncoding.utf8BOM + Array(text.utf8)
    default: return Array(text.utf8) + (chance(30) ? [0x1A] : [])
    }
  }
}
