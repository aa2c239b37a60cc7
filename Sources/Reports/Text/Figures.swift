import Records

extension Int {
  /// `1,234,567`
  var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0 && (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return (self < 0 ? "-" : "") + text
  }
}

extension Yen {
  /// `¥1,234`, negative `-¥1,234`.
  var grouped: String { (amount < 0 ? "-¥" : "¥") + Int(clamping: amount.magnitude).grouped }
}

/// Permille as percent with one decimal: 987 is `98.7%`, nothing due is `-`.
func percent(_ permille: Int?) -> String {
  guard let permille else { return "-" }
  return "\(permille < 0 ? "-" : "")\(abs(permille) / 10).\(abs(permille) % 10)%"
}
