import Billing
import Crypto
import Records

/// The names of the documents' files without folder and extension (請求書ファイル名): `202610-0001_C001`, `DRAFT_C001`.
///
/// Bytes of an id outside `A-Z a-z 0-9 - _` stand as `%XX`. An id that is longer than 100 bytes so, or whose name
/// another document has already (also where only the case of letters differs, which Windows does not tell apart), gives
/// way to the first 16 hexadecimal digits of its SHA-256.
struct DocumentFileNames {
  static let longest = 100

  /// In the order of the documents.
  let names: [String]

  init(_ documents: [Document]) {
    var taken: Set<String> = []
    names = documents.map { document in
      let prefix = document.number?.description ?? "DRAFT"
      let escaped = Self.escaped(document.customer.text)
      var name = "\(prefix)_\(escaped)"
      if escaped.utf8.count > Self.longest || taken.contains(name.lowercased()) {
        let digest = SHA256.hash(data: Array(document.customer.text.utf8)).map(Self.hexadecimal).joined()
        var length = 16
        repeat {
          name = "\(prefix)_\(digest.prefix(length))"
          length += 8
        } while taken.contains(name) && length <= 64
      }
      taken.insert(name.lowercased())
      return name
    }
  }

  private static func escaped(_ id: String) -> String {
    guard !id.utf8.allSatisfy(isPlain) else { return id }
    var name = ""
    for byte in id.utf8 {
      if isPlain(byte) {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        name += "%" + hexadecimal(byte).uppercased()
      }
    }
    return name
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
  }
}
