extension ConditionKey.ValueType {
    /// How well an operator compares values of a type.
    enum Suitability: Hashable, Sendable {
        case suits
        /// It compares the text of the value: that works, as long as both are written alike.
        case comparesText
        case unsuited
    }

    /// How well an operator of this name compares values of the type.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
    func suitability(of name: ConditionOperator.Name) -> Suitability {
        switch (self, name.family) {
        case (_, .null): .suits
        case (.string, .string), (.arrayOfString, .string): .suits
        // Many keys of strings hold ARNs: tags, encryption contexts.
        case (.string, .arn), (.arrayOfString, .arn): .suits
        case (.arn, .arn), (.arn, .string), (.arrayOfARN, .arn), (.arrayOfARN, .string): .suits
        case (.bool, .bool), (.arrayOfBool, .bool): .suits
        case (.bool, .string), (.arrayOfBool, .string): .comparesText
        case (.numeric, .numeric): .suits
        case (.numeric, .string): .comparesText
        // `aws:EpochTime` is a number, too.
        case (.date, .date), (.date, .numeric): .suits
        case (.date, .string): .comparesText
        case (.ipAddress, .ipAddress): .suits
        default: .unsuited
        }
    }

    /// The name of an operator that suits the type.
    var exampleOperator: String {
        switch self {
        case .string, .arrayOfString: "StringEquals"
        case .arn, .arrayOfARN: "ArnLike"
        case .bool, .arrayOfBool: "Bool"
        case .numeric: "NumericEquals"
        case .date: "DateGreaterThan"
        case .ipAddress: "IpAddress"
        }
    }

    /// What the type is, in words.
    var inWords: String {
        switch self {
        case .string: "a string"
        case .arn: "an ARN"
        case .bool: "`true` or `false`"
        case .numeric: "a number"
        case .date: "a date"
        case .ipAddress: "an IP address"
        case .arrayOfString: "strings"
        case .arrayOfARN: "ARNs"
        case .arrayOfBool: "Booleans"
        }
    }
}

extension ConditionOperator.Name {
    /// The operators that compare one type of value.
    enum Family: Hashable, Sendable { case string, numeric, date, bool, binary, ipAddress, arn, null }

    /// The type of value that the operator compares.
    var family: Family {
        switch self {
        case .stringEquals, .stringNotEquals, .stringEqualsIgnoreCase, .stringNotEqualsIgnoreCase, .stringLike,
            .stringNotLike:
            .string
        case .numericEquals, .numericNotEquals, .numericLessThan, .numericLessThanEquals, .numericGreaterThan,
            .numericGreaterThanEquals:
            .numeric
        case .dateEquals, .dateNotEquals, .dateLessThan, .dateLessThanEquals, .dateGreaterThan, .dateGreaterThanEquals:
            .date
        case .bool: .bool
        case .binaryEquals: .binary
        case .ipAddress, .notIpAddress: .ipAddress
        case .arnEquals, .arnLike, .arnNotEquals, .arnNotLike: .arn
        case .null: .null
        }
    }
}
