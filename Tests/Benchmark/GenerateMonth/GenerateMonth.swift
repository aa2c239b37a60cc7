import ArgumentParser
import Foundation
import Records

/// Writes the exports of one made-up month, of any size; consecutive months of one seed and size belong together.
@main
struct GenerateMonth: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate-month",
    abstract:
      "Write contracts.csv (CP932), cases.csv, ticket_usage.csv and courier_statement.csv of a made-up month."
  )

  @Option(
    help: "S, M, L, or a number of cases (with three contracts and two inquiries for ten and one of them).")
  var size = Size.small

  @Option(help: "Another seed is another provider.")
  var seed: UInt64 = 1

  @Option(help: "The month to be closed, from 2024-01 on.", transform: month)
  var month: BillingMonth

  @Option(help: "How many consecutive months to write, each into a folder of its own.")
  var months = 1

  @Option(help: "The folder to write into; with several months, the folder of their folders.")
  var output: String

  @Option(help: "National holidays, as the Cabinet Office publishes them.")
  var holidays = "Templates/holidays.csv"

  func run() throws {
    let holidays = try Data(contentsOf: URL(fileURLWithPath: holidays))
    for later in 0..<months {
      let month = month + later
      let folder = URL(fileURLWithPath: output).appendingPathComponent(months > 1 ? "\(month)" : "")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Month(month: month, size: size, seed: seed, holidays: holidays).write(into: folder)
    }
  }

  static func month(_ text: String) throws -> BillingMonth {
    guard let month = BillingMonth(text), month.year >= 2024 else {
      throw ValidationError("'\(text)' is no month from 2024-01 on.")
    }
    return month
  }
}

/// How many rows a month has.
struct Size: ExpressibleByArgument {
  var contracts: Int
  var cases: Int
  var inquiries: Int

  static let small = Size(contracts: 2_000, cases: 1_000, inquiries: 1_000)
  static let medium = Size(contracts: 30_000, cases: 100_000, inquiries: 200_000)
  static let large = Size(contracts: 300_000, cases: 1_000_000, inquiries: 2_000_000)

  init(contracts: Int, cases: Int, inquiries: Int) {
    self.contracts = contracts
    self.cases = cases
    self.inquiries = inquiries
  }

  init?(argument: String) {
    switch argument {
    case "S": self = .small
    case "M": self = .medium
    case "L": self = .large
    default:
      let rows = argument.split(separator: ",").compactMap { Int($0) }.filter { $0 >= 100 }
      if rows.count == 3 {
        self.init(contracts: rows[0], cases: rows[1], inquiries: rows[2])
      } else if rows.count == 1, argument == "\(rows[0])" {
        self.init(contracts: max(400, rows[0] * 3 / 10), cases: rows[0], inquiries: rows[0] * 2)
      } else {
        return nil
      }
    }
  }

  var defaultValueDescription: String { "S" }
}

/// The four files of a month.
struct Month {
  let month: BillingMonth
  let size: Size
  let seed: UInt64
  let holidays: Data

  func write(into folder: URL) throws {
    let timeline = Timeline(around: month, holidays: holidays)
    let contracts = Contracts(rows: size.contracts, seed: seed)
    let block = Block.number(of: month)
    let exportedOn = Block.lastDay(block) + 2
    let open = { (name: String, header: String) in
      try ExportFile(folder.appendingPathComponent(name), header: header)
    }

    let contractFile = try open("contracts.csv", ContractRows.header)
    try ContractRows(
      contracts: contracts, names: Names(encoding: .shiftJIS), timeline: timeline, lastBlock: block + 1,
      exportedOn: exportedOn
    ).write(to: contractFile)
    try contractFile.close()

    let caseFile = try open("cases.csv", CaseRows.header)
    let courierFile = try open("courier_statement.csv", CourierRows.header)
    let story = CaseStory(
      contracts: contracts, blocks: Blocks(rows: size.cases, months: 13), timeline: timeline)
    let courier = CourierRows(
      file: courierFile, timeline: timeline, seed: seed, month: Block.firstDay(block)...Block.lastDay(block))
    try CaseRows(story: story, timeline: timeline, lastBlock: block, exportedAt: exportedOn * 86_400)
      .write(to: caseFile, courier: courier)
    try caseFile.close()
    try courierFile.close()

    let inquiryFile = try open("ticket_usage.csv", InquiryRows.header)
    try InquiryRows(
      contracts: contracts, blocks: Blocks(rows: size.inquiries, months: 13), timeline: timeline,
      lastBlock: block, exportedAt: exportedOn * 86_400
    ).write(to: inquiryFile)
    try inquiryFile.close()
  }
}
