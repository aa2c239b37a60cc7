import Records
import Testing

@testable import Intake

struct CodeNamesTests {
  @Test("every canonical word and every Japanese name of a code is read")
  func everyWord() throws {
    try check(CodeNames.channels, [("mail", .mail), ("メール", .mail), ("phone", .phone), ("電話", .phone)])
    try check(
      CodeNames.parts, [("enclosure", .enclosure), ("筐体", .enclosure), ("disk", .disk), ("ディスク", .disk)])
    try check(
      CodeNames.outcomes,
      [
        ("hardware_fault", .hardwareFault), ("故障", .hardwareFault), ("no_fault", .noFault),
        ("異常なし", .noFault),
        ("withdrawn", .withdrawn), ("取下げ", .withdrawn),
      ])
    try check(
      CodeNames.freightTerms,
      [("prepaid", .prepaid), ("元払い", .prepaid), ("collect", .collect), ("着払い", .collect)])
    try check(
      CodeNames.categories,
      [
        ("hardware_isolation", .hardwareIsolation), ("切り分け", .hardwareIsolation),
        ("specification", .specification),
        ("機能仕様", .specification), ("configuration", .configuration), ("設定方法", .configuration),
        ("operation_check", .operationCheck), ("動作確認", .operationCheck),
        ("troubleshooting", .troubleshooting),
        ("トラブルシューティング", .troubleshooting), ("ﾄﾗﾌﾞﾙｼｭｰﾃｨﾝｸﾞ", .troubleshooting), ("other", .other),
        ("その他", .other),
      ])
  }

  private func check<Code: Equatable & Sendable>(_ words: Words<Code>, _ expected: [(String, Code)]) throws {
    for (text, code) in expected {
      #expect(try value(text) { c throws(CellFault) in try c.code(words) }.get() == code, "\(text)")
    }
  }
}
