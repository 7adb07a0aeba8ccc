/// The typed AST of a policy document. Whatever its shape, the whole of it is here: what AWS would
/// not accept is kept as unrecognised.
///
/// A class, because rules pass it around often and it never changes.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html>.
public final class Policy: Sendable {
    /// The document's object.
    public let node: JSONNode
    /// `Version`, whatever date it names.
    public let version: Element<Located<String>>
    /// `Id`.
    public let id: Element<Located<String>>
    /// The member `Statement`, if there is one.
    public let statementMember: JSONMember?
    /// The statements that are objects.
    public let statements: [Statement]
    /// What stands in `Statement` and is no object.
    public let unrecognisedStatements: [JSONNode]
    /// Members that are no policy element.
    public let unknownMembers: [JSONMember]

    /// The elements at the top of a policy.
    public static let elementNames = ["Version", "Id", "Statement"]

    /// Reads a policy from a JSON object.
    public init(_ node: JSONNode) {
        self.node = node
        var version = Element<Located<String>>.absent
        var id = Element<Located<String>>.absent
        var statementMember: JSONMember?
        var unknown: [JSONMember] = []
        for member in node.object ?? [] {
            switch member.key.value {
            case "Version": version = PolicyReading.string(member)
            case "Id": id = PolicyReading.string(member)
            case "Statement": statementMember = member
            default: unknown.append(member)
            }
        }
        self.version = version
        self.id = id
        self.statementMember = statementMember
        unknownMembers = unknown
        var statements: [Statement] = []
        var unrecognised: [JSONNode] = []
        let elements = statementMember.map { $0.value.array ?? [$0.value] } ?? []
        for (index, element) in elements.enumerated() {
            if let members = element.object {
                statements.append(Statement(element, members, index: index))
            } else {
                unrecognised.append(element)
            }
        }
        self.statements = statements
        unrecognisedStatements = unrecognised
    }

    /// Whether policy variables (`${aws:username}`) are replaced: only with `Version` 2012-10-17;
    /// otherwise they are literal text.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>.
    public var replacesVariables: Bool { version.value?.value == "2012-10-17" }
}
