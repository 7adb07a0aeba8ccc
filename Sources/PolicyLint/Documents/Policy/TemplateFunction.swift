/// The intrinsic functions of CloudFormation, of which a template makes the strings of a policy: `{"Ref": "Topic"}`,
/// `{"Fn::Sub": "…"}`. What holds one is a part of a template, and no policy yet.
///
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html>.
enum TemplateFunction {
    /// Whether a function stands in a policy, where a string or an object of IAM should.
    static func stands(in policy: Policy) -> Bool {
        // A quick look: in whatever IAM takes, each place is read as what it should be.
        policy.unrecognisedStatements.contains(where: isOne)
            || isOne(policy.id) || isOne(policy.version)
            || policy.statements.contains { stands(in: $0) }
    }

    private static func stands(in statement: Statement) -> Bool {
        if !statement.isPlain, standsInMember(of: statement) { return true }
        return !statement.principal.isAbsent && isIn(statement.principal)
            || !statement.notPrincipal.isAbsent && isIn(statement.notPrincipal)
            || !statement.condition.isAbsent && isIn(statement.condition)
    }

    private static func standsInMember(of statement: Statement) -> Bool {
        statement.unknownMembers.contains { isName($0.key.value) }
            || isOne(statement.sid) || isOne(statement.effect)
            || [statement.action, statement.notAction, statement.resource, statement.notResource].contains(where: isIn)
    }

    private static func isIn(_ element: Element<StringList>) -> Bool {
        element.value?.unrecognised.contains(where: isOne) ?? isOne(element)
    }

    private static func isIn(_ element: Element<PrincipalBlock>) -> Bool {
        guard let block = element.value else { return isOne(element) }
        return block.entries.contains { entry in
            entry.type == nil && isName(entry.member.key.value)
                || entry.list?.unrecognised.contains(where: isOne) ?? isOne(entry.member.value)
        }
    }

    private static func isIn(_ element: Element<ConditionBlock>) -> Bool {
        guard let block = element.value else { return false }
        return block.unrecognised.contains { isName($0.key.value) }
            || block.irregularOperators.contains { isName($0.key.value) }
            || block.conditions.contains { isName($0.key) || $0.unrecognised.contains(where: isOne) }
    }

    private static func isOne<Value>(_ element: Element<Value>) -> Bool {
        if case .unrecognised(let member) = element { isOne(member.value) } else { false }
    }

    private static func isOne(_ node: JSONNode) -> Bool {
        guard let members = node.object, members.count == 1 else { return false }
        return isName(members[0].key.value)
    }

    private static func isName(_ name: String) -> Bool { name == "Ref" || name.hasPrefix("Fn::") }
}
