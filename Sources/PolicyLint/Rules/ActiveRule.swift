/// A rule that runs, with its metadata at hand.
struct ActiveRule {
    let type: any Rule.Type
    let metadata: RuleMetadata
}
