public import Records
public import ServiceTerms

/// The keys by which a charge is known for ever (請求キー): never built anywhere else.
public enum ChargeKey {
  /// `term:<contract_id>:<start>`, also for a top-up pack under its `OVR-` contract.
  public static func term(of contract: Identifier, startingOn start: Day) -> Identifier {
    Identifier("term:\(contract.text):\(start)")
  }

  /// `freight:<case_id>:<leg>`
  public static func freight(of supportCase: Identifier, _ leg: Leg) -> Identifier {
    Identifier("freight:\(supportCase.text):\(leg.rawValue)")
  }

  /// `part:<case_id>`
  public static func part(of supportCase: Identifier) -> Identifier {
    Identifier("part:\(supportCase.text)")
  }
}
