/// One statement of a policy.
///
/// A class for the same reason as `Policy`.
public final class Statement: Sendable {
    /// The statement's object.
    public let node: JSONNode
    /// Its position in the policy, from 0.
    public let index: Int
    /// `Sid`.
    public let sid: Element<Located<String>>
    /// `Effect`; anything but `Allow` and `Deny`, in whatever case, is unrecognised.
    public let effect: Element<Effect>
    /// `Principal`.
    public let principal: Element<PrincipalBlock>
    /// `NotPrincipal`.
    public let notPrincipal: Element<PrincipalBlock>
    /// `Action`.
    public let action: Element<StringList>
    /// `NotAction`.
    public let notAction: Element<StringList>
    /// `Resource`.
    public let resource: Element<StringList>
    /// `NotResource`.
    public let notResource: Element<StringList>
    /// `Condition`.
    public let condition: Element<ConditionBlock>
    // What rules ask for again and again, without its element.

    /// Whether the statement's Effect is Allow.
    public let allows: Bool
    /// Whether the statement's Effect is Deny.
    public let denies: Bool
    /// The listed actions that are strings; empty where there is no `Action`.
    public let actions: [Located<String>]
    /// The strings of `NotAction`; empty where there is none.
    public let notActions: [Located<String>]
    /// The listed resources that are strings; empty where there is no `Resource`.
    public let resources: [Located<String>]
    /// The strings of `NotResource`; empty where there is none.
    public let notResources: [Located<String>]
    /// The lists of `Action` and `NotAction`, those that are there.
    let actionLists: [StringList]
    /// The lists of `Resource` and `NotResource`, those that are there.
    let resourceLists: [StringList]
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
    /// Whether nothing in it is unknown or unrecognised, but perhaps in its principals and conditions.
    let isPlain: Bool

    /// The elements of a statement.
    public static let elementNames = [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition",
    ]

    init(_ node: JSONNode, _ members: [JSONMember], index: Int) {
        self.node = node
        self.index = index
        var elements = Elements()
        var unknown: [JSONMember] = []
        for member in members where !elements.read(member, as: member.key.value) { unknown.append(member) }
        let sorted = Misspelling.sort(unknown, of: members, names: Self.elementNames)
        for slip in sorted.misspelt { _ = elements.read(slip.member, as: slip.meant) }
        sid = elements.sid
        effect = elements.effect
        principal = elements.principal
        notPrincipal = elements.notPrincipal
        action = elements.action
        notAction = elements.notAction
        resource = elements.resource
        notResource = elements.notResource
        condition = elements.condition
        allows = effect.value == .allow
        denies = effect.value == .deny
        actions = action.value?.items ?? []
        notActions = notAction.value?.items ?? []
        resources = resource.value?.items ?? []
        notResources = notResource.value?.items ?? []
        actionLists = Self.lists(action.value, notAction.value)
        resourceLists = Self.lists(resource.value, notResource.value)
        principals = principal.value?.principals ?? []
        conditions = condition.value?.conditions ?? []
        conditionKeys = conditions.reduce(into: []) { $0.formUnion(NameBits($1.keyHash)) }
        var traits: TextSketch.Traits = []
        for list in resourceLists { traits.formUnion(list.traits) }
        for condition in conditions { traits.formUnion(condition.traits) }
        self.traits = traits
        isPlain =
            sorted.unknown.isEmpty && !elements.hasUnrecognised
            && actionLists.allSatisfy { $0.unrecognised.isEmpty }
            && resourceLists.allSatisfy { $0.unrecognised.isEmpty }
        misspeltMembers = sorted.misspelt
        unknownMembers = sorted.unknown
    }

    private static func lists(_ list: StringList?, _ other: StringList?) -> [StringList] {
        switch (list, other) {
        case (let list?, let other?): [list, other]
        case (let only?, nil), (nil, let only?): [only]
        case (nil, nil): []
        }
    }
}

/// The elements of a statement while they are read.
private struct Elements {
    var sid = Element<Located<String>>.absent
    var effect = Element<Effect>.absent
    var principal = Element<PrincipalBlock>.absent
    var notPrincipal = Element<PrincipalBlock>.absent
    var action = Element<StringList>.absent
    var notAction = Element<StringList>.absent
    var resource = Element<StringList>.absent
    var notResource = Element<StringList>.absent
    var condition = Element<ConditionBlock>.absent

    /// Whether an element was not understood.
    var hasUnrecognised: Bool {
        sid.isUnrecognised || effect.isUnrecognised || action.isUnrecognised || notAction.isUnrecognised
            || resource.isUnrecognised || notResource.isUnrecognised || principal.isUnrecognised
            || notPrincipal.isUnrecognised || condition.isUnrecognised
    }

    /// Reads a member as the element of this name; false where it is the name of none.
    mutating func read(_ member: JSONMember, as name: String) -> Bool {
        switch name {
        case "Sid": sid = PolicyReading.string(member)
        case "Effect": effect = PolicyReading.effect(member)
        case "Principal": principal = PrincipalBlock.read(member)
        case "NotPrincipal": notPrincipal = PrincipalBlock.read(member)
        case "Action": action = StringList.read(member)
        case "NotAction": notAction = StringList.read(member)
        case "Resource": resource = StringList.read(member)
        case "NotResource": notResource = StringList.read(member)
        case "Condition": condition = ConditionBlock.read(member)
        default: return false
        }
        return true
    }
}

/// What a statement does with a request that it matches.
public enum Effect: String, Sendable {
    case allow = "Allow"
    case deny = "Deny"

    /// The effect that a text means, whatever the case of its letters. AWS takes only the case of
    /// `rawValue`.
    init?(meantBy text: String) {
        guard
            let effect = Effect(rawValue: text)
                ?? [.allow, .deny].first(where: { $0.rawValue.equalsIgnoringCase(text) })
        else { return nil }
        self = effect
    }
}

/// Readings that several elements share.
enum PolicyReading {
    static func string(_ member: JSONMember) -> Element<Located<String>> {
        member.value.locatedString.map { .present($0, member) } ?? .unrecognised(member)
    }

    static func effect(_ member: JSONMember) -> Element<Effect> {
        member.value.string.flatMap(Effect.init(meantBy:)).map { .present($0, member) } ?? .unrecognised(member)
    }
}
