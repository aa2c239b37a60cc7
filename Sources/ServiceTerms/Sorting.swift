extension Array {
  /// Sorted; exports mostly come in order already, and then nothing is moved.
  func sortedUnlessSorted(by precedes: (Element, Element) -> Bool) -> [Element] {
    for (left, right) in zip(self, dropFirst()) where precedes(right, left) { return sorted(by: precedes) }
    return self
  }
}
