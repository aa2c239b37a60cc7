import CXlsxWriter

/// Turns what libxlsxwriter returns into a fault.
func check(_ error: lxw_error) throws(ExcelFault) {
  guard error != LXW_NO_ERROR else { return }
  throw .library(lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)")
}

/// Rows and columns from 1 as libxlsxwriter counts them, from 0.
func row(_ row: Int) -> lxw_row_t { lxw_row_t(clamping: row - 1) }
func column(_ column: Int) -> lxw_col_t { lxw_col_t(clamping: column - 1) }

/// A C string that lives as long as `body` runs, for the fields of C structures.
func withPointer<Result>(
  _ text: String?, _ body: (UnsafeMutablePointer<CChar>?) throws(ExcelFault) -> Result
) throws(ExcelFault) -> Result {
  guard let text else { return try body(nil) }
  var bytes = Array(text.utf8CString)
  var result: Swift.Result<Result, ExcelFault>?
  bytes.withUnsafeMutableBufferPointer { buffer in
    do throws(ExcelFault) {
      result = .success(try body(buffer.baseAddress))
    } catch {
      result = .failure(error)
    }
  }
  guard let result else { throw .library("no result") }
  return try result.get()
}
