import Foundation

/// A text as it is compared with others (比較用の表記): after NFKC, without surrounding blanks, in lower case.
///
/// Half- and full-width forms, and upper and lower case, count as the same.
func comparisonKey(_ text: some StringProtocol) -> String {
  // Foundation leaves `ｶﾞ` as two characters after NFKC; the second step makes `ガ` of them.
  text.precomposedStringWithCompatibilityMapping.precomposedStringWithCanonicalMapping
    .trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
}
