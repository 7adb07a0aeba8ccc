/// Writes the lists of actions of a file's policies in another form, on request: no request is allowed
/// afterwards, for an action that the catalogue knows, that was not before. A policy that would be longer than AWS takes is
/// left as it is.
struct ActionRewriter: Sendable {
    /// How the lists are to be written.
    let form: ActionListForm
    /// What the person configured.
    let settings: LintSettings

    /// What became of a file.
    struct Outcome {
        /// The file.
        var file: SourceFile
        /// What was done.
        var rewrites: [ActionRewrite] = []
        /// How many policies stay as they are, since they would be longer than AWS takes.
        var unwrittenPolicies = 0
    }

    /// Rewrites a file.
    func rewrite(_ file: SourceFile) -> Outcome {
        var edits: [TextEdit] = []
        var outcome = Outcome(file: file)
        let kind = settings.kind(of: file)
        for part in FilePart.parts(of: file, kind: kind) {
            DocumentFinder(kind: kind).documents(in: file, part: part) { document in
                // Of a key that stands twice nobody knows which list counts.
                guard case .policy(let policy) = document.content, document.kind != .trustPolicy, !document.repeatsKeys
                else { return }
                var inText: [TextEdit] = []
                var inFile: [TextEdit] = []
                var found: [ActionRewrite] = []
                for statement in policy.statements {
                    guard let (ofList, rewrite) = rewrite(statement, document) else { continue }
                    let moved = ofList.compactMap(document.text.fileEdit)
                    // A text in base64 cannot be edited in place.
                    if moved.count < ofList.count { continue }
                    inText += ofList
                    inFile += moved
                    found.append(rewrite)
                }
                if Self.growsTooLong(policy, document, by: inText) {
                    outcome.unwrittenPolicies += 1
                    return
                }
                edits += inFile
                outcome.rewrites += found
            }
        }
        if edits.isEmpty { return outcome }
        let bytes = TextEdit.apply(edits, to: file.bytes)
        outcome.file = SourceFile(name: file.name, bytes: bytes, permissions: file.permissions)
        return outcome
    }

    /// Whether edits make a policy longer than AWS takes, which it was not before.
    private static func growsTooLong(_ policy: Policy, _ document: Document, by edits: [TextEdit]) -> Bool {
        guard let quota = PolicyQuota.quota(policy, document) else { return false }
        let bytes = document.text.bytes
        let edited = TextEdit.apply(edits, to: bytes)
        let range = document.span.range
        let after = range.lowerBound..<range.upperBound + edited.count - bytes.count
        guard let reader = try? JSONReader(edited, in: after) else { return false }
        return quota.refuses(PolicyQuota.size(reader.root, in: edited).withoutSpace)
            && !quota.refuses(PolicyQuota.size(policy.node, in: bytes).withoutSpace)
    }

    private func rewrite(
        _ statement: Statement, _ document: Document
    ) -> (edits: [TextEdit], rewrite: ActionRewrite)? {
        guard let effect = statement.effect.value, let (list, element) = actions(of: statement),
            list.unrecognised.isEmpty
        else { return nil }
        let isGrant = (effect == .allow) == (element.key.value == "Action")
        // Written out, what is denied would be less, and so would be what is left out of an Allow.
        if form == .expanded && !isGrant { return nil }
        var replacements = form.replacements(for: list.items.map(\.value), settings.catalogue)
        if form == .expanded, document.kind == .resourcePolicy {
            // Services refuse the policy of a resource that names what does not work on it.
            replacements = replacements.mapValues { ResourceFit.working($0, in: statement, settings.catalogue) }
                .filter { !$0.value.isEmpty }
        }
        if replacements.isEmpty { return nil }
        return (
            ActionListEditing(statement, JSONEditing(document.text.bytes)).replace(replacements, in: list),
            ActionRewrite(
                form: form, statement: statement.index, element: element.key.value, isGrant: isGrant,
                members: replacements.count, written: replacements.sorted { $0.key < $1.key }.flatMap(\.value))
        )
    }

    /// The statement's one list of actions.
    private func actions(of statement: Statement) -> (list: StringList, member: JSONMember)? {
        switch (statement.action, statement.notAction) {
        case (.present(let list, let member), .absent), (.absent, .present(let list, let member)): (list, member)
        default: nil
        }
    }
}

/// What became of a list of actions that was written in another form.
public struct ActionRewrite: Hashable, Sendable {
    /// The form.
    public let form: ActionListForm
    /// The position of the statement in its policy, from 0.
    public let statement: Int
    /// `Action` or `NotAction`.
    public let element: String
    /// Whether the more is allowed the more the list stands for.
    public let isGrant: Bool
    /// How many members of the list have gone.
    public let members: Int
    /// What stands in their place.
    public let written: [String]

    /// What it does to the requests that the document allows, those for actions that AWS adds later included:
    /// where fewer are, it narrows.
    ///
    /// A wildcard in the place of its actions allows, where it is granted, what AWS adds and what fits it.
    /// Of what the catalogue knows it preserves everything.
    public var effect: Fix.Effect { (form == .expanded) == isGrant ? .narrowing : .preserving }
}
