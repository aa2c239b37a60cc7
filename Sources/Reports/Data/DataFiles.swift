extension MonthReport {
  /// The files of `data/` that follow from the rules, in the order of their names in the manual.
  public var dataFiles: [CSVTable] {
    [
      slaData, slaSummaryData, freightData, reconciliationData, unreturnedData, disksData, ticketsData,
      packsData, renewalsData, findingsData,
    ]
  }
}
