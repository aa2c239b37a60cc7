import Records
import ServiceTerms

/// A line of attainment by service and region (集計行): one group, a service's total, or the total of all.
struct SummaryRow: Sendable {
  /// What a line covers in one direction: one code, none for an unknown contract, or all of them.
  enum Scope<Code: RawRepresentable<String> & Sendable>: Sendable {
    case one(Code)
    case unknown
    case all

    var code: String {
      switch self {
      case .one(let code): code.rawValue
      case .unknown: ""
      case .all: "all"
      }
    }
  }

  var service: Scope<ServiceCode>
  var region: Scope<Region>
  var counts: AttainmentCounts
}

extension AttainmentSummary {
  /// By service, then region, in byte order of their codes; after each service its total, at the end that of all.
  ///
  /// Cases of an unknown contract come first, as a service without a name.
  var rows: [SummaryRow] {
    let services = Set(groups.keys.map(\.service)).sorted { ($0?.rawValue ?? "") < ($1?.rawValue ?? "") }
    let rows = services.flatMap { service in
      let scope: SummaryRow.Scope<ServiceCode> = service.map { .one($0) } ?? .unknown
      let regions = groups.filter { $0.key.service == service }
        .sorted { ($0.key.region?.rawValue ?? "") < ($1.key.region?.rawValue ?? "") }
        .map {
          SummaryRow(service: scope, region: $0.key.region.map { .one($0) } ?? .unknown, counts: $0.value)
        }
      return regions + [SummaryRow(service: scope, region: .all, counts: counts(of: service))]
    }
    return rows + [SummaryRow(service: .all, region: .all, counts: all)]
  }
}
