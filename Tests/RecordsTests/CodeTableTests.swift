import Records
import Testing

@Suite("Code tables")
struct CodeTableTests {
  enum Single: CaseIterable { case only }

  @Test("Every code has its own value")
  func values() {
    func check<Code: CaseIterable & RawRepresentable>(_: Code.Type) where Code.RawValue == String {
      let table = CodeTable<Code, String> { $0.rawValue }
      for code in Code.allCases { #expect(table[code] == code.rawValue) }
    }
    check(ServiceCode.self)
    check(Region.self)
    check(Channel.self)
    check(FindingCode.self)
    #expect(CodeTable<Single, Int> { _ in 7 }[.only] == 7)
  }
}
