import Billing
import Records
import Testing

@testable import Reports

@Suite("Names of the documents' files")
struct DocumentFileNamesTests {
  private func names(_ customers: [String], numbered: Bool = false) throws -> [String] {
    var sample = SampleBilling(isNumbered: numbered)
    sample.month.contracts = try customers.enumerated().map { try .pack("K-\($0.offset)", $0.element) }
    return DocumentFileNames(try sample.report().billing.documents).names
  }

  @Test("A draft says so, a closed document has its number")
  func plain() throws {
    #expect(try names(["C_01-a"]) == ["DRAFT_C_01-a"])
    #expect(try names(["C_01-a"], numbered: true) == ["202610-0001_C_01-a"])
  }

  @Test(
    "Other bytes of an id are written as %XX",
    arguments: [
      ("a/b", "a%2Fb"), ("..", "%2E%2E"), ("東", "%E6%9D%B1"), ("a b", "a%20b"), ("100%", "100%25"),
      ("C:\\x", "C%3A%5Cx"),
    ])
  func escaped(customer: String, expected: String) throws {
    #expect(try names([customer]) == ["DRAFT_\(expected)"])
  }

  @Test("An id of more than 100 bytes gives way to its SHA-256")
  func long() throws {
    let longest = String(repeating: "東", count: 11)
    #expect(try names([longest])[0].hasPrefix("DRAFT_%E6%9D%B1"))
    // printf '東' twelve times | sha256sum
    #expect(try names([longest + "東"]) == ["DRAFT_fc3f7400d20589fe"])
  }

  @Test("Names that differ only in the case of letters would be one file on Windows")
  func clash() throws {
    let names = try names(["ABC", "abc", "abd"])
    #expect(names[0] == "DRAFT_ABC")
    #expect(names[1] == "DRAFT_ba7816bf8f01cfea")
    #expect(names[2] == "DRAFT_abd")
  }
}
