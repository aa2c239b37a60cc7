import Records
import Testing

@testable import Intake

struct RejectedRowsTests {
  private let bad = "S-2,C-1,soon,mail,disk,,,"

  @Test("rejected rows keep their bytes and get four columns")
  func csv() throws {
    let reading = try cases(Sample.supportCase, bad + " \"x\" ")
    let bytes = reading.rejected.csv { "\($0.column), \"\($0.value)\"" }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == Sample.caseHeader + ",reject_line,reject_code,reject_column,reject_message\r\n"
        + bad + " \"x\" ,3,invalid_timestamp,received_at,\"received_at, \"\"soon\"\"\"\r\n")
  }

  @Test("a quote of a message stays in pairs, whatever follows it")
  func marks() throws {
    let bytes = try cases(bad).rejected.csv { _ in "\"\u{3099}" }
    #expect(String(decoding: bytes, as: UTF8.self).unicodeScalars.count { $0 == "\"" } == 4)
  }

  @Test("a file with a mark, line ends in fields and CRLF stays what it was")
  func mark() throws {
    let text = "\u{FEFF}\(Sample.caseHeader),memo\r\nS-2,C-1,soon,mail,disk,,,,\"a\r\nb\"\r\n"
    let reading = try cases(bytes: Array(text.utf8))
    let bytes = reading.rejected.csv { _ in "m" }
    #expect(
      Array(bytes)
        == Array(
          ("\u{FEFF}\(Sample.caseHeader),memo,reject_line,reject_code,reject_column,reject_message\r\n"
            + "S-2,C-1,soon,mail,disk,,,,\"a\r\nb\",2,invalid_timestamp,received_at,m\r\n").utf8))
  }

  @Test("a CP932 file is rejected in CP932, message included")
  func cp932() throws {
    let text = CP932.encode("\(Sample.caseHeader)\r\nS-2,契約①,いつか,電話,ソ,,,\r\n").bytes
    let reading = try cases(bytes: text)
    #expect(reading.encoding == .cp932)
    #expect(reading.findings.map(\.value) == ["いつか", "ソ"])
    #expect(
      reading.rejected.csv { _ in "日時〜😀" }
        == CP932.encode(
          "\(Sample.caseHeader),reject_line,reject_code,reject_column,reject_message\r\n"
            + "S-2,契約①,いつか,電話,ソ,,,,2,invalid_timestamp,received_at,日時～〓\r\n"
        ).bytes)
  }

  @Test("rows rejected as duplicates stand between the others, in the order of the file")
  func order() throws {
    let reading = try cases(
      Sample.supportCase, bad, "S-1,C-2,2026-10-05 09:00,mail,disk,,,", "S-3,C-1,never,mail,disk,,,")
    #expect(reading.rejected.rows.map(\.line) == [3, 4, 5])
    #expect(reading.findings.map(\.line) == [3, 4, 5])
    #expect(
      reading.rejected.rows.map { $0.findings.map(\.code) } == [
        [.invalidTimestamp], [.duplicateConflict], [.invalidTimestamp],
      ])
  }
}
