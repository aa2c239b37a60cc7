import Records
import Testing

@testable import Intake

struct ColumnAliasesTests {
  private func fault(_ yaml: String) -> TemplateFault? {
    #expect(throws: TemplateFault.self) { _ = try ColumnAliases(yaml: yaml, file: "columns.yml") }
  }

  @Test("the shipped file has an alias for every column of every export but the few that need none")
  func shipped() throws {
    let aliases = try ColumnAliases(yaml: shippedTemplate("columns.yml"), file: "columns.yml")
    let expected: [(ExportFile, String, String)] = [
      (.contracts, "契約番号", "contract_id"), (.contracts, "サービス", "service"), (.contracts, "年額", "annual_fee"),
      (.contracts, "４時間対応範囲", "four_hour_area"), (.contracts, "NON-RETURN DISK", "non_return_disk"),
      (.contracts, "更新後契約番号", "renewed_by"), (.contracts, "型番", "product_model"),
      (.contracts, "シリアル番号", "serial_number"),
      (.contracts, "請求先名", "billing_name"), (.contracts, "請求先住所", "billing_address"),
      (.cases, "ケース番号", "case_id"), (.cases, "契約番号", "contract_id"),
      (.cases, "故障パーツ送り状番号", "failed_part_tracking_no"),
      (.cases, "交換ﾊﾟｰﾂ発送日", "replacement_shipped_at"), (.cases, "ディスク保持", "disk_retained"),
      (.ticketUsage, "利用番号", "usage_id"), (.ticketUsage, "メンテナンス管理", "maintainer"),
      (.courierStatement, "明細番号", "line_id"), (.courierStatement, "運賃", "amount"),
    ]
    for (file, heading, column) in expected {
      #expect(aliases.column(of: heading, in: file) == column, "\(heading)")
    }
    #expect(aliases.column(of: "明細番号", in: .cases) == nil)
  }

  @Test("a heading of its own is read as the column, and its canonical name still is")
  func ownHeading() throws {
    let aliases = try ColumnAliases(yaml: "cases.csv:\n  case_id: [管理No, Ticket]\n", file: "columns.yml")
    #expect(aliases.column(of: " 管理Ｎｏ ", in: .cases) == "case_id")
    #expect(aliases.column(of: "ticket", in: .cases) == "case_id")
    #expect(aliases.column(of: "case_id", in: .cases) == "case_id")
  }

  @Test(
    "a wrong entry is a fault that names its line",
    arguments: [
      ("cases.csv:\n  case_id: [A]\n  case_no: [B]\n", 3), ("case.csv:\n  case_id: [A]\n", 1),
      ("cases.csv:\n  case_id: [A]\n  channel:\n    - B\n    - a\n", 5),
      ("cases.csv:\n  case_id: [channel]\n", 2),
      ("cases.csv:\n  case_id: A\n", 2), ("cases.csv: [\n", 2),
      ("cases.csv:\n  case_id: [A]\n  case_id: [B]\n", 2),
    ])
  func faults(yaml: String, line: Int) {
    let fault = fault(yaml)
    #expect(fault?.file == "columns.yml")
    #expect(fault?.line == line)
  }
}
