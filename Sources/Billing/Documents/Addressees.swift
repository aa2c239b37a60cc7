import Records
import ServiceTerms

/// To whom documents go (請求先): the billing name and address of the lowest contract id among the lines.
struct Addressees {
  private let input: BillingInput
  /// The lowest contract of each customer, for lines that have no contract in the file (top-up packs).
  private var lowest: [Identifier: Contract] = [:]

  init(_ input: BillingInput, customers: Set<Identifier>) {
    self.input = input
    guard !customers.isEmpty else { return }
    for contract in input.book.contracts where customers.contains(contract.customer) {
      if let known = lowest[contract.customer], known.id < contract.id { continue }
      lowest[contract.customer] = contract
    }
  }

  func addressee(of customer: Identifier, contracts: [Int32]) -> Addressee {
    let first = contracts.map { input.book.contracts[Int($0)] }.min { $0.id < $1.id }
    guard let contract = first ?? lowest[customer] else { return Addressee(name: customer.text) }
    return Addressee(name: contract.billingName, address: contract.billingAddress)
  }

  /// One warning where the contracts of a document's lines name different addressees.
  func findings(of contracts: [Int32]) -> [Finding] {
    let rows = Set(contracts).map { ($0, input.book.contracts[Int($0)]) }.sorted { $0.1.id < $1.1.id }
    guard let first = rows.first?.1,
      let (index, other) = rows.first(where: {
        $0.1.billingName != first.billingName || $0.1.billingAddress != first.billingAddress
      })
    else { return [] }
    let isName = other.billingName != first.billingName
    return [
      Finding(
        .billingNameDiffers, file: ExportFile.contracts.rawValue,
        line: Int(input.exports.contracts.lines[Int(index)]),
        column: isName ? "billing_name" : "billing_address",
        value: isName ? other.billingName : other.billingAddress, key: other.id.text,
        detail: isName ? first.billingName : first.billingAddress)
    ]
  }
}
