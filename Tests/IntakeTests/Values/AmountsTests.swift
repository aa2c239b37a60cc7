import Records
import Testing

@testable import Intake

struct AmountsTests {
  @Test(
    "every form of an amount is read",
    arguments: [
      ("0", 0), ("1234", 1234), ("1,234", 1234), ("1,234,567", 1_234_567), ("¥1,234", 1234), ("￥1,234", 1234),
      ("\\1,234", 1234), ("1,234円", 1234), ("1234円", 1234), ("¥1234円", 1234), ("1234.0", 1234),
      ("1,234.00", 1234),
      ("¥1,234.00", 1234), ("1234.00円", 1234), ("１２３４", 1234), ("１，２３４", 1234), ("１２３４．００", 1234),
      ("007", 7), ("9223372036854775807", Int.max), ("9,223,372,036,854,775,807", Int.max),
    ])
  func yen(text: String, amount: Int) throws {
    #expect(try value(text) { c throws(CellFault) in try c.yen() }.get() == Yen(amount))
  }

  @Test(
    "a fraction, a negative amount, wrong groups or an overflow is no amount",
    arguments: [
      "-1", "－１", "+1", "1.5", "1.000", "1.", "1234.01", ".0", "1,23", "12,34", "1234,567", ",123", "1,234,",
      "1,,234",
      "abc", "1 234", "¥ 1", "1e3", "千円", "¥", "円", "円1", "1¥", "9223372036854775808",
      "99999999999999999999999",
      "△1", "▲1", "(1)", "1/2", "$1", "1千円",
    ])
  func invalidYen(text: String) {
    #expect(value(text) { c throws(CellFault) in try c.yen() } == .failure(CodedFault(.invalidYen)))
  }

  @Test("a whole number lies in its range", arguments: [("0", 0), ("100", 100), ("７", 7), ("007", 7)])
  func numbers(text: String, number: Int) throws {
    #expect(try value(text) { c throws(CellFault) in try c.wholeNumber(in: 0...100) }.get() == number)
  }

  @Test(
    "anything else is no whole number",
    arguments: ["101", "-1", "1.0", "1,0", "x", "99999999999999999999", "１０１", "1 0"])
  func invalidNumbers(text: String) {
    #expect(
      value(text) { c throws(CellFault) in try c.wholeNumber(in: 0...100) }
        == .failure(CodedFault(.invalidNumber)))
  }
}
