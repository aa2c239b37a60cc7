public import Records

/// Reads `accounts.yml` (勘定科目): what the accounts and tax categories are called in the accounting packages.
public enum AccountsTemplate {
  public static func read(_ yaml: String, file: String) throws(TemplateFault) -> Accounts {
    let fields = try TemplateNode(yaml: yaml, file: file).fields(["accounts", "tax_names", "descriptions"])
    let accounts = try fields.required("accounts").fields(AccountRole.allCases.map(\.rawValue))
    let taxNames = try fields.required("tax_names").fields(AccountingPackage.allCases.map(\.rawValue))
    let descriptions = try fields.required("descriptions").fields(["document", "recognition"])
    do {
      return try Accounts(
        documentDescription: descriptions.required("document").text(placeholders: ["number", "name"]),
        recognitionDescription: descriptions.required("recognition").text(placeholders: ["month"]),
        account: { try account(accounts.required($0.rawValue)) },
        taxNames: { try names(taxNames.required($0.rawValue)) })
    } catch let fault as TemplateFault {
      throw fault
    } catch {
      throw fields.parent.fault(Message("\(error)"))
    }
  }

  private static func account(_ node: TemplateNode) throws(TemplateFault) -> Accounts.Account {
    let fields = try node.fields(["name", "sub", "tax"])
    return Accounts.Account(
      name: try fields.required("name").text(), subAccount: try fields.optional("sub")?.text() ?? "",
      tax: try fields.required("tax").oneOf(Accounts.TaxUse.self))
  }

  private static func names(_ node: TemplateNode) throws(TemplateFault) -> Accounts.TaxNames {
    let fields = try node.fields(["sale", "purchase", "none"])
    return Accounts.TaxNames(
      sale: try fields.required("sale").text(placeholders: ["rate"]),
      purchase: try fields.required("purchase").text(placeholders: ["rate"]),
      none: try fields.required("none").text(placeholders: []))
  }
}
