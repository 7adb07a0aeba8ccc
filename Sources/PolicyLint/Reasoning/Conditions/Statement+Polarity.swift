/// What it does to the requests that a policy allows when one of its conditions lists more values.
///
/// An Allow then applies to more requests, and so does a Deny; with a negated operator either applies to fewer.
extension Statement {
    /// Whether more requests are allowed the more values a condition with this operator lists. Where the
    /// Effect is not understood, neither this nor `allowsLess` holds.
    func allowsMore(byListingMoreIn test: ConditionOperator) -> Bool {
        allows && !test.isNegated || denies && test.isNegated
    }

    /// Whether fewer requests are allowed the more values a condition with this operator lists.
    func allowsLess(byListingMoreIn test: ConditionOperator) -> Bool {
        denies && !test.isNegated || allows && test.isNegated
    }
}
