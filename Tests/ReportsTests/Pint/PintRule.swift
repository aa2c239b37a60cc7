import Testing

/// One demand of the published JP PINT rules (共通ルールと日本のルール), in our own words.
struct PintRule: Sendable, CustomTestStringConvertible {
  /// The published ids that say it.
  let ids: String
  /// XPath 1.0 of what breaks it.
  let violations: String
  /// A change after which a good document breaks it.
  let change: (from: String, to: String)

  var testDescription: String { ids }

  init(_ ids: String, _ violations: String, _ from: String, _ to: String = "") {
    self.ids = ids
    self.violations = violations
    change = (from, to)
  }

  static let all = document + parties + payment + totals + taxes + lines
}

extension PintRule {
  private static let supplier = "//cac:AccountingSupplierParty/cac:Party"
  private static let customer = "//cac:AccountingCustomerParty/cac:Party"

  private static func missing(_ ids: String, _ name: String, in context: String = "/*") -> PintRule {
    PintRule(ids, "\(context)[normalize-space(\(name)) = '']", "\(name)>", "cbc:Other>")
  }

  private static func many(_ ids: String, _ path: String, in context: String, _ from: String, _ to: String)
    -> PintRule
  {
    PintRule(ids, "\(context)[count(\(path)) > 1]", from, to)
  }

  private static let document = [
    PintRule(
      "ibr-001, aligned-ibrp-001-jp",
      "/*[not(starts-with(normalize-space(cbc:CustomizationID), 'urn:peppol:pint:billing-1@jp-1'))]",
      "@jp-1", "@eu-1"),
    PintRule("ibr-sr-63", "/*[contains(cbc:CustomizationID, '*')]", "@jp-1", "@jp-1*"),
    PintRule(
      "ibr-076, aligned-ibrp-002-jp", "/*[not(cbc:ProfileID = 'urn:peppol:bis:billing')]", "bis:billing", "x"),
    PintRule("ibr-002", "/*[normalize-space(cbc:ID) = '']", "<cbc:ID>202610-0001</cbc:ID>"),
    missing("ibr-003", "cbc:IssueDate"),
    missing("ibr-004", "cbc:InvoiceTypeCode"),
    missing("ibr-005", "cbc:DocumentCurrencyCode"),
    PintRule(
      "ibr-cl-01, aligned-ibrp-cl-02-jp", "/*/cbc:InvoiceTypeCode[. != '380']", ">380<", ">381<"),
    PintRule("ibr-cl-04", "/*/cbc:DocumentCurrencyCode[. != 'JPY']", ">JPY<", ">YEN<"),
    PintRule("ibr-077, aligned-ibr-jp-05", "/*/cbc:TaxCurrencyCode", "cbc:Note>", "cbc:TaxCurrencyCode>"),
    PintRule(
      "ibr-126", "//*[contains(name(), 'Amount')][not(@currencyID = /*/cbc:DocumentCurrencyCode)]",
      "currencyID=\"JPY\"", "currencyID=\"USD\""),
    PintRule(
      "ibr-cl-03", "//*[contains(name(), 'Amount')][not(@currencyID = 'JPY')]", " currencyID=\"JPY\""),
    PintRule(
      "ibr-073",
      "//*[contains(name(), 'Date')][translate(., '012345678', '999999999') != '9999-99-99']", "2026-10-31",
      "2026/10/31"),
    many("ibr-sr-51", "cbc:Note", in: "/*", "<cbc:Note>", "<cbc:Note>x</cbc:Note><cbc:Note>"),
    PintRule("ibr-079", "//*[not(*) and normalize-space() = '']", "備考"),
    PintRule(
      "ibr-055, ibr-sr-07",
      "//cac:BillingReference[not(cac:InvoiceDocumentReference/cbc:ID)]", "<cbc:ID>202609-0007</cbc:ID>"),
    many(
      "ibr-sr-06", "cac:InvoiceDocumentReference", in: "//cac:BillingReference",
      "<cac:InvoiceDocumentReference>", "<cac:InvoiceDocumentReference/><cac:InvoiceDocumentReference>"),
  ]

  private static let parties = [
    missing("ibr-006", "cbc:RegistrationName", in: "\(supplier)/cac:PartyLegalEntity"),
    missing("ibr-007", "cbc:RegistrationName", in: "\(customer)/cac:PartyLegalEntity"),
    PintRule("ibr-006, ibr-007", "//cac:Party[not(cac:PartyLegalEntity)]", "cac:PartyLegalEntity>", "cac:X>"),
    PintRule("ibr-008, ibr-010", "//cac:Party[not(cac:PostalAddress)]", "cac:PostalAddress>", "cac:X>"),
    PintRule(
      "ibr-009, ibr-011, ibr-cl-14",
      "//cac:PostalAddress[not(cac:Country/cbc:IdentificationCode = 'JP')]", ">JP<", ">JPN<"),
    PintRule(
      "ibr-080, ibr-081", "//cac:Party[normalize-space(cbc:EndpointID) = '']", "cbc:EndpointID", "cbc:X"),
    PintRule(
      "ibr-062, ibr-063, ibr-cl-25",
      "//cbc:EndpointID[not(@schemeID = '0188' or @schemeID = '0221')]", "schemeID=\"0188\"",
      "schemeID=\"0999\""),
    PintRule(
      "ibr-co-26, aligned-ibr-jp-04", "\(supplier)[not(cac:PartyTaxScheme/cbc:CompanyID)]",
      "cac:PartyTaxScheme>", "cac:X>"),
    PintRule(
      "aligned-ibr-jp-01",
      "\(supplier)/cac:PartyTaxScheme[not(translate(cbc:CompanyID, '012345678', '999999999') = 'T9999999999999')]",
      "<cbc:CompanyID>T", "<cbc:CompanyID>"),
    PintRule("ibr-sr-57", "//cac:PartyTaxScheme[not(cbc:CompanyID)]", "cbc:CompanyID>", "cbc:X>"),
    many(
      "ibr-sr-42, aligned-ibrp-009, aligned-ibrp-sr-12", "cac:PartyTaxScheme", in: supplier,
      "<cac:PartyTaxScheme>", "<cac:PartyTaxScheme/><cac:PartyTaxScheme>"),
    many(
      "ibr-sr-16", "cac:PartyIdentification/cbc:ID", in: customer, "<cbc:ID>C1<",
      "<cbc:ID>C0</cbc:ID><cbc:ID>C1<"),
  ]

  private static let payment = [
    PintRule(
      "ibr-049, ibr-cl-16, aligned-ibrp-049", "//cac:PaymentMeans[not(cbc:PaymentMeansCode = '30')]", ">30<",
      ">300<"),
    many(
      "ibr-sr-27", "cbc:PaymentMeansCode", in: "//cac:PaymentMeans", "<cbc:PaymentMeansCode>",
      "<cbc:PaymentMeansCode/><cbc:PaymentMeansCode>"),
    PintRule(
      "aligned-ibrp-016", "//cac:PayeeFinancialAccount[normalize-space(cbc:ID) = '']",
      "cac:PayeeFinancialAccount>\n      <cbc:ID>", "cac:PayeeFinancialAccount>\n      <cbc:ID/><cbc:ID>"),
  ]

  private static let totals = [
    PintRule(
      "ibr-012, ibr-co-10",
      "//cac:LegalMonetaryTotal[not(cbc:LineExtensionAmount = sum(//cac:InvoiceLine/cbc:LineExtensionAmount))]",
      "cbc:LineExtensionAmount currencyID=\"JPY\">", "cbc:LineExtensionAmount currencyID=\"JPY\">1"),
    PintRule(
      "ibr-013, ibr-co-13",
      "//cac:LegalMonetaryTotal[not(cbc:TaxExclusiveAmount = cbc:LineExtensionAmount)]",
      "cbc:TaxExclusiveAmount currencyID=\"JPY\">", "cbc:TaxExclusiveAmount currencyID=\"JPY\">1"),
    PintRule(
      "ibr-014, ibr-co-15",
      "//cac:LegalMonetaryTotal[not(cbc:TaxInclusiveAmount = cbc:TaxExclusiveAmount + /*/cac:TaxTotal[1]/cbc:TaxAmount)]",
      "cbc:TaxInclusiveAmount currencyID=\"JPY\">", "cbc:TaxInclusiveAmount currencyID=\"JPY\">1"),
    PintRule(
      "ibr-015, ibr-co-16", "//cac:LegalMonetaryTotal[not(cbc:PayableAmount = cbc:TaxInclusiveAmount)]",
      "cbc:PayableAmount currencyID=\"JPY\">", "cbc:PayableAmount currencyID=\"JPY\">1"),
    PintRule(
      "ibr-co-14", "/*/cac:TaxTotal[not(cbc:TaxAmount = sum(cac:TaxSubtotal/cbc:TaxAmount))]",
      "<cac:TaxTotal>\n    <cbc:TaxAmount currencyID=\"JPY\">",
      "<cac:TaxTotal>\n    <cbc:TaxAmount currencyID=\"JPY\">1"),
    PintRule(
      "ibr-091, ibr-123, ibr-124, ibr-125, aligned-ibr-jp-06",
      "//*[contains(name(), 'Amount')][contains(., '.')]", "</cbc:TaxAmount>", ".0</cbc:TaxAmount>"),
    many("aligned-ibrp-053-jp", "cac:TaxTotal", in: "/*", "<cac:TaxTotal>", "<cac:TaxTotal/><cac:TaxTotal>"),
  ]

  private static let taxes = [
    PintRule(
      "aligned-ibrp-045, aligned-ibrp-046", "//cac:TaxSubtotal[not(cbc:TaxableAmount and cbc:TaxAmount)]",
      "cbc:TaxableAmount", "cbc:X"),
    PintRule(
      "aligned-ibrp-051-jp",
      """
      //cac:TaxSubtotal[cac:TaxCategory/cbc:ID = 'S'][\
      not(cbc:TaxAmount >= floor(cbc:TaxableAmount * cac:TaxCategory/cbc:Percent div 100) \
      and cbc:TaxAmount <= ceiling(cbc:TaxableAmount * cac:TaxCategory/cbc:Percent div 100))]
      """,
      "<cbc:TaxableAmount currencyID=\"JPY\">", "<cbc:TaxableAmount currencyID=\"JPY\">1"),
    PintRule(
      "aligned-ibrp-o-09", "//cac:TaxSubtotal[cac:TaxCategory/cbc:ID = 'O'][cbc:TaxAmount != 0]",
      ">0</cbc:TaxAmount>", ">1</cbc:TaxAmount>"),
    PintRule(
      "aligned-ibrp-047, aligned-ibrp-cl-01-jp, ibr-sr-58",
      "//*[self::cac:TaxCategory or self::cac:ClassifiedTaxCategory][not(cbc:ID = 'S' or cbc:ID = 'O')]",
      ">S<", ">Z<"),
    PintRule(
      "aligned-ibrp-048", "//*[cbc:ID = 'S'][cac:TaxScheme][not(cbc:Percent > 0)]",
      "<cbc:Percent>10</cbc:Percent>"),
    PintRule(
      "aligned-ibrp-o-05, aligned-ibrp-051-jp", "//*[cbc:ID = 'O'][cac:TaxScheme][cbc:Percent]",
      ">O</cbc:ID>",
      ">O</cbc:ID><cbc:Percent>0</cbc:Percent>"),
    PintRule(
      "aligned-ibrp-o-01",
      """
      /*[count(cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory[cbc:ID = 'O']) \
      != number(boolean(//cac:ClassifiedTaxCategory[cbc:ID = 'O']))]
      """,
      "<cac:TaxSubtotal>", "<cac:TaxSubtotal><cac:TaxCategory><cbc:ID>O</cbc:ID></cac:TaxCategory>"),
    PintRule("aligned-ibr-jp-03", "//cac:TaxScheme[not(cbc:ID = 'VAT')]", ">VAT<", ">GST<"),
  ]

  private static let lines = [
    PintRule("ibr-016", "/*[not(cac:InvoiceLine)]", "cac:InvoiceLine>", "cac:X>"),
    PintRule("ibr-021", "//cac:InvoiceLine[normalize-space(cbc:ID) = '']", "<cbc:ID>2</cbc:ID>"),
    PintRule(
      "ibr-022, ibr-023, ibr-cl-23", "//cac:InvoiceLine[not(cbc:InvoicedQuantity/@unitCode = 'C62')]",
      "InvoicedQuantity unitCode=\"C62\"", "InvoicedQuantity"),
    PintRule(
      "ibr-024, and price by quantity",
      "//cac:InvoiceLine[not(cbc:LineExtensionAmount = cbc:InvoicedQuantity * cac:Price/cbc:PriceAmount)]",
      ">-1</cbc:InvoicedQuantity>", ">1</cbc:InvoicedQuantity>"),
    missing("ibr-025", "cbc:Name", in: "//cac:InvoiceLine/cac:Item"),
    PintRule(
      "ibr-026, ibr-027", "//cac:InvoiceLine[not(cac:Price/cbc:PriceAmount >= 0)]",
      "PriceAmount currencyID=\"JPY\">",
      "PriceAmount currencyID=\"JPY\">-"),
    PintRule(
      "ibr-087, ibr-088",
      "//cbc:BaseQuantity[not(. > 0 and @unitCode = ../../cbc:InvoicedQuantity/@unitCode)]",
      "BaseQuantity unitCode=\"C62\"", "BaseQuantity unitCode=\"EA\""),
    many(
      "ibr-sr-34", "cbc:Note", in: "//cac:InvoiceLine", "<cbc:Note>契約", "<cbc:Note>x</cbc:Note><cbc:Note>契約"),
    many(
      "ibr-sr-50", "cbc:Description", in: "//cac:Item", "<cbc:Description>",
      "<cbc:Description>x</cbc:Description><cbc:Description>"),
    PintRule(
      "aligned-ibrp-052, ibr-co-20",
      "//cac:InvoiceLine[not(cac:InvoicePeriod/cbc:StartDate and cac:InvoicePeriod/cbc:EndDate)]",
      "cbc:StartDate>", "cbc:X>"),
    PintRule(
      "ibr-030",
      "//cac:InvoicePeriod[translate(cbc:StartDate, '-', '') > translate(cbc:EndDate, '-', '')]",
      "<cbc:EndDate>2", "<cbc:EndDate>1"),
    many(
      "ibr-110", "cac:InvoicePeriod", in: "//cac:InvoiceLine", "<cac:InvoicePeriod>",
      "<cac:InvoicePeriod/><cac:InvoicePeriod>"),
  ]
}
