/// A clause of the service terms (保守サービス約款の条項), by the id that every figure cites.
public enum Clause: String, CaseIterable, Sendable {
  case sb1 = "SB-1", sb2 = "SB-2", sb3 = "SB-3", sb4 = "SB-4", sb5 = "SB-5", sb6 = "SB-6"
  case ar1 = "AR-1", ar2 = "AR-2"
  case mw1 = "MW-1"
  case ex1 = "EX-1"
  case on1 = "ON-1", on2 = "ON-2", on3 = "ON-3", on4 = "ON-4"
  case on5 = "ON-5", on6 = "ON-6", on7 = "ON-7", on8 = "ON-8"
  case od1 = "OD-1", od2 = "OD-2", od3 = "OD-3"
  case nd1 = "ND-1", nd2 = "ND-2"
  case ts1 = "TS-1", ts2 = "TS-2", ts3 = "TS-3", ts4 = "TS-4", ts5 = "TS-5"
  case ts6 = "TS-6", ts7 = "TS-7", ts8 = "TS-8", ts9 = "TS-9"

  public var id: String { rawValue }
}
