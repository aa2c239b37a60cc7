import Records

/// `contracts.csv` (契約): one row per contract term.
enum ContractsExport: ExportTable {
  enum Column: String, CaseIterable {
    case contractID = "contract_id"
    case customerID = "customer_id"
    case customerName = "customer_name"
    case service
    case startsOn = "starts_on"
    case endsOn = "ends_on"
    case annualFee = "annual_fee"
    case region
    case deliveredOn = "delivered_on"
    case fourHourArea = "four_hour_area"
    case nonReturnDisk = "non_return_disk"
    case ticketPacks = "ticket_packs"
    case autoTopUp = "auto_top_up"
    case autoRenew = "auto_renew"
    case renewedBy = "renewed_by"
    case cancelledOn = "cancelled_on"
    case productModel = "product_model"
    case serialNumber = "serial_number"
    case billingName = "billing_name"
    case billingAddress = "billing_address"
  }

  static let file = ExportFile.contracts
  static let blank = Contract(
    id: "", customer: "", customerName: "", service: .technicalSupport, startsOn: Day(number: 0),
    endsOn: Day(number: 0))
  static func key(of row: Contract) -> Identifier { row.id }

  static func presence(of column: Column) -> Presence {
    switch column {
    case .contractID, .customerID, .customerName, .service, .startsOn, .endsOn: .required
    case .annualFee, .region: .column
    default: .optional
    }
  }

  static func isNeeded(_ column: Column, in row: Contract) -> Bool {
    switch column {
    case .region: row.service.isMaintenance
    // Cover outside the metro areas starts from the delivery (ON-5).
    case .deliveredOn: row.service == .standardOnsite && (row.region == .other || row.region == .remote)
    default: false
    }
  }

  static func read(
    _ column: Column, _ cell: Cell, into row: inout Contract, _ texts: inout RepeatedTexts
  ) throws(CellFault) {
    switch column {
    case .contractID: row.id = try cell.identifier()
    case .customerID: row.customer = try cell.identifier()
    case .customerName:
      try cell.check(upTo: 200)
      row.customerName = texts.text(cell)
      row.billingName = row.customerName
    case .service: row.service = try cell.code(CodeNames.services)
    case .startsOn: row.startsOn = try cell.date()
    case .endsOn: row.endsOn = try cell.date()
    case .annualFee: row.annualFee = try cell.yen()
    case .region: row.region = try cell.code(CodeNames.regions)
    case .deliveredOn: row.deliveredOn = try cell.date()
    case .fourHourArea: row.fourHourArea = try cell.flag()
    case .nonReturnDisk: row.nonReturnDisk = try cell.flag()
    case .ticketPacks: row.ticketPacks = try cell.wholeNumber(in: 1...Int(Int32.max))
    case .autoTopUp: row.autoTopUp = try cell.flag()
    case .autoRenew: row.autoRenew = try cell.flag()
    case .renewedBy: row.renewedBy = try cell.identifier()
    case .cancelledOn: row.cancelledOn = try cell.date()
    case .productModel: row.productModel = texts.text(cell)
    case .serialNumber: row.serialNumber = cell.text()
    case .billingName: row.billingName = texts.text(cell)
    case .billingAddress: row.billingAddress = texts.text(cell)
    }
  }

  static func conflict(at column: Column, in row: Contract) -> ColumnConflict<Column>? {
    switch column {
    case .endsOn where row.endsOn < row.startsOn:
      ColumnConflict(code: .orderViolation, with: .startsOn)
    // Non-return Disk is an option of on-site service (ND-1).
    case .nonReturnDisk where row.nonReturnDisk && !row.service.isOnsite:
      ColumnConflict(code: .optionWithoutOnsite, with: .service)
    default: nil
    }
  }
}
