/// The users and roles whom policies name and who are not there: AWS refuses to take a policy that names one.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles>.
struct AbsentPrincipals {
    /// Of which account.
    let evidence: AccountEvidence

    /// What is done with them, in words.
    static let title = "remove the principal that no longer exists"

    /// Whether a policy names one.
    func areNamed(in policy: Policy) -> Bool {
        policy.statements.contains { statement in
            (statement.principals + (statement.notPrincipal.value?.principals ?? [])).contains(where: isAbsent)
        }
    }

    /// A file with a policy, without those whom its statements let in. One who is all that is let in stays.
    func removed(from file: SourceFile, kind: DocumentKind) -> SourceFile {
        var file = file
        while let edits = edits(of: file, kind: kind) {
            file = SourceFile(name: file.name, bytes: TextEdit.apply(edits, to: file.bytes))
        }
        return file
    }

    /// The edits that take the first of them out; nil where none can be.
    private func edits(of file: SourceFile, kind: DocumentKind) -> [TextEdit]? {
        guard case .policy(let policy)? = DocumentFinder(kind: kind).documents(in: file).first?.content else {
            return nil
        }
        for statement in policy.statements {
            let editing = PrincipalEditing(statement, in: policy, JSONEditing(file.bytes))
            for principal in statement.principals where isAbsent(principal) {
                if let edits = editing.remove(principal) { return edits }
            }
        }
        return nil
    }

    private func isAbsent(_ principal: Principal) -> Bool {
        switch principal.identity {
        case .user(let arn), .role(let arn): evidence.lacks(arn)
        // The id that a user or role leaves behind.
        case .uniqueID(let id): id.hasPrefix("AIDA") || id.hasPrefix("AROA")
        case .anyone, .account, .roleSession, .federatedSession, .service, .openIDConnectProvider, .samlProvider,
            .canonicalUser, .other:
            false
        }
    }
}
