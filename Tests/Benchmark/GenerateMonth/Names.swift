import Foundation

/// Made-up Japanese names and addresses, encoded once in the encoding of the file they go into.
struct Names {
  private let families: [[UInt8]]
  private let trades: [[UInt8]]
  private let branches: [[UInt8]]
  private let towns: [[UInt8]]
  private let before: [UInt8]
  private let after: [UInt8]

  init(encoding: String.Encoding) {
    let encode = { (words: String) in
      words.split(separator: " ").map { word in [UInt8](String(word).data(using: encoding) ?? Data()) }
    }
    families = encode(
      "青葉 旭 朝日 飛鳥 泉 磐田 梅田 大空 沖縄 霞 桂 神田 菊水 北斗 暁 京葉 黒潮 光洋 桜 山陽 湘南 白鷺 新星 鈴鹿 瀬戸 大和 高砂 筑紫 月島 "
        + "東雲 常盤 中部 七海 浪速 日進 白馬 羽衣 飛騨 富士見 双葉 平和 北陸 松風 三河 武蔵 明星 紅葉 八雲 吉野 若葉 髙﨑 ソニア 能登 表参道")
    trades = encode(
      "商事 電機 工業 製作所 印刷 運輸 建設 食品 薬品 システム 情報サービス ソリューションズ 映像 放送 出版 設計 化学 精機 物流 不動産 信用金庫 "
        + "クリニック 大学 法律事務所 会計事務所 デザイン エンジニアリング 通信 金属 紙業")
    branches = [[]] + encode("　東京支店 　大阪支店 　名古屋支店 　横浜営業所 　情報システム部 　開発センター")
    towns = encode(
      "東京都千代田区丸の内 東京都新宿区西新宿 東京都港区芝浦 愛知県名古屋市中区栄 愛知県豊田市元町 大阪府大阪市北区梅田 大阪府堺市堺区南瓦町 "
        + "神奈川県横浜市西区高島 福岡県福岡市博多区博多駅前 北海道札幌市中央区北一条西 宮城県仙台市青葉区一番町 広島県広島市中区紙屋町")
    before = encode("株式会社")[0]
    after = encode("株式会社")[0]
  }

  /// `株式会社青葉商事　東京支店`; one in forty has a comma in it, and is quoted.
  func customer(_ random: inout SplitMix) -> [UInt8] {
    let family = random.pick(families)
    let trade = random.pick(trades)
    let branch = random.chance(300) ? random.pick(branches) : []
    if random.chance(25) { return Array("\"".utf8) + family + trade + Array(", Inc.\"".utf8) }
    return random.chance(500) ? before + family + trade + branch : family + trade + after + branch
  }

  /// `東京都千代田区丸の内3-12-5`
  func address(_ random: inout SplitMix) -> [UInt8] {
    random.pick(towns)
      + Array("\(random.within(1...5))-\(random.within(1...30))-\(random.within(1...20))".utf8)
  }
}
