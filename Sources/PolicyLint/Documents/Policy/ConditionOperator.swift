/// A condition operator in its parts: set prefix, name, `IfExists`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
public struct ConditionOperator: Hashable, Sendable, CustomStringConvertible {
    /// How a key with several values is tested.
    public enum SetPrefix: String, CaseIterable, Sendable {
        /// Every value must match; true when the key is absent.
        case forAllValues = "ForAllValues"
        /// One value must match; false when the key is absent.
        case forAnyValue = "ForAnyValue"
    }

    /// The operators' names.
    public enum Name: String, CaseIterable, Sendable {
        case stringEquals = "StringEquals"
        case stringNotEquals = "StringNotEquals"
        case stringEqualsIgnoreCase = "StringEqualsIgnoreCase"
        case stringNotEqualsIgnoreCase = "StringNotEqualsIgnoreCase"
        case stringLike = "StringLike"
        case stringNotLike = "StringNotLike"
        case numericEquals = "NumericEquals"
        case numericNotEquals = "NumericNotEquals"
        case numericLessThan = "NumericLessThan"
        case numericLessThanEquals = "NumericLessThanEquals"
        case numericGreaterThan = "NumericGreaterThan"
        case numericGreaterThanEquals = "NumericGreaterThanEquals"
        case dateEquals = "DateEquals"
        case dateNotEquals = "DateNotEquals"
        case dateLessThan = "DateLessThan"
        case dateLessThanEquals = "DateLessThanEquals"
        case dateGreaterThan = "DateGreaterThan"
        case dateGreaterThanEquals = "DateGreaterThanEquals"
        case bool = "Bool"
        case binaryEquals = "BinaryEquals"
        case ipAddress = "IpAddress"
        case notIpAddress = "NotIpAddress"
        case arnEquals = "ArnEquals"
        case arnLike = "ArnLike"
        case arnNotEquals = "ArnNotEquals"
        case arnNotLike = "ArnNotLike"
        case null = "Null"
    }

    /// The set prefix, if any.
    public let setPrefix: SetPrefix?
    /// The name between prefix and suffix.
    public let name: Name
    /// Whether `IfExists` follows: then the condition holds when the key is absent.
    public let ifExists: Bool

    /// Takes an operator apart; nil where AWS knows none of that name. Names are case-sensitive here,
    /// as AWS documents them in this spelling only.
    public init?(_ text: String) {
        guard let known = Self.known.answer(text, { ConditionOperator(reading: text) }) else { return nil }
        self = known
    }

    /// Policies use the same few again and again.
    private static let known = TextMemo<ConditionOperator?>(limit: 1_024)

    private init?(reading text: String) {
        // Bytes are several times faster to compare than characters.
        var rest = text.utf8[...]
        var setPrefix: SetPrefix?
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            guard let prefix = SetPrefix(rawValue: String(text[..<colon])) else { return nil }
            setPrefix = prefix
            rest = rest[rest.index(after: colon)...]
        }
        let suffix = "IfExists".utf8
        let ifExists = rest.suffix(suffix.count).elementsEqual(suffix)
        if ifExists { rest = rest.dropLast(suffix.count) }
        guard let name = Name(rawValue: String(Substring(rest))), !(name == .null && (ifExists || setPrefix != nil))
        else {
            return nil
        }
        self.setPrefix = setPrefix
        self.name = name
        self.ifExists = ifExists
    }

    /// The operator as AWS writes it.
    public var description: String {
        (setPrefix.map { $0.rawValue + ":" } ?? "") + name.rawValue + (ifExists ? "IfExists" : "")
    }

    /// The operator that a text means, slips forgiven. AWS takes only the spelling of `description`.
    public init?(meantBy text: String) {
        if let exact = ConditionOperator(text) {
            self = exact
            return
        }
        let colon = text.firstIndex(of: ":")
        let prefixes = SetPrefix.allCases.map(\.rawValue)
        let prefix = colon.map { NearestWord.find(String(text[..<$0]), among: prefixes) }
        let name = colon.map { String(text[text.index(after: $0)...]) } ?? text
        // `Null` takes no `IfExists`; read as `BoolIfExists` it would mean the contrary.
        if name.equalsIgnoringCase("NullIfExists") { return nil }
        guard let meant = NearestWord.find(name, among: Self.unprefixedNames) else { return nil }
        switch prefix {
        case nil: self.init(meant)
        case let known??: self.init("\(known):\(meant)")
        case .some(nil): return nil
        }
    }

    /// All names, with and without `IfExists`.
    private static let unprefixedNames = Name.allCases.flatMap { name in
        name == .null ? [name.rawValue] : [name.rawValue, name.rawValue + "IfExists"]
    }

    /// Whether the operator tests that something is not so. Without the key such a condition holds.
    public var isNegated: Bool {
        switch name {
        case .stringNotEquals, .stringNotEqualsIgnoreCase, .stringNotLike, .numericNotEquals, .dateNotEquals,
            .notIpAddress, .arnNotEquals, .arnNotLike:
            true
        default: false
        }
    }

    /// Whether the condition holds when the request does not carry the key (`Null` apart).
    public var holdsWithoutKey: Bool {
        ifExists || setPrefix == .forAllValues || (isNegated && setPrefix == nil)
    }
}
