public import Records

/// Reads `company.yml` (自社情報): the provider as its invoices name it, and how it rounds tax and sets due dates.
public enum CompanyTemplate {
  private static let keys = [
    "name", "name_english", "registration_number", "postal_code", "address", "phone", "email",
    "bank_account", "price_basis", "tax_rounding", "due",
  ]

  /// - Returns: The company, with a warning where the check digit of its registration number is wrong.
  public static func read(
    _ yaml: String, file: String
  ) throws(TemplateFault) -> (company: Company, findings: [Finding]) {
    let fields = try TemplateNode(yaml: yaml, file: file).fields(keys)
    let number = try fields.required("registration_number")
    let due = try fields.required("due").fields(["after_months", "on_business_day"])
    let company = try Company(
      name: fields.required("name").text(),
      nameEnglish: fields.text("name_english"),
      registrationNumber: number.registrationNumber(),
      postalCode: fields.text("postal_code"),
      address: fields.required("address").text(),
      phone: fields.text("phone"),
      email: fields.text("email"),
      bankAccount: bankAccount(fields.required("bank_account")),
      priceBasis: fields.required("price_basis").oneOf(Company.PriceBasis.self),
      taxRounding: fields.required("tax_rounding").oneOf(Company.Rounding.self),
      dueAfterMonths: due.required("after_months").whole(in: 0...12),
      dueOnBusinessDay: due.required("on_business_day").flag())
    return (company, checkDigit(company.registrationNumber, at: number))
  }

  private static func bankAccount(_ node: TemplateNode) throws(TemplateFault) -> [String] {
    var lines: [String] = []
    for line in try node.list() { lines.append(try line.text()) }
    guard !lines.isEmpty else {
      throw node.fault(
        Message(ja: "1行もありません", en: "no line"),
        expected: Message(ja: "1行ずつの振込先", en: "the bank account, line by line"))
    }
    return lines
  }

  private static func checkDigit(_ number: String, at node: TemplateNode) -> [Finding] {
    guard !RegistrationNumber.hasCheckDigit(number) else { return [] }
    return [
      Finding(
        .registrationCheckDigit, file: node.file, line: node.line, column: node.path, value: number)
    ]
  }
}

extension TemplateFields {
  /// A text that may be missing or empty.
  fileprivate func text(_ key: String) throws(TemplateFault) -> String {
    guard let node = optional(key), !node.isNone else { return "" }
    return try node.text()
  }
}
