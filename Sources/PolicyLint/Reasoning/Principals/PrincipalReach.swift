/// Whom principals of a policy stand for.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>.
extension Principal {
    /// Whether everybody for whom another principal stands is among those for whom this one stands: the
    /// same, its account, or everyone.
    func reaches(_ other: Principal) -> Bool {
        // In a Principal, `*` is everyone, whatever the type of the other.
        if type == .aws, identity == .anyone { return true }
        guard type == other.type else { return false }
        if value == other.value { return true }
        guard case .account(let account, _) = identity else { return false }
        switch other.identity {
        case .account(let other, _): return other == account
        case .user(let arn), .role(let arn), .roleSession(let arn), .federatedSession(let arn):
            return arn.account == account
        default: return false
        }
    }

    /// Whether somebody can be both.
    func overlaps(_ other: Principal) -> Bool { reaches(other) || other.reaches(self) }
}

extension Statement {
    /// Whether the statement names a principal, its account, or everyone.
    func reaches(principal: Principal) -> Bool { principals.contains { $0.reaches(principal) } }
}
