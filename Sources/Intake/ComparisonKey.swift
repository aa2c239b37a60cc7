import Foundation

/// A text as it is compared with others (比較用の表記): after NFKC, without surrounding blanks, in lower case.
///
/// Half- and full-width forms, and upper and lower case, count as the same.
func comparisonKey(_ text: some StringProtocol) -> String {
  text.precomposedStringWithCompatibilityMapping.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
}
