extension Range<Int> {
  /// The first index of which something holds that holds of all behind it, too; the end when it holds of none.
  func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (lowerBound, upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Array where Element: Comparable {
  /// Where an element stands in an array in ascending order, or would stand.
  func ascendingIndex(of element: Element) -> Int {
    indices.partitioningIndex { self[$0] >= element }
  }
}
