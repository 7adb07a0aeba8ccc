/// A value and the place it was read from. Equality and hashing ignore the place.
public struct Located<Value> {
    /// What was read.
    public let value: Value
    /// Where it stands in the document's text; a string's span includes its quotes.
    public let span: SourceSpan

    /// A value read from `span`.
    public init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }

    /// The same place with the value transformed.
    public func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: span)
    }
}

extension Located: Sendable where Value: Sendable {}

extension Located: Equatable where Value: Equatable {
    /// Compares the values only.
    public static func == (left: Located, right: Located) -> Bool { left.value == right.value }
}

extension Located: Hashable where Value: Hashable {
    /// Hashes the value only.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
