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
    /// Those that have conditions.
    let conditionedStatements: [Statement]
    /// On which keys there may be conditions.
    let conditionKeys: NameBits
    /// What stands in any resource, or value of a condition.
    let traits: TextSketch.Traits
    /// What stands in `Statement` and is no object.
    public let unrecognisedStatements: [JSONNode]
    /// Members that are a slip of an element's name; they are read as that element.
    public let misspeltMembers: [Misspelling]
    /// Members that are no policy element.
    public let unknownMembers: [JSONMember]
    /// What stands somewhere in its statements, and whether there are flaws beside them.
    let contents: Statement.Contents

    /// The elements at the top of a policy.
    public static let elementNames = ["Version", "Id", "Statement"]

    /// The versions of the policy language, the current one first.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>.
    public static let versions = ["2012-10-17", "2008-10-17"]

    /// Reads a policy from a JSON object.
    public init(_ node: JSONNode) {
        self.node = node
        var version = Element<Located<String>>.absent
        var id = Element<Located<String>>.absent
        var statementMember: JSONMember?
        var unknown: [JSONMember] = []
        func read(_ member: JSONMember, as name: String) -> Bool {
            switch name {
            case "Version": version = PolicyReading.string(member)
            case "Id": id = PolicyReading.string(member)
            case "Statement": statementMember = member
            default: return false
            }
            return true
        }
        for member in node.members where !read(member, as: member.key.value) { unknown.append(member) }
        let sorted = Misspelling.sort(unknown, of: node, names: Self.elementNames)
        for slip in sorted.misspelt { _ = read(slip.member, as: slip.meant) }
        self.version = version
        self.id = id
        self.statementMember = statementMember
        misspeltMembers = sorted.misspelt
        unknownMembers = sorted.unknown
        var statements: [Statement] = []
        var unrecognised: [JSONNode] = []
        var conditioned: [Statement] = []
        var keys: NameBits = []
        var traits: TextSketch.Traits = []
        func add(_ element: JSONNode, _ index: Int) {
            guard element.isObject else { return unrecognised.append(element) }
            let statement = Statement(element, index: index)
            statements.append(statement)
            if !statement.conditions.isEmpty { conditioned.append(statement) }
            keys.formUnion(statement.conditionKeys)
            traits.formUnion(statement.traits)
        }
        if let elements = statementMember?.value.oneOrMore {
            statements.reserveCapacity(elements.underestimatedCount)
            for (index, element) in elements.enumerated() { add(element, index) }
        }
        self.statements = statements
        conditionedStatements = conditioned
        conditionKeys = keys
        self.traits = traits
        unrecognisedStatements = unrecognised
        var contents = version.shape.union(id.shape)
        if !unknown.isEmpty || !unrecognised.isEmpty { contents.insert(.flaws) }
        for statement in statements { contents.formUnion(statement.contents) }
        self.contents = contents
    }

    /// Whether policy variables (`${aws:username}`) are replaced: only with `Version` 2012-10-17;
    /// otherwise they are literal text.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>.
    public var replacesVariables: Bool { version.value?.value == "2012-10-17" }
}

extension Policy {
    /// The first string in which a policy variable stands.
    var firstVariable: Located<String>? { node.firstString(where: \.hasPolicyVariable) }

    /// Whether `${` or `{{` stands anywhere, so that the version of the language may matter.
    var mayHoldVariables: Bool { node.firstString(where: \.hasVariable) != nil }
}

extension String {
    /// Whether a policy variable stands in the text: `${` and a key with its prefix. What has no prefix, as in
    /// `${account_id}`, or no name behind the colon, as in `${AWS::Partition}` and `${REGION:-us-east-1}`, is for a
    /// template engine or a shell to fill.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>.
    var hasPolicyVariable: Bool {
        withBytes { bytes in
            guard var index = bytes.firstVariable else { return false }
            var isInVariable = true
            while index < bytes.count {
                switch bytes[index] {
                case UInt8(ascii: "{") where bytes[index - 1] == UInt8(ascii: "$"): isInVariable = true
                case UInt8(ascii: "}"): isInVariable = false
                case UInt8(ascii: ":") where isInVariable:
                    guard index + 1 < bytes.count, ":-=+?/".utf8.contains(bytes[index + 1]) else { return true }
                    isInVariable = false
                default: break
                }
                index += 1
            }
            return false
        }
    }

    /// Whether `${` stands in the text, or `{{`, by which other templates begin what they fill.
    var hasVariable: Bool { withBytes { $0.hasVariable } }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `${` or `{{` stands in the text.
    var hasVariable: Bool {
        var index = 1
        while index < count {
            if self[index] == UInt8(ascii: "{"),
                self[index - 1] == UInt8(ascii: "$") || self[index - 1] == UInt8(ascii: "{")
            {
                return true
            }
            index += 1
        }
        return false
    }

    /// The offset behind the first `${`.
    fileprivate var firstVariable: Int? {
        var index = 0
        while index + 1 < count {
            if self[index] == UInt8(ascii: "$"), self[index + 1] == UInt8(ascii: "{") { return index + 2 }
            index += 1
        }
        return nil
    }
}
