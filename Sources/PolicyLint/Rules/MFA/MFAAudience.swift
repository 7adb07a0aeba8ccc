/// Whom an MFA condition meets: people, who can show MFA, or roles and services, which cannot.
enum MFAAudience {
    /// Whether people can be among those whom the statement is about.
    static func hasPeople(_ statement: Statement, _ document: Document) -> Bool {
        if document.isPermissionsOfRole || statement.isLimitedToMachines { return false }
        return statement.principals.isEmpty || statement.principals.contains { !PrincipalSort($0).neverHasMFA }
    }

    /// What a condition that requires MFA for real does: fewer requests. Where it would lock out roles or
    /// services that are in view, that is for a person to choose.
    static func effect(of statement: Statement, in policy: Policy, _ document: Document) -> Fix.Effect {
        switch document.kind {
        case .identityPolicy, .permissionsBoundary: return .narrowing
        case .trustPolicy, .resourcePolicy:
            guard !statement.principals.isEmpty,
                statement.peoplePrincipals.count == statement.principals.count
            else { return .suggestion }
            // A resource has to do with services, and an account has roles besides its users.
            let meetsMachines = statement.principals.contains { if case .user = $0.identity { false } else { true } }
            if document.kind == .resourcePolicy, statement.denies, meetsMachines { return .suggestion }
            let servesMachines = policy.statements.contains { $0.allows && !$0.principalsWithoutMFA.isEmpty }
            return statement.denies && servesMachines ? .suggestion : .narrowing
        // These meet every role of an account, or of an organisation.
        default: return .suggestion
        }
    }
}

extension Document {
    /// Whether the document is a permission policy of a role, whose sessions carry no MFA mark.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html>.
    var isPermissionsOfRole: Bool { owner.kind == .role && kind == .identityPolicy }
}
