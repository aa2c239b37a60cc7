import Foundation
import Records
import Testing

@testable import Reports

@Suite("Colours are told apart by every kind of sight, and on a grey print")
struct PaletteTests {
  /// Red, green and blue in linear light, as somebody sees them (Machado, Oliveira and Fernandes 2009, severity 1.0).
  enum Sight: String, CaseIterable {
    case usual, protanopia, deuteranopia, tritanopia

    var matrix: [[Double]] {
      switch self {
      case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [
          [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
        ]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .tritanopia:
        [
          [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
        ]
      }
    }
  }

  private func luminance(_ colour: Colour, _ sight: Sight) -> Double {
    let light = [16, 8, 0].map { shift -> Double in
      let share = Double((colour.rgb >> shift) & 0xFF) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let seen = sight.matrix.map { row in min(1, max(0, zip(row, light).reduce(0) { $0 + $1.0 * $1.1 })) }
    return zip([0.2126, 0.7152, 0.0722], seen).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private func contrast(_ one: Colour, _ other: Colour, _ sight: Sight) -> Double {
    let (first, second) = (luminance(one, sight), luminance(other, sight))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  @Test("Series that stand in one chart differ in lightness, not in hue alone", arguments: Sight.allCases)
  func series(sight: Sight) throws {
    let report = try MonthTextsTests.fullMonth { edition in
      for service in edition.services.keys { edition.services[service]?.objective = 900 }
    }
    let workbook = try ManagementWorkbook(report, try MonthOverview(report), labels: try shippedLabels(.ja))
      .workbook()
    let charts = workbook.sheets.flatMap(\.charts).filter { $0.series.count > 1 }
    #expect(charts.count == 2)
    for chart in charts {
      for (one, other) in zip(chart.series, chart.series.dropFirst()) {
        #expect(contrast(one.colour, other.colour, sight) > 1.7, "\(chart.title)")
      }
      for series in chart.series { #expect(contrast(series.colour, .white, sight) > 1.5, "\(series.name)") }
    }
  }

  @Test("Figures can be read on the bars that lie under them", arguments: Sight.allCases)
  func bars(sight: Sight) {
    for bar in [Colour.paleTeal, .palePink, .sand] {
      #expect(contrast(.ink, bar, sight) >= 4.5, "\(bar)")
    }
  }

  @Test("Words can be read on their ground", arguments: Sight.allCases)
  func words(sight: Sight) {
    for style in Style.meanings {
      guard let look = style.look else { continue }
      #expect(contrast(look.colour, look.fill ?? .white, sight) >= 4.5, "\(style)")
    }
  }
}
