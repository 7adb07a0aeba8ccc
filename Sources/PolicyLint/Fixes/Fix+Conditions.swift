extension Fix.Effect {
    /// The effect of a fix by which a condition comes to list values that requests have, in the place of some
    /// that none has: it narrows where fewer requests are allowed then. Where more would be, only a person
    /// knows whether they were meant.
    static func listingMore(_ test: ConditionOperator, in statement: Statement) -> Fix.Effect {
        statement.allowsLess(byListingMoreIn: test) ? .narrowing : .suggestion
    }
}
