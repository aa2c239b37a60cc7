import Billing
import Records
import ServiceTerms

/// The rows of a close, table by table in the order of the chain.
extension ChainWriter {
  mutating func post(_ post: MonthToPost) throws {
    try postInputs(post)
    try postDocuments(post)
    try postCharges(post)
    try postDocumentLines(post)
    try postPacks(post)
    try postInquiries(post)
    try postVerdicts(post)
    try postFigures(post)
  }

  private mutating func postInputs(_ post: MonthToPost) throws {
    let digests = post.digests.sorted { Identifier($0.name) < Identifier($1.name) }
    try insert(into: .inputs) { insert in
      for digest in digests {
        try insert { row in
          row.month(post.month)
          row.text(digest.name)
          row.text(digest.sha256)
        }
      }
    }
  }

  private mutating func postVerdicts(_ post: MonthToPost) throws {
    let cases = post.input.exports.cases.rows
    try insert(into: .verdicts) { insert in
      for outcome in post.input.result.outcomes where outcome.month == post.month {
        try insert { row in
          row.id(cases[Int(outcome.caseIndex)].id)
          row.month(post.month)
          row.text(outcome.verdict.rawValue)
          row.text(outcome.reason)
        }
      }
    }
  }

  private mutating func postFigures(_ post: MonthToPost) throws {
    let figures = post.figures.values
      .map { (name: $0.key.figure.rawValue, service: $0.key.service?.rawValue ?? "", value: $0.value) }
      .sorted { ($0.name, $0.service) < ($1.name, $1.service) }
    try insert(into: .figures) { insert in
      for figure in figures {
        try insert { row in
          row.month(post.month)
          row.text(figure.name)
          row.text(figure.service)
          row.integer(figure.value)
        }
      }
    }
  }
}
