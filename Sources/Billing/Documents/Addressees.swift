import Records
import ServiceTerms

/// To whom documents go (請求先): the billing name and address of the lowest contract id among the lines.
///
/// A contract that has another customer by now names nobody to whom a correction could go.
struct Addressees {
  private let input: BillingInput
  /// The lowest contract of each customer, for lines that have no contract of theirs in the file, such as top-up packs.
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
    let own = contracts.map { input.book.contracts[Int($0)] }.filter { $0.customer == customer }
    guard let contract = own.min(by: { $0.id < $1.id }) ?? lowest[customer] else {
      return Addressee(name: customer.text)
    }
    return Addressee(name: contract.billingName, address: contract.billingAddress)
  }

  /// One warning where a contract of a document's lines names another addressee than the one that was taken.
  func findings(of contracts: [Int32], to addressee: Addressee) -> [Finding] {
    let rows = Set(contracts).map { ($0, input.book.contracts[Int($0)]) }.sorted { $0.1.id < $1.1.id }
    guard
      let (index, other) = rows.first(where: {
        $0.1.billingName != addressee.name || $0.1.billingAddress != addressee.address
      })
    else { return [] }
    let isName = other.billingName != addressee.name
    return [
      Finding(
        .billingNameDiffers, file: ExportFile.contracts.rawValue,
        line: Int(input.exports.contracts.lines[Int(index)]),
        column: isName ? "billing_name" : "billing_address",
        value: isName ? other.billingName : other.billingAddress, key: other.id.text,
        detail: isName ? addressee.name : addressee.address)
    ]
  }
}
