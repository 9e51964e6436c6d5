/// What the figures of two texts that should say the same do not agree in.
public struct FigureComparison: Sendable {
  /// Figures that only the first text has.
  public private(set) var onlyFirst: [FigureList.Figure] = []
  /// Figures that only the second text has.
  public private(set) var onlySecond: [FigureList.Figure] = []
  /// The same figure counts or measures other things.
  public private(set) var different: [(first: FigureList.Figure, second: FigureList.Figure)] = []

  /// Whether the texts agree.
  public var isEmpty: Bool { onlyFirst.isEmpty && onlySecond.isEmpty && different.isEmpty }

  /// Compares two texts. Number words may stand for figures, and a text may repeat a figure.
  public init(_ first: FigureList, _ second: FigureList) {
    onlyFirst = Self.missing(first, in: second)
    onlySecond = Self.missing(second, in: first)
    if onlyFirst.isEmpty, onlySecond.isEmpty, first.figures.count == second.figures.count {
      // As many figures, none strange, and yet not the same ones: «5, 5, 10» against «5, 10, 10».
      onlyFirst = Self.surplus(first, over: second)
      onlySecond = Self.surplus(second, over: first)
    }
    for figure in first.figures {
      let twins = second.figures.filter { $0.value == figure.value }
      guard let twin = twins.first, twins.count == 1,
        first.figures.count(where: { $0.value == figure.value }) == 1
      else { continue }
      if let one = figure.unit, let other = twin.unit, one != other {
        different.append((figure, twin))
      } else if figure.isPercent != twin.isPercent, figure.unit != nil || twin.unit != nil {
        different.append((figure, twin))
      }
    }
  }

  private static func missing(_ list: FigureList, in other: FigureList) -> [FigureList.Figure] {
    let known = Set(other.figures.map(\.value)).union(other.words)
    var seen: Set<String> = []
    return list.figures.filter { !known.contains($0.value) && seen.insert($0.value).inserted }
  }

  private static func surplus(
    _ list: FigureList, over other: FigureList
  ) -> [FigureList.Figure] {
    var seen: Set<String> = []
    return list.figures.filter { figure in
      list.figures.count { $0.value == figure.value }
        > other.figures.count { $0.value == figure.value }
        && seen.insert(figure.value).inserted
    }
  }
}
