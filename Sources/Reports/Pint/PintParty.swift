import Billing
import Records

/// The two sides of a digital invoice (売り手と買い手).
enum PintParty {
  static func supplier(_ company: Company, _ xml: inout XMLWriter) {
    xml.element("cac:AccountingSupplierParty") { xml in
      xml.element("cac:Party") { xml in
        xml.element("cbc:EndpointID", company.registrationNumber, [("schemeID", Scheme.registration)])
        address(company.address, postalCode: company.postalCode, &xml)
        xml.element("cac:PartyTaxScheme") { xml in
          xml.element("cbc:CompanyID", company.registrationNumber)
          xml.taxScheme()
        }
        xml.element("cac:PartyLegalEntity") { $0.element("cbc:RegistrationName", company.name) }
        xml.element("cac:Contact") { xml in
          xml.element("cbc:Telephone", company.phone)
          xml.element("cbc:ElectronicMail", company.email)
        }
      }
    }
  }

  /// The exports have no Peppol id of the customer: the customer id stands in its place, and is one where customers are kept
  /// under their corporate or registration number.
  static func customer(_ document: Document, _ xml: inout XMLWriter) {
    let id = document.customer.text
    xml.element("cac:AccountingCustomerParty") { xml in
      xml.element("cac:Party") { xml in
        xml.element("cbc:EndpointID", id, [("schemeID", Scheme.of(id))])
        xml.element("cac:PartyIdentification") { $0.element("cbc:ID", id) }
        address(document.addressee.address, postalCode: "", &xml)
        xml.element("cac:PartyLegalEntity") { $0.element("cbc:RegistrationName", document.addressee.name) }
      }
    }
  }

  private enum Scheme {
    /// 適格請求書発行事業者登録番号
    static let registration = "0221"
    /// 法人番号
    static let corporate = "0188"

    static func of(_ id: String) -> String {
      let digits = id.utf8.dropFirst(id.hasPrefix("T") ? 1 : 0)
      let isRegistration =
        id.hasPrefix("T") && digits.count == 13 && digits.allSatisfy { (48...57).contains($0) }
      return isRegistration ? registration : corporate
    }
  }

  private static func address(_ text: String, postalCode: String, _ xml: inout XMLWriter) {
    xml.element("cac:PostalAddress") { xml in
      xml.element("cbc:StreetName", text)
      xml.element("cbc:PostalZone", postalCode)
      xml.element("cac:Country") { $0.element("cbc:IdentificationCode", "JP") }
    }
  }
}
