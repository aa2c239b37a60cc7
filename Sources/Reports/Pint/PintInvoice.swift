public import Billing
public import Records

/// A document as JP PINT (デジタルインボイス, UBL 2.1, `urn:peppol:pint:billing-1@jp-1`).
///
/// Always of type 380: a credit is a negative 380 with positive prices. Amounts are whole yen without tax. Its buyer's
/// electronic address stands for the Peppol id that the exports do not have (see `PintParty`).
public struct PintInvoice {
  /// What a line says.
  public struct LineText: Sendable {
    public var name: String
    public var description: String
    public var note: String

    public init(name: String, description: String = "", note: String = "") {
      self.name = name
      self.description = description
      self.note = note
    }
  }

  private let document: Document
  private let company: Company
  private let texts: [LineText]
  private let note: String
  private let amounts: PintAmounts

  /// - Parameters:
  ///   - texts: one for each line of the document, in its order.
  ///   - note: what the document says besides its lines.
  public init(
    _ document: Document, company: Company, texts: [LineText], note: String = ""
  ) throws(YenOverflow) {
    self.document = document
    self.company = company
    self.texts = texts
    self.note = note
    amounts = try PintAmounts(document)
  }

  /// UTF-8.
  public func bytes() throws(YenOverflow) -> [UInt8] {
    var xml = XMLWriter()
    let total = try document.total - amounts.tax
    xml.element("Invoice", Self.namespaces) { xml in
      header(&xml)
      references(&xml)
      PintParty.supplier(company, &xml)
      PintParty.customer(document, &xml)
      payment(&xml)
      taxes(&xml)
      xml.element("cac:LegalMonetaryTotal") { xml in
        xml.yen("cbc:LineExtensionAmount", total)
        xml.yen("cbc:TaxExclusiveAmount", total)
        xml.yen("cbc:TaxInclusiveAmount", document.total)
        xml.yen("cbc:PayableAmount", document.total)
      }
      for index in document.lines.indices { line(index, &xml) }
    }
    return xml.bytes
  }

  private static let namespaces: [(name: String, value: String)] = [
    ("xmlns", "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"),
    ("xmlns:cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"),
    ("xmlns:cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"),
  ]

  private func header(_ xml: inout XMLWriter) {
    xml.element("cbc:CustomizationID", "urn:peppol:pint:billing-1@jp-1")
    xml.element("cbc:ProfileID", "urn:peppol:bis:billing")
    xml.element("cbc:ID", document.number?.description ?? "DRAFT")
    xml.element("cbc:IssueDate", document.issuedOn.description)
    xml.element("cbc:DueDate", document.dueOn.description)
    xml.element("cbc:InvoiceTypeCode", "380")
    xml.element("cbc:Note", note)
    xml.element("cbc:DocumentCurrencyCode", "JPY")
  }

  /// The documents that the lines correct.
  private func references(_ xml: inout XMLWriter) {
    for number in Set(document.lines.compactMap(\.charge.corrects)).sorted() {
      xml.element("cac:BillingReference") { xml in
        xml.element("cac:InvoiceDocumentReference") { xml in
          xml.element("cbc:ID", number.description)
          xml.element("cbc:IssueDate", number.issuedOn.description)
        }
      }
    }
  }

  /// A credit transfer to the provider's account.
  private func payment(_ xml: inout XMLWriter) {
    guard !company.bankAccount.isEmpty else { return }
    xml.element("cac:PaymentMeans") { xml in
      xml.element("cbc:PaymentMeansCode", "30")
      xml.element("cac:PayeeFinancialAccount") { xml in
        xml.element("cbc:ID", company.bankAccount.joined(separator: " "))
      }
    }
  }

  private func taxes(_ xml: inout XMLWriter) {
    xml.element("cac:TaxTotal") { xml in
      xml.yen("cbc:TaxAmount", amounts.tax)
      for rate in amounts.rates {
        xml.element("cac:TaxSubtotal") { xml in
          xml.yen("cbc:TaxableAmount", rate.net)
          xml.yen("cbc:TaxAmount", rate.tax)
          xml.taxCategory("cac:TaxCategory", rate: rate.rate)
        }
      }
    }
  }

  private func line(_ index: Int, _ xml: inout XMLWriter) {
    let charge = document.lines[index].charge
    let net = amounts.nets[index]
    let text = index < texts.count ? texts[index] : LineText(name: charge.kind.rawValue)
    let period = charge.term ?? charge.eventOn...charge.eventOn
    xml.element("cac:InvoiceLine") { xml in
      xml.element("cbc:ID", String(index + 1))
      xml.element("cbc:Note", text.note)
      xml.element("cbc:InvoicedQuantity", net < .zero ? "-1" : "1", [("unitCode", "C62")])
      xml.yen("cbc:LineExtensionAmount", net)
      xml.element("cac:InvoicePeriod") { xml in
        xml.element("cbc:StartDate", period.lowerBound.description)
        xml.element("cbc:EndDate", period.upperBound.description)
      }
      xml.element("cac:Item") { xml in
        xml.element("cbc:Description", text.description)
        xml.element("cbc:Name", text.name.isEmpty ? charge.kind.rawValue : text.name)
        xml.taxCategory("cac:ClassifiedTaxCategory", rate: charge.tax.rate)
      }
      xml.element("cac:Price") { xml in
        xml.yen("cbc:PriceAmount", Yen(abs(net.amount)))
        xml.element("cbc:BaseQuantity", "1", [("unitCode", "C62")])
      }
    }
  }
}

extension XMLWriter {
  mutating func yen(_ name: String, _ yen: Yen) { element(name, yen.description, [("currencyID", "JPY")]) }

  /// S with its percent, or O without one.
  mutating func taxCategory(_ name: String, rate: Int?) {
    element(name) { xml in
      xml.element("cbc:ID", rate == nil ? "O" : "S")
      if let rate { xml.element("cbc:Percent", String(rate)) }
      xml.taxScheme()
    }
  }

  /// VAT stands for consumption tax (消費税).
  mutating func taxScheme() { element("cac:TaxScheme") { $0.element("cbc:ID", "VAT") } }
}
