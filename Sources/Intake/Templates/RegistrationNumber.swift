import Records

/// A registration number of qualified invoices (登録番号): `T` and 13 digits.
enum RegistrationNumber {
  static let form = Message(ja: "T と数字13桁", en: "T and 13 digits")

  static func isWellFormed(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.count == 14 && bytes.first == UInt8(ascii: "T")
      && bytes.dropFirst().allSatisfy { (48...57).contains($0) }
  }

  /// Whether the first digit is the check digit of the other twelve, as for corporate numbers (法人番号).
  ///
  /// Whether the numbers of persons follow this rule is not published: a difference is a warning, no more.
  static func hasCheckDigit(_ text: String) -> Bool {
    guard isWellFormed(text) else { return false }
    let digits = text.utf8.dropFirst().map { Int($0) - 48 }
    // From the right, every other of the twelve digits counts twice.
    let sum = digits.dropFirst().reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 + 1) }
    return digits[0] == 9 - sum % 9
  }
}

extension TemplateNode {
  /// A registration number in the right form; its check digit is not looked at.
  func registrationNumber() throws(TemplateFault) -> String {
    let number = try text()
    guard RegistrationNumber.isWellFormed(number) else {
      throw isNo(Message(ja: "登録番号", en: "registration number"), expected: RegistrationNumber.form)
    }
    return number
  }
}
