/// How the characters of an export are stored (文字コード).
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf8WithBOM = "UTF-8 (BOM)"
  /// Windows-31J
  case cp932 = "CP932"

  static let utf8BOM: [UInt8] = [0xEF, 0xBB, 0xBF]
}
