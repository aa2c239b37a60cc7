import Foundation
import Records

/// A file or folder that the system refuses.
struct FileFault: Error {
  let path: String
  let reason: Message

  /// With the system's reason for the last call.
  init(path: String) { self.init(path: path, reason: Message(errno: errno)) }

  init(path: String, reason: Message) {
    self.path = path
    self.reason = reason
  }

  var message: Message { Message(ja: "\(path): \(reason.ja)", en: "\(path): \(reason.en)") }
}

extension Message {
  /// Why the system refused a call; in its own words where it is nothing that a clerk can mend.
  init(errno code: Int32) {
    let system = String(cString: strerror(code))
    let words =
      switch code {
      case ENOENT: "ファイルかフォルダがありません"
      case EACCES, EPERM: "読み書きが許可されていません"
      case ENOTDIR: "途中にフォルダでないものがあります"
      case EISDIR: "ファイルではなくフォルダです"
      case ENOSPC, EDQUOT: "ディスクに空きがありません"
      case EROFS: "書き込めないディスクです"
      case EIO: "ディスクの読み書きに失敗しました"
      case ENAMETOOLONG: "名前が長すぎます"
      default: system
      }
    self.init(ja: words, en: system)
  }
}
