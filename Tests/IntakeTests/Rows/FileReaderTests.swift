import Records
import Testing

@testable import Intake

struct FileReaderTests {
  /// Everything that a reading says, as one value.
  private func outcome(_ bytes: [UInt8], jobs: Int, size: Int) -> String {
    do {
      let reading = try cases(bytes: bytes, reader(jobs: jobs, stretchSize: size))
      return """
        \(reading.export.rows)
        \(reading.export.lines)
        \(reading.export.rejectedKeys.sorted())
        \(reading.findings)
        \(reading.rejected.csv { $0.detail })
        \(reading.encoding)
        """
    } catch {
      return "\(error)"
    }
  }

  private static let header = Sample.caseHeader + ",failed_part_carrier"

  /// Quoted line ends, quotes within fields, blank lines, totals, errors and duplicates.
  private static let nasty: [String] = (0..<30).map { number in
    switch number % 10 {
    case 0: "S-\(number),C,2026-10-05 9:00,mail,disk,,,,\"ヤマト\n運輸\"\n"
    case 1: "\n\"S-\(number)\",C,2026-10-05 09:00,mail,disk,,,,\"a\"\"b,\r\n\"\r\n"
    case 2: "合計,,,,,,,\n"
    case 3: "S-\(number),C,soon,fax,,,,,\"x\r\n\r\n\"\r\n"
    case 4: "S-0,C,2026/10/05 09:00:00,メール,ディスク,,,,\"ヤマト\n運輸\"\n"
    case 5: "S-0,D,2026-10-05 09:00,mail,disk,,,,\n"
    case 6: "S-\(number),C,2026-10-05 09:00,mail,disk,,,,3.5\" bay\n"
    case 7: "S-\(number),C,2026-10-05 09:00,mail,disk,,,,3.5\" \"bay\"\n,,,,\n"
    case 8: "=\"S-\(number)\",C,2026-10-05 09:00,mail,disk\n"
    default: "S-\(number),C,2026-10-05 09:00,mail,disk,,,,佐川急便,,,\n"
    }
  }

  @Test("the parts into which a file is cut make no difference", arguments: [1, 4])
  func chunks(jobs: Int) {
    let bytes = Array(([Self.header + "\r\n"] + Self.nasty).joined().utf8)
    let expected = outcome(bytes, jobs: 1, size: 1 << 20)
    for size in Array(1...120) + [200, 500, 1000] {
      #expect(outcome(bytes, jobs: jobs, size: size) == expected, "\(size)")
    }
  }

  @Test("a quote within a field shifts nothing, wherever it stands", arguments: 0..<30)
  func strayQuotes(row: Int) {
    var rows = (0..<30).map { "S-\($0),C,2026-10-05 09:00,mail,disk,,,,\($0 % 4 == 0 ? "\"a\nb\"" : "c")\n" }
    rows[row] = "S-\(row),C,2026-10-05 09:00,mail,disk,,,,3.5\" bay\n"
    let bytes = Array(([Self.header + "\n"] + rows).joined().utf8)
    let expected = outcome(bytes, jobs: 1, size: 1 << 20)
    for size in [1, 60, 150, 400] { #expect(outcome(bytes, jobs: 2, size: size) == expected, "\(size)") }
  }

  @Test("a quote that is not closed is the same fault for any size", arguments: 0..<20)
  func unclosed(row: Int) throws {
    var rows = (0..<20).map { "S-\($0),C,2026-10-05 09:00,mail,disk,,,,\($0 % 3 == 0 ? "3.5\" bay" : "c")\n" }
    rows[row] = "S-\(row),C,2026-10-05 09:00,mail,disk,,,,\"never closed\n"
    let bytes = Array(([Self.header + "\n"] + rows).joined().utf8)
    let expected = outcome(bytes, jobs: 1, size: 1 << 20)
    for size in [1, 60, 150, 400] { #expect(outcome(bytes, jobs: 2, size: size) == expected, "\(size)") }
    if row == 19 {
      let fault = #expect(throws: IntakeFault.self) { _ = try cases(bytes: bytes) }
      #expect(fault?.code == .quoteUnclosed)
      #expect(fault?.line == 21)
    }
  }

  @Test(
    "a file gives the same whether in UTF-8, with a mark, or in CP932, with LF, CRLF or a missing last line end"
  )
  func encodings() throws {
    let text = ([Self.header + "\n"] + Self.nasty.filter { !$0.contains("\r") }).joined()
    let reference = try cases(bytes: Array(text.utf8))
    let crlf = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let variants: [[UInt8]] = [
      TextEncoding.utf8BOM + Array(text.utf8), CP932.encode(text).bytes, Array(text.utf8.dropLast()),
      Array(text.utf8) + [0x1A], CP932.encode(text).bytes + [0x0D, 0x0A, 0x1A],
    ]
    for bytes in variants {
      let reading = try cases(bytes: bytes)
      #expect(reading.export.rows == reference.export.rows)
      #expect(reading.export.lines == reference.export.lines)
      #expect(reading.findings == reference.findings)
    }
    let reading = try cases(bytes: Array(crlf.utf8))
    #expect(reading.export.lines == reference.export.lines)
    #expect(reading.findings.map(\.code) == reference.findings.map(\.code))
  }

  @Test("progress covers every byte of the file once a stage")
  func progress() throws {
    let bytes = Array(([Self.header + "\r\n"] + Self.nasty).joined().utf8)
    let seen = Seen()
    let reader = ExportReader(aliases: ColumnAliases(), jobs: 1, stretchSize: 100) { seen.add($0) }
    _ = try cases(bytes: bytes, reader)
    #expect(seen.bytes(.scanned) == bytes.count)
    #expect(seen.bytes(.read) == bytes.count - Self.header.utf8.count - 2)
  }

  /// Progress collected by one thread.
  private final class Seen: @unchecked Sendable {
    private var all: [ReadingProgress] = []
    func add(_ progress: ReadingProgress) { all.append(progress) }
    func bytes(_ stage: ReadingProgress.Stage) -> Int {
      all.filter { $0.stage == stage }.reduce(0) { $0 + $1.range.count }
    }
  }
}
