import Billing
import Records
import ServiceTerms

/// Documents, their taxes, the postings and the lines that print them.
extension ChainWriter {
  mutating func postDocuments(_ post: MonthToPost) throws {
    let numbered = post.billing.documents.compactMap { document in document.number.map { ($0, document) } }
    try insert(into: .documents) { insert in
      for (number, document) in numbered {
        try insert { $0.fill(document, number) }
      }
    }
    try insert(into: .documentTaxes) { insert in
      for (number, document) in numbered {
        for total in document.taxes.sorted(by: { $0.rate < $1.rate }) {
          try insert { row in
            row.month(number.month)
            row.integer(number.sequence)
            row.integer(total.rate)
            row.yen(total.net)
            row.yen(total.tax)
          }
        }
      }
    }
  }

  mutating func postCharges(_ post: MonthToPost) throws {
    let numbers = post.billing.numbers
    try insert(into: .postings) { insert in
      for line in post.billing.lines {
        guard let number = numbers[line.customer] else { continue }
        try insert { $0.fill(line, number) }
      }
    }
  }

  mutating func postDocumentLines(_ post: MonthToPost) throws {
    try insert(into: .documentLines) { insert in
      for document in post.billing.documents {
        guard let number = document.number else { continue }
        for (position, line) in document.lines.enumerated() {
          try insert { row in
            row.month(number.month)
            row.integer(number.sequence)
            row.integer(position + 1)
            row.id(line.charge.key)
          }
        }
      }
    }
  }
}

extension RowImage {
  fileprivate mutating func fill(_ document: Document, _ number: DocumentNumber) {
    month(number.month)
    integer(number.sequence)
    id(document.customer)
    text(document.type.rawValue)
    day(document.issuedOn)
    day(document.dueOn)
    text(document.addressee.name)
    text(document.addressee.address)
    yen(document.net)
    yen(document.tax)
    yen(document.outOfScope)
    yen(document.total)
  }

  fileprivate mutating func fill(_ line: ChargeLine, _ number: DocumentNumber) {
    id(line.key)
    month(number.month)
    integer(number.sequence)
    id(line.customer)
    text(line.kind.rawValue)
    text(line.chargeClass.rawValue)
    day(line.eventOn)
    yen(line.desired)
    yen(line.posted)
    yen(line.amount)
    yen(line.net)
    if let rate = line.tax.rate { integer(rate) } else { null() }
    flag(line.tax.isTaxIncluded)
    id(line.source.contract)
    id(line.source.predecessor)
    flag(line.source.isAutomatic)
    id(line.source.supportCase)
    id(line.source.inquiry)
    day(line.term?.lowerBound)
    day(line.term?.upperBound)
    text(line.corrects?.description)
  }
}

extension TaxTreatment {
  /// Tax included whatever the price basis.
  var isTaxIncluded: Bool {
    if case .taxIncluded = self { return true }
    return false
  }

  init(rate: Int?, isTaxIncluded: Bool) {
    guard let rate else {
      self = .outOfScope
      return
    }
    self = isTaxIncluded ? .taxIncluded(rate: rate) : .standard(rate: rate)
  }
}
