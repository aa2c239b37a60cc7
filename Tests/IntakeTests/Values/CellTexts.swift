import Records

@testable import Intake

/// What `read` makes of `text` as a cell; a fault as its code.
func value<Value: Sendable>(
  _ text: String, _ read: (Cell) throws(CellFault) -> Value
) -> Result<Value, CodedFault> {
  let bytes = Array(text.utf8)
  do throws(CellFault) { return .success(try read(bytes.span)) } catch {
    return .failure(CodedFault(error.code))
  }
}

/// A fault of a cell that can be compared.
struct CodedFault: Error, Equatable {
  let code: FindingCode
  init(_ code: FindingCode) { self.code = code }
}
