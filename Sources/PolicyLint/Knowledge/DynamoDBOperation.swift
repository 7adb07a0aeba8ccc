/// The actions of DynamoDB on items, as far as its own condition keys are sent with them.
///
/// Source: <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html>.
enum DynamoDBOperation: String, CaseIterable, Sendable {
    case batchGetItem = "dynamodb:BatchGetItem"
    case getItem = "dynamodb:GetItem"
    case query = "dynamodb:Query"
    case scan = "dynamodb:Scan"
    case batchWriteItem = "dynamodb:BatchWriteItem"
    case deleteItem = "dynamodb:DeleteItem"
    case putItem = "dynamodb:PutItem"
    case updateItem = "dynamodb:UpdateItem"

    /// The condition key for the attributes that a request names.
    static let attributes = "dynamodb:Attributes"
    /// The condition key for the partition keys that a request names.
    static let leadingKeys = "dynamodb:LeadingKeys"
    /// The condition key for what a reading request asks for.
    static let select = "dynamodb:Select"
    /// The condition key for what a writing request asks to be told.
    static let returnValues = "dynamodb:ReturnValues"

    /// Whether it reads items. Then `dynamodb:Select` has a value, and `dynamodb:ReturnValues` has none.
    var reads: Bool {
        switch self {
        case .batchGetItem, .getItem, .query, .scan: true
        case .batchWriteItem, .deleteItem, .putItem, .updateItem: false
        }
    }

    /// Whether the answer can hold the item that was written, as `dynamodb:ReturnValues` says.
    var returnsValues: Bool {
        switch self {
        case .deleteItem, .putItem, .updateItem: true
        case .batchGetItem, .getItem, .query, .scan, .batchWriteItem: false
        }
    }

    /// Whether it writes a whole item in the place of another one, attributes that it does not name included.
    var replacesItem: Bool { self == .putItem || self == .batchWriteItem }

    /// The actions of a statement that mean such operations, each with those that it means.
    static func all(in statement: Statement) -> [(action: Located<String>, operations: [DynamoDBOperation])] {
        statement.actions.compactMap { action in
            let operations = allCases.filter {
                GlobPattern.matches($0.rawValue, pattern: action.value, ignoringCase: true)
            }
            return operations.isEmpty ? nil : (action, operations)
        }
    }
}
