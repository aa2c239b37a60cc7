import Foundation
import Testing

@testable import Reports

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("JP PINT: the published rules")
struct PintRulesTests {
  @Test("a document of any kind keeps every rule", arguments: PintInvoiceTests.samples)
  func kept(sample: PintInvoiceTests.Sample) throws {
    let xml = try sample.parsed()
    for rule in PintRule.all {
      #expect(try xml.nodes(forXPath: rule.violations).isEmpty, "\(rule.ids)")
    }
  }

  @Test("every rule refuses a document that breaks it", arguments: PintRule.all)
  func refused(rule: PintRule) throws {
    let sample = try #require(PintInvoiceTests.samples.first { $0.title == "two rates" })
    let text = String(decoding: try sample.bytes(), as: UTF8.self)
    let broken = text.replacing(rule.change.from, with: rule.change.to)
    try #require(broken != text)
    #expect(try !XMLDocument(data: Data(broken.utf8)).nodes(forXPath: rule.violations).isEmpty)
  }

  /// What we write of each, in the order of UBL 2.1.
  static let order = [
    "Invoice":
      """
    CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode Note DocumentCurrencyCode BillingReference \
    AccountingSupplierParty AccountingCustomerParty PaymentMeans TaxTotal LegalMonetaryTotal InvoiceLine
    """,
    "Party": "EndpointID PartyIdentification PostalAddress PartyTaxScheme PartyLegalEntity Contact",
    "PostalAddress": "StreetName PostalZone Country",
    "PartyTaxScheme": "CompanyID TaxScheme",
    "Contact": "Telephone ElectronicMail",
    "InvoiceDocumentReference": "ID IssueDate",
    "PaymentMeans": "PaymentMeansCode PayeeFinancialAccount",
    "TaxTotal": "TaxAmount TaxSubtotal",
    "TaxSubtotal": "TaxableAmount TaxAmount TaxCategory",
    "TaxCategory": "ID Percent TaxScheme",
    "ClassifiedTaxCategory": "ID Percent TaxScheme",
    "LegalMonetaryTotal": "LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount PayableAmount",
    "InvoiceLine": "ID Note InvoicedQuantity LineExtensionAmount InvoicePeriod Item Price",
    "InvoicePeriod": "StartDate EndDate",
    "Item": "Description Name ClassifiedTaxCategory",
    "Price": "PriceAmount BaseQuantity",
  ].mapValues { $0.split(separator: " ").map(String.init) }

  @Test("elements stand in the order of the schema", arguments: PintInvoiceTests.samples)
  func ordered(sample: PintInvoiceTests.Sample) throws {
    for node in try sample.parsed().nodes(forXPath: "//*[count(*) > 1]") {
      let name = try #require(node.localName)
      let order = try #require(Self.order[name], "\(name)")
      let places = try (node.children ?? []).filter { $0.kind == .element }.map { child in
        let child = try #require(child.localName)
        return try #require(order.firstIndex(of: child), "\(child) in \(name)")
      }
      #expect(places == places.sorted(), "\(name)")
    }
  }
}
