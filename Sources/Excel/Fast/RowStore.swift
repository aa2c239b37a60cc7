import Synchronization

/// Keeps packed rows in a file aside until the workbook around them is finished, so that they need no memory.
final class RowStore: Sendable {
  let path: String
  private let file: Mutex<OutputFile?>

  /// The file is begun with the first bytes.
  init(path: String) {
    self.path = path
    file = Mutex(nil)
  }

  func append(_ bytes: [UInt8]) throws(ExcelFault) {
    try file.withLock { file throws(ExcelFault) in
      if file == nil { file = try OutputFile(path: path) }
      try file?.write(bytes)
    }
  }

  func close() throws(ExcelFault) {
    try file.withLock { file throws(ExcelFault) in
      try file?.close()
      file = nil
    }
  }
}
