/// The value of `Condition`.
///
/// A class for the same reason as `Policy`.
public final class ConditionBlock: Sendable {
    /// One condition for each pair of operator and key; all of them must hold.
    public let conditions: [Condition]
    /// Operators that AWS does not know in this spelling, and whose value is an object.
    public let irregularOperators: [JSONMember]
    /// Operators whose value is no object.
    public let unrecognised: [JSONMember]
    /// The whole value.
    public let node: JSONNode

    private init(
        conditions: [Condition], irregularOperators: [JSONMember], unrecognised: [JSONMember], node: JSONNode
    ) {
        self.conditions = conditions
        self.irregularOperators = irregularOperators
        self.unrecognised = unrecognised
        self.node = node
    }

    static func read(_ member: JSONMember) -> Element<ConditionBlock> {
        guard member.value.isObject else { return .unrecognised(member) }
        var conditions: [Condition] = []
        var irregular: [JSONMember] = []
        var unrecognised: [JSONMember] = []
        // Mostly there is one key under an operator.
        conditions.reserveCapacity(member.value.members.underestimatedCount)
        for operatorMember in member.value.members {
            guard operatorMember.value.isObject else {
                unrecognised.append(operatorMember)
                continue
            }
            let exact = ConditionOperator(operatorMember.key.value)
            if exact == nil { irregular.append(operatorMember) }
            let parsed = exact ?? ConditionOperator(meantBy: operatorMember.key.value)
            for keyMember in operatorMember.value.members {
                conditions.append(Condition(operatorMember: operatorMember, operator: parsed, keyMember: keyMember))
            }
        }
        return .present(
            ConditionBlock(
                conditions: conditions, irregularOperators: irregular, unrecognised: unrecognised, node: member.value),
            member)
    }
}

/// One condition: an operator, a key, and the values of which one must match.
///
/// A class for the same reason as `Policy`.
public final class Condition: Sendable {
    /// The operator's member: its key is the operator as written, its value the object of keys.
    public let operatorMember: JSONMember
    /// The operator, or the one that a misspelt name means; nil where it is like none.
    public let `operator`: ConditionOperator?
    /// The key's member: its key is the condition key as written.
    public let keyMember: JSONMember
    /// The values. Numbers and booleans, which IAM accepts, are here in their JSON writing.
    public let values: JSONStrings
    /// Values that are none of these.
    public let unrecognised: [JSONNode]
    /// The hash of the key.
    let keyHash: TextHash
    /// What stands in any of the values.
    let traits: TextSketch.Traits

    init(operatorMember: JSONMember, operator: ConditionOperator?, keyMember: JSONMember) {
        self.operatorMember = operatorMember
        self.operator = `operator`
        self.keyMember = keyMember
        keyHash = keyMember.sketchedKey.sketch.hash
        (values, unrecognised) = keyMember.value.strings(takesScalars: true)
        traits = values.sketches.traits
    }

    /// The sketches of the values.
    var sketches: JSONStrings.Sketches { values.sketches }

    /// The condition key as written.
    public var key: String { keyMember.key.value }

    /// Whether the condition is on this key; key names are compared without case.
    public func isOn(_ name: String) -> Bool { key.equalsIgnoringCase(name) }

    /// Whether the condition is on one of some keys.
    func isOn(_ names: NameSet) -> Bool { names.contains(key, keyHash) }
}
