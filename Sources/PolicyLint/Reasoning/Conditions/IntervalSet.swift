/// A place between two values of an ordered domain, just below a value or just above it.
struct Cut<Value: Comparable & Hashable & Sendable>: Hashable, Comparable, Sendable {
    /// The value next to it.
    let value: Value
    /// Whether the value itself lies below the cut.
    let isAbove: Bool

    /// Orders from low to high.
    static func < (left: Cut, right: Cut) -> Bool {
        left.value == right.value ? !left.isAbove && right.isAbove : left.value < right.value
    }
}

/// A set of values of an ordered domain: stretches between cuts.
struct IntervalSet<Value: Comparable & Hashable & Sendable>: Hashable, Sendable {
    /// All values between two cuts.
    typealias Interval = Range<Cut<Value>>

    /// The stretches, in the order in which they were given; they may meet and overlap.
    let intervals: [Interval]

    /// Whether every value of another set is in this one.
    func covers(_ other: IntervalSet) -> Bool { other.subtracting(self).intervals.isEmpty }

    /// Whether some value is in both.
    func overlaps(_ other: IntervalSet) -> Bool {
        intervals.contains { interval in other.intervals.contains { $0.overlaps(interval) } }
    }

    /// Whether a value is in it.
    func contains(_ value: Value) -> Bool {
        intervals.contains { $0.contains(Cut(value: value, isAbove: false)) }
    }

    /// The values of either set.
    func union(_ other: IntervalSet) -> IntervalSet { IntervalSet(intervals: intervals + other.intervals) }

    private func subtracting(_ other: IntervalSet) -> IntervalSet {
        var left = intervals.filter { !$0.isEmpty }
        for removed in other.intervals where !removed.isEmpty {
            left = left.flatMap { interval -> [Interval] in
                if !interval.overlaps(removed) { return [interval] }
                var rest: [Interval] = []
                if interval.lowerBound < removed.lowerBound { rest.append(interval.lowerBound..<removed.lowerBound) }
                if removed.upperBound < interval.upperBound { rest.append(removed.upperBound..<interval.upperBound) }
                return rest
            }
        }
        return IntervalSet(intervals: left)
    }
}

extension IntervalSet<Double> {
    /// All numbers.
    static let everything = IntervalSet(intervals: [lowest..<highest])

    private static let lowest = Cut(value: -Double.infinity, isAbove: false)
    private static let highest = Cut(value: Double.infinity, isAbove: true)

    /// The numbers that stand to one of a list as an operator says; nil for an operator that does not
    /// order. Negated operators list what they exclude.
    init?(_ name: ConditionOperator.Name, _ values: [Double]) {
        let below = values.map { Cut(value: $0, isAbove: false) }
        let above = values.map { Cut(value: $0, isAbove: true) }
        switch name {
        case .numericEquals, .numericNotEquals, .dateEquals, .dateNotEquals:
            intervals = zip(below, above).map { $0..<$1 }
        case .numericLessThan, .dateLessThan: intervals = below.map { Self.lowest..<$0 }
        case .numericLessThanEquals, .dateLessThanEquals: intervals = above.map { Self.lowest..<$0 }
        case .numericGreaterThan, .dateGreaterThan: intervals = above.map { $0..<Self.highest }
        case .numericGreaterThanEquals, .dateGreaterThanEquals: intervals = below.map { $0..<Self.highest }
        default: return nil
        }
    }
}
