/// A half-open range of UTF-8 byte offsets in one text, in eight bytes.
///
/// Lines and columns are made from spans only where a report needs them.
public struct SourceSpan: Hashable, Sendable {
    /// Offset of the first byte.
    public let start: UInt32
    /// Offset after the last byte.
    public let end: UInt32

    /// A span from `start` up to, not including, `end`.
    public init(_ start: UInt32, _ end: UInt32) {
        self.start = start
        self.end = end
    }

    /// A span from `start` up to, not including, `end`.
    public init(_ start: Int, _ end: Int) {
        self.init(UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
    }

    /// The empty span at an offset.
    public static func at(_ offset: Int) -> SourceSpan { SourceSpan(offset, offset) }

    /// The bytes of the span as a range for indexing.
    public var range: Range<Int> { Int(start)..<Int(max(start, end)) }

    /// Number of bytes.
    public var count: Int { range.count }

    /// Whether no byte lies in the span.
    public var isEmpty: Bool { start >= end }

    /// Whether the two spans share a byte, or one is an empty place strictly inside the other.
    public func overlaps(_ other: SourceSpan) -> Bool { start < other.end && other.start < end }

    /// The smallest span that holds both.
    public func union(_ other: SourceSpan) -> SourceSpan {
        SourceSpan(min(start, other.start), max(end, other.end))
    }
}

extension SourceSpan: Comparable {
    /// Orders by start, then by end.
    public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
        left.start == right.start ? left.end < right.end : left.start < right.start
    }
}
