/// What is known of a condition key.
///
/// A class, because it is kept for all rules, and handed around.
public final class ConditionKey: Sendable {
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
    /// Whether it is a global key.
    public let isGlobal: Bool
    /// The key without what stands for a tag.
    let family: KeyFamily

    init(_ line: CatalogueLine) {
        name = line.field(1)
        type = ValueType(rawValue: line.field(2)) ?? .string
        isGlobal = name.hasPrefix("aws:")
        family = KeyFamily(name)
    }
}
