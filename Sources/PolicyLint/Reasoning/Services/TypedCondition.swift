/// A condition of a policy with what is known of its key.
///
/// A class, because many rules go through all of them.
final class TypedCondition: Sendable {
    /// The condition.
    let condition: Condition
    /// Its statement.
    let statement: Statement
    /// What is known of its key; nil for a key that the catalogue does not have.
    let key: ConditionKey?

    private init(_ condition: Condition, of statement: Statement, _ key: ConditionKey?) {
        self.condition = condition
        self.statement = statement
        self.key = key
    }

    /// Whether the key belongs to AWS or one of its services, and not to an identity provider, whose claims have
    /// rules of their own.
    var isOfService: Bool {
        condition.key.withBytes { bytes in
            for byte in bytes {
                if byte == UInt8(ascii: ":") { return true }
                if byte == UInt8(ascii: ".") { return false }
            }
            return true
        }
    }

    /// All conditions of a policy.
    static func all(in policy: Policy, _ catalogue: ServiceCatalogue) -> [TypedCondition] {
        var all: [TypedCondition] = []
        all.reserveCapacity(policy.conditionedStatements.reduce(0) { $0 + $1.conditions.count })
        for statement in policy.conditionedStatements {
            for condition in statement.conditions {
                all.append(TypedCondition(condition, of: statement, catalogue.conditionKey(of: condition)))
            }
        }
        return all
    }
}
