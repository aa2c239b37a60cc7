/// What a step says (根拠の種類); `steps` of `Templates/labels.*.yml` has a sentence for each.
public enum StepCode: String, CaseIterable, Sendable {
  // Reception
  case receivedAfterMonth = "received_after_month"
  case receivedBy = "received_by"
  case channelNotAccepted = "channel_not_accepted"
  case receptionAlways = "reception_always"
  case receptionInHours = "reception_in_hours"
  case receptionBeforeHours = "reception_before_hours"
  case receptionAfterHours = "reception_after_hours"
  case receptionOnClosedDay = "reception_on_closed_day"

  // Contract and cover
  case contract
  case contractUnknown = "contract_unknown"
  case contractForTickets = "contract_for_tickets"
  case coverAfterDelivery = "cover_after_delivery"
  case inForceUntil = "in_force_until"
  case inForceUntilCancelled = "in_force_until_cancelled"
  case inForceUntilSuccessor = "in_force_until_successor"
  case inForceWithoutEnd = "in_force_without_end"
  case covered
  case withdrawn
  case noHardwareFault = "no_hardware_fault"
  case notStarted = "not_started"
  case expired
  case thirdPartyPart = "third_party_part"
  case remoteArea = "remote_area"

  // Isolation, clock and rule
  case isolated
  case isolatedBeforeReception = "isolated_before_reception"
  case notIsolated = "not_isolated"
  case clockFromIsolation = "clock_from_isolation"
  case clockFromReception = "clock_from_reception"
  case shipByBusinessDay = "ship_by_business_day"
  case shipAfterRepair = "ship_after_repair"
  case visitSameDay = "visit_same_day"
  case visitAfterLimit = "visit_after_limit"
  case visitAfterClosedDay = "visit_after_closed_day"
  case visitElsewhere = "visit_elsewhere"
  case visitWithin = "visit_within"
  case outsideFourHourArea = "outside_four_hour_area"
  case judgedByEarliestDay = "judged_by_earliest_day"

  // Agreement, deadline and event
  case agreedVisit = "agreed_visit"
  case agreedAfterRule = "agreed_after_rule"
  case agreedAfterEarliest = "agreed_after_earliest"
  case agreedBeforeEarliest = "agreed_before_earliest"
  case agreedOnClosedDay = "agreed_on_closed_day"
  case noAgreedVisit = "no_agreed_visit"
  case deadline
  case shipped
  case arrived
  case notShipped = "not_shipped"
  case notArrived = "not_arrived"
  case turnaround

  // Verdict and month
  case met
  case missed
  case missedDays = "missed_days"
  case overdue
  case pending
  case noTarget = "no_target"
  case notJudged = "not_judged"
  case awaitingIsolation = "awaiting_isolation"
  case leftOut = "left_out"
  case counted
  case countedLate = "counted_late"
  case countedBefore = "counted_before"
  case restated
  case carriedOver = "carried_over"

  // Freight, parts and disks
  case leg
  case legOwnSide = "leg_own_side"
  case legClaimed = "leg_claimed"
  case legSupplied = "leg_supplied"
  case legCredited = "leg_credited"
  case legBeforeBooks = "leg_before_books"
  case legFreightMissing = "leg_freight_missing"
  case legContractUnknown = "leg_contract_unknown"
  case legOnsite = "leg_onsite"
  case partReturned = "part_returned"
  case partOut = "part_out"
  case partCharged = "part_charged"
  case diskStays = "disk_stays"
  case diskHandedOver = "disk_handed_over"
  case diskWithoutOption = "disk_without_option"

  // Inquiries
  case inquiry
  case inquiryFromLedger = "inquiry_from_ledger"
  case freeAsPosted = "free_as_posted"
  case freeIsolation = "free_isolation"
  case isolationWithoutCover = "isolation_without_cover"
  case outOfScope = "out_of_scope"
  case inScope = "in_scope"
  case ticketsAsked = "tickets_asked"
  case drawPosted = "draw_posted"
  case packUsedUp = "pack_used_up"
  case drawnFrom = "drawn_from"
  case toppedUp = "topped_up"
  case noPackInForce = "no_pack_in_force"
  case packsDoNotCover = "packs_do_not_cover"
  case answered
  case unanswered

  // Contracts
  case term
  case automaticTerm = "automatic_term"
  case notBilledFirstTerm = "not_billed_first_term"
  case notBilledCancelled = "not_billed_cancelled"
  case notBilledBeforeBooks = "not_billed_before_books"
  case notBilledYet = "not_billed_yet"
  case billed
  case billedByDay = "billed_by_day"
  case billedWithoutFee = "billed_without_fee"
  case pack
  case renewalEnd = "renewal_end"
  case renewalCancelled = "renewal_cancelled"
  case renewalRenewed = "renewal_renewed"
  case renewalAutoRenewed = "renewal_auto_renewed"
  case renewalLapsed = "renewal_lapsed"
  case renewalDue = "renewal_due"
  case renewalDueAutomatic = "renewal_due_automatic"
  case renewalNotStarted = "renewal_not_started"
  case renewalActive = "renewal_active"
  case successorMissing = "successor_missing"
  case proposal
}
