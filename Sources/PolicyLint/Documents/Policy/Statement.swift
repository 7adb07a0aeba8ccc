/// One statement of a policy.
///
/// A class for the same reason as `Policy`.
public final class Statement: Sendable {
    /// The statement's object.
    public let node: JSONNode
    /// Its position in the policy, from 0.
    public let index: Int
    private let elements: Elements
    // What rules ask for again and again, without its element.

    /// Whether the statement's Effect is Allow.
    public let allows: Bool
    /// Whether the statement's Effect is Deny.
    public let denies: Bool
    /// The listed actions that are strings; empty where there is no `Action`.
    public let actions: JSONStrings
    /// The listed resources that are strings; empty where there is no `Resource`.
    public let resources: JSONStrings
    /// The lists of `Action` and `NotAction`, those that are there.
    let actionLists: StringLists
    /// The lists of `Resource` and `NotResource`, those that are there.
    let resourceLists: StringLists
    /// The principals of `Principal`; empty where there is none.
    public let principals: [Principal]
    /// The conditions, one for each pair of operator and key; all must hold.
    public let conditions: [Condition]
    /// On which keys there may be conditions.
    let conditionKeys: NameBits
    /// What stands in any resource, or value of a condition.
    let traits: TextSketch.Traits

    /// Members that are a slip of an element's name; they are read as that element.
    public let misspeltMembers: [Misspelling]
    /// Members that are no element of a statement.
    public let unknownMembers: [JSONMember]
    /// What stands somewhere in it.
    let contents: Contents

    /// The elements of a statement.
    public static let elementNames = [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ]

    /// Reads a statement from a JSON object.
    init(_ node: JSONNode, index: Int) {
        self.node = node
        self.index = index
        var elements = Elements()
        var unknown: [JSONMember] = []
        for member in node.members where !elements.read(member, as: member.key.value) { unknown.append(member) }
        let sorted = Misspelling.sort(unknown, of: node, names: Self.elementNames)
        for slip in sorted.misspelt { _ = elements.read(slip.member, as: slip.meant) }
        allows = elements.effect.value == .allow
        denies = elements.effect.value == .deny
        actions = elements.action.value?.items ?? JSONStrings(noneOf: node.tree)
        resources = elements.resource.value?.items ?? JSONStrings(noneOf: node.tree)
        actionLists = StringLists(elements.action.value, elements.notAction.value)
        resourceLists = StringLists(elements.resource.value, elements.notResource.value)
        principals = elements.principal.value?.principals ?? []
        conditions = elements.condition.value?.conditions ?? []
        conditionKeys = conditions.reduce(into: []) { $0.formUnion(NameBits($1.keyHash)) }
        var traits: TextSketch.Traits = []
        for list in resourceLists { traits.formUnion(list.traits) }
        for condition in conditions { traits.formUnion(condition.traits) }
        self.traits = traits
        misspeltMembers = sorted.misspelt
        unknownMembers = sorted.unknown
        contents = unknown.isEmpty ? elements.contents : elements.contents.union(.flaws)
        self.elements = consume elements
    }
}

extension Statement {
    /// `Sid`.
    public var sid: Element<Located<String>> { elements.sid }
    /// `Effect`; anything but `Allow` and `Deny`, in whatever case, is unrecognised.
    public var effect: Element<Effect> { elements.effect }
    /// `Principal`.
    public var principal: Element<PrincipalBlock> { elements.principal }
    /// `NotPrincipal`.
    public var notPrincipal: Element<PrincipalBlock> { elements.notPrincipal }
    /// `Action`.
    public var action: Element<StringList> { elements.action }
    /// `NotAction`.
    public var notAction: Element<StringList> { elements.notAction }
    /// `Resource`.
    public var resource: Element<StringList> { elements.resource }
    /// `NotResource`.
    public var notResource: Element<StringList> { elements.notResource }
    /// `Condition`.
    public var condition: Element<ConditionBlock> { elements.condition }

    /// The strings of `NotAction`; empty where there is none.
    public var notActions: JSONStrings { elements.notAction.value?.items ?? JSONStrings(noneOf: node.tree) }
    /// The strings of `NotResource`; empty where there is none.
    public var notResources: JSONStrings { elements.notResource.value?.items ?? JSONStrings(noneOf: node.tree) }
}

/// The elements of a statement.
private struct Elements: Sendable {
    var sid = Element<Located<String>>.absent
    var effect = Element<Effect>.absent
    var principal = Element<PrincipalBlock>.absent
    var notPrincipal = Element<PrincipalBlock>.absent
    var action = Element<StringList>.absent
    var notAction = Element<StringList>.absent
    var resource = Element<StringList>.absent
    var notResource = Element<StringList>.absent
    var condition = Element<ConditionBlock>.absent
    /// What stands somewhere in those that were read.
    private var noted = Statement.Contents.anything

    /// Reads a member as the element of this name; false where it is the name of none.
    mutating func read(_ member: JSONMember, as name: String) -> Bool {
        // Those that most statements have come first.
        switch name {
        case "Effect":
            let text = member.value.string
            let value = text.flatMap(Effect.init(meantBy:))
            effect = value.map { .present($0, member) } ?? .unrecognised(member)
            if value == nil || value?.rawValue != text { noted.insert(.flaws) }
        case "Action":
            action = StringList.read(member)
            noted.formUnion(action.contents)
        case "Resource":
            resource = StringList.read(member)
            noted.formUnion(resource.contents.subtracting(.oddTexts))
        case "Condition":
            condition = ConditionBlock.read(member)
            noted.formUnion(condition.contents)
        case "Sid":
            sid = PolicyReading.string(member)
            noted.formUnion(sid.shape)
        case "Principal":
            principal = PrincipalBlock.read(member)
            noted.formUnion(principal.contents)
        case "NotPrincipal":
            notPrincipal = PrincipalBlock.read(member)
            noted.formUnion(notPrincipal.contents.union(.exclusions))
        case "NotAction":
            notAction = StringList.read(member)
            noted.formUnion(notAction.contents.union(.exclusions))
        case "NotResource":
            notResource = StringList.read(member)
            noted.formUnion(notResource.contents.subtracting(.oddTexts).union(.exclusions))
        default: return false
        }
        return true
    }

    /// What stands somewhere in them, or is missing.
    var contents: Statement.Contents {
        let isWhole =
            !effect.isAbsent && !(action.isAbsent && notAction.isAbsent) && !(resource.isAbsent && notResource.isAbsent)
        return isWhole ? noted : noted.union(.gaps)
    }
}

/// What a statement does with a request that it matches.
public enum Effect: String, Sendable {
    case allow = "Allow"
    case deny = "Deny"

    /// The effect that a text means, whatever the case of its letters. AWS takes only the case of
    /// `rawValue`.
    init?(meantBy text: String) {
        switch text {
        case "Allow": self = .allow
        case "Deny": self = .deny
        default:
            guard let effect = [Effect.allow, .deny].first(where: { $0.rawValue.equalsIgnoringCase(text) }) else {
                return nil
            }
            self = effect
        }
    }
}

/// Readings that several elements share.
enum PolicyReading {
    static func string(_ member: JSONMember) -> Element<Located<String>> {
        member.value.locatedString.map { .present($0, member) } ?? .unrecognised(member)
    }
}
