import Records
import Testing

@testable import Intake

struct WordsTests {
  @Test(
    "every form of a yes is a yes",
    arguments: [
      "Y", "y", "Ｙ", "yes", "Yes", "YES", "ｙｅｓ", "true", "TRUE", "True", "1", "１", "○", "〇", "◯", "有", "はい",
    ])
  func yes(text: String) {
    #expect(value(text) { c throws(CellFault) in try c.flag() } == .success(true))
  }

  @Test(
    "every form of a no is a no",
    arguments: ["N", "n", "Ｎ", "no", "No", "NO", "false", "FALSE", "ｆａｌｓｅ", "0", "０", "×", "無", "いいえ"])
  func no(text: String) {
    #expect(value(text) { c throws(CellFault) in try c.flag() } == .success(false))
  }

  @Test("anything else is no flag", arguments: ["2", "maybe", "なし", "ok", "yesno", "-", "10", "○×"])
  func invalidFlags(text: String) {
    #expect(value(text) { c throws(CellFault) in try c.flag() } == .failure(CodedFault(.invalidFlag)))
  }

  @Test(
    "a service is read by its word and its Japanese names",
    arguments: [
      ("advance_sendback", ServiceCode.advanceSendback), ("ADVANCE_SENDBACK", .advanceSendback),
      ("ａｄｖａｎｃｅ＿ｓｅｎｄｂａｃｋ", .advanceSendback), ("先出しセンドバック", .advanceSendback),
      ("先出しｾﾝﾄﾞﾊﾞｯｸ", .advanceSendback), ("センドバック", .warrantySendback),
      ("センドバック(メーカー製品保証)", .warrantySendback), ("センドバック（メーカー製品保証）", .warrantySendback),
      ("warranty_sendback", .warrantySendback), ("延長センドバック", .extendedSendback),
      ("延長センドバック（メーカー製品保証後）", .extendedSendback), ("Extended_Sendback", .extendedSendback),
      ("通常オンサイト", .standardOnsite), ("standard_onsite", .standardOnsite), ("24時間オンサイト", .onsite24h),
      ("２４時間オンサイト", .onsite24h), ("onsite_24h", .onsite24h), ("Onsite_24H", .onsite24h),
      ("テクニカルサポート", .technicalSupport), ("テクニカルサポート(チケット制)", .technicalSupport),
      ("ﾃｸﾆｶﾙｻﾎﾟｰﾄ（ﾁｹｯﾄ制）", .technicalSupport),
    ])
  func services(text: String, service: ServiceCode) {
    #expect(value(text) { c throws(CellFault) in try c.code(CodeNames.services) } == .success(service))
  }

  @Test(
    "a region may have two names",
    arguments: [
      ("tokyo", Region.tokyo), ("東京", .tokyo), ("Nagoya", .nagoya), ("名古屋", .nagoya), ("大阪", .osaka),
      ("その他", .other), ("離島", .remote), ("一部地域", .remote), ("離島/一部地域", .remote), ("離島／一部地域", .remote),
      ("REMOTE", .remote),
    ])
  func regions(text: String, region: Region) {
    #expect(value(text) { c throws(CellFault) in try c.code(CodeNames.regions) } == .success(region))
  }

  @Test("an unknown word names the allowed ones")
  func unknown() throws {
    let bytes = Array("kyoto".utf8)
    do throws(CellFault) {
      _ = try bytes.span.code(CodeNames.regions)
      Issue.record("kyoto was taken for a region")
    } catch {
      #expect(error.code == .unknownCode)
      #expect(error.expected == "tokyo, nagoya, osaka, other, remote")
    }
  }
}
