/// The values of which the AWS CLI's answers are made, each with its place.
extension JSONNode {
    /// A whole number with its place, else nil.
    var locatedInteger: Located<Int>? {
        guard case .number(let text) = value else { return nil }
        return (Int(text) ?? Double(text).flatMap { Int(exactly: $0) }).map { Located($0, at: span) }
    }

    /// A number with its place, else nil. Amounts of money are written as strings.
    var locatedNumber: Located<Double>? {
        switch value {
        case .number(let text), .string(let text): Double(text).map { Located($0, at: span) }
        default: nil
        }
    }

    /// A boolean with its place, else nil.
    var locatedBoolean: Located<Bool>? {
        if case .bool(let flag) = value { Located(flag, at: span) } else { nil }
    }

    /// A moment with its place, else nil: ISO 8601, or seconds since 1970, as version 1 of the CLI writes it.
    var locatedMoment: Located<Timestamp>? {
        switch value {
        case .string(let text): Timestamp(text).map { Located($0, at: span) }
        case .number(let text):
            Double(text).flatMap { Int(exactly: $0.rounded(.down)) }
                .map { Located(Timestamp(secondsSince1970: $0), at: span) }
        default: nil
        }
    }

    /// The strings of an array, with their places; what is no string is left out.
    var locatedStrings: [Located<String>] { (array ?? []).compactMap(\.locatedString) }
}
