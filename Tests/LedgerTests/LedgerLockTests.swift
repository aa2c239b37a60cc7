import Testing

@testable import Ledger

@Suite("The lock of the ledger's folder")
struct LedgerLockTests {
  @Test("a second run is refused and told who holds the lock; afterwards it is free")
  func held() throws {
    let books = try Books()
    do {
      let first = try LedgerLock(folder: books.folder, holder: "4711 since 2026-11-02 09:00")
      #expect(throws: LedgerLock.Fault.held(holder: "4711 since 2026-11-02 09:00")) {
        try LedgerLock(folder: books.folder, holder: "4712")
      }
      _ = first
    }
    _ = try LedgerLock(folder: books.folder, holder: "4713")
  }

  @Test("a folder that cannot be written is said so")
  func cannotWrite() throws {
    #expect(throws: LedgerLock.Fault.self) { try LedgerLock(folder: "/nowhere/at/all", holder: "1") }
  }
}
