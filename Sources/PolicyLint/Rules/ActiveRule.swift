/// A rule that runs, with its metadata at hand.
struct ActiveRule {
    let type: any Rule.Type
    let metadata: RuleMetadata
    /// The rule as one about policies, if it is.
    let ofPolicies: (any PolicyRule.Type)?
    private let concerns: Statement.Contents
    private let keysOfConcern: NameBits?

    init(_ type: any Rule.Type, _ metadata: RuleMetadata) {
        self.type = type
        self.metadata = metadata
        ofPolicies = type.ofPolicies
        concerns = ofPolicies?.concerns ?? .anything
        keysOfConcern = ofPolicies?.keysOfConcern?.bits
    }

    /// A quick look: whether there may be something to say of policies in which this stands, and which have conditions on
    /// these keys.
    func mayConcern(_ contents: Statement.Contents, conditionsOn keys: NameBits) -> Bool {
        if let keysOfConcern { return !keys.isDisjoint(with: keysOfConcern) }
        return concerns.contains(.anything) || !contents.isDisjoint(with: concerns)
    }
}
