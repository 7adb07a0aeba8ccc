extension Fix.Effect {
    /// The effect of a fix by which a condition comes to list values that requests have, in the place of some
    /// that none has.
    ///
    /// An Allow then applies to more requests, and so does a Deny; with a negated operator either applies to
    /// fewer. A Deny that applies to more, and an Allow that applies to fewer, narrow. Whether the others
    /// were meant, only a person knows.
    static func listingMore(_ test: ConditionOperator, in statement: Statement) -> Fix.Effect {
        let narrows = statement.denies && !test.isNegated || statement.allows && test.isNegated
        return narrows ? .narrowing : .suggestion
    }
}
