/// What is known of a condition key.
public struct ConditionKey: Sendable {
    /// What a condition key holds.
    public enum ValueType: String, CaseIterable, Sendable {
        case string = "String"
        case arn = "ARN"
        case bool = "Bool"
        case numeric = "Numeric"
        case date = "Date"
        case ipAddress = "IPAddress"
        case arrayOfString = "ArrayOfString"
        case arrayOfARN = "ArrayOfARN"
        case arrayOfBool = "ArrayOfBool"

        /// Whether a request can hold several values of the key.
        public var isMultivalued: Bool {
            switch self {
            case .arrayOfString, .arrayOfARN, .arrayOfBool: true
            case .string, .arn, .bool, .numeric, .date, .ipAddress: false
            }
        }
    }

    /// The key as AWS spells it, with a placeholder where it names a tag: `aws:ResourceTag/${TagKey}`.
    public let name: String
    /// What it holds.
    public let type: ValueType

    init(_ line: CatalogueLine) {
        name = line.field(1)
        type = ValueType(rawValue: line.field(2)) ?? .string
    }

    /// Whether it is a global key.
    public var isGlobal: Bool { name.hasPrefix("aws:") }
}
