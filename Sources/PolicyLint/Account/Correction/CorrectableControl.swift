/// A control whose open lines commands can close. Its steps are an extension of it, in a file of this folder.
protocol CorrectableControl: Control {
    /// The steps that close open lines of the control. Whoever needs no step, or more than commands, has none.
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep]
}

/// What corrections are made from.
struct CorrectionInput {
    /// What the export tells.
    let evidence: AccountEvidence
    /// The lines that are open.
    let open: [ChecklistLine]
    /// The evidence, with its policies corrected.
    let corrected: CorrectedPolicies
    /// The policies of buckets that are left to a person.
    let refused: RefusedPolicies
    /// The account's twelve digits.
    let accountID: String
    /// The user with whom a person signs in, where only one fits.
    let loginUser: LoginUser?
    /// What only a person knows.
    let wishes: CorrectionWishes
}

/// What only a person knows: whom a budget tells, and from what sum.
public struct CorrectionWishes: Sendable {
    /// The e-mail address that is told.
    public var budgetEmail: String?
    /// The costs of a month that are expected, in US dollars.
    public var budgetLimit: Int?

    /// Nothing is known.
    public init() {}
}
