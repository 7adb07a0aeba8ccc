/// A rule that runs, with its metadata at hand.
struct ActiveRule {
    let type: any Rule.Type
    let metadata: RuleMetadata
    /// The rule as one about policies, if it is.
    let ofPolicies: (any PolicyRule.Type)?

    init(_ type: any Rule.Type, _ metadata: RuleMetadata) {
        self.type = type
        self.metadata = metadata
        ofPolicies = type.ofPolicies
    }
}
