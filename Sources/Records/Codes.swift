/// The services of the terms (サービス). Adding one: a case here, and the compiler points at the one switch in `Service.swift`.
public enum ServiceCode: String, CaseIterable, Sendable {
  case advanceSendback = "advance_sendback"
  case warrantySendback = "warranty_sendback"
  case extendedSendback = "extended_sendback"
  case standardOnsite = "standard_onsite"
  case onsite24h = "onsite_24h"
  case technicalSupport = "technical_support"

  /// The part is sent, and the customer exchanges it (センドバック).
  public var isSendback: Bool {
    self == .advanceSendback || self == .warrantySendback || self == .extendedSendback
  }
  /// An engineer visits (オンサイト).
  public var isOnsite: Bool { self == .standardOnsite || self == .onsite24h }
  /// Hardware maintenance (保守), as against prepaid tickets.
  public var isMaintenance: Bool { self != .technicalSupport }
}

/// Where the device stands (設置地域).
public enum Region: String, CaseIterable, Sendable {
  case tokyo, nagoya, osaka, other, remote

  /// Tokyo, Nagoya and Osaka, where on-site service is at home (ON-2).
  public var isMetro: Bool { self == .tokyo || self == .nagoya || self == .osaka }
}

/// How a case or inquiry came in (受付方法).
public enum Channel: String, CaseIterable, Sendable { case mail, phone }

/// What failed (部位).
public enum Part: String, CaseIterable, Sendable { case enclosure, disk }

/// What isolating the fault found (切り分け結果).
public enum IsolationOutcome: String, CaseIterable, Sendable {
  case hardwareFault = "hardware_fault"
  case noFault = "no_fault"
  case withdrawn
}

/// Who the carrier bills (送料区分): the sender when prepaid (元払い), the receiver when collect (着払い).
public enum FreightTerms: String, CaseIterable, Sendable { case prepaid, collect }

/// What an inquiry is about (区分).
public enum InquiryCategory: String, CaseIterable, Sendable {
  case hardwareIsolation = "hardware_isolation"
  case specification
  case configuration
  case operationCheck = "operation_check"
  case troubleshooting
  case other
}
