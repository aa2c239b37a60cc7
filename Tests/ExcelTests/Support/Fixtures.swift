import Foundation
import Records
import Reports
import Testing

@testable import Excel

/// A folder that goes away with the test.
final class Scratch {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "shimebi-excel-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String = "book.xlsx") -> String { "\(folder)/\(name)" }
}

enum Fixture {
  static let month = Day(number: 20_727).month

  static func workbook(_ sheets: [Sheet]) -> Workbook {
    Workbook(
      properties: .init(title: "月次報告", author: "締め日", company: "例示サービス株式会社", month: month), sheets: sheets)
  }

  static func workbook(_ cells: [(String, Cell)]) throws -> Workbook {
    var sheet = Sheet(name: "試験")
    for (address, cell) in cells { sheet.put(cell, at: try #require(Address(address))) }
    return workbook([sheet])
  }

  static func written(_ workbook: Workbook) throws -> ReadBack {
    let scratch = try Scratch()
    try ExcelWriter().write(workbook, to: scratch.path())
    return try ReadBack(scratch.path())
  }
}
