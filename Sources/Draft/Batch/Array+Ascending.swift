extension Array where Element: Comparable {
  /// Where an element stands in an array in ascending order, or would stand.
  func ascendingIndex(of element: Element) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
