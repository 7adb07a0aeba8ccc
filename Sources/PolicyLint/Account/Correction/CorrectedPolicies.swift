/// The account as its policies should be: each of its own policies goes through the fixes.
struct CorrectedPolicies {
    /// A policy that fixes change.
    struct Change {
        /// What it is attached to, or the managed policy that it is.
        let subject: Subject
        /// Its part of the order.
        let stage: CorrectionStep.Stage
        /// The policy as it was.
        let old: PolicyEvidence
        /// The corrected document.
        let document: Document
        /// Where it is written.
        let file: CorrectionFile
        /// What the fixes did, in words.
        let titles: [String]
        /// Whether they took something away.
        let narrows: Bool
        /// Whether they require MFA where it was not required.
        let requiresMFA: Bool
    }

    /// The evidence, with the corrected trust policies in it.
    private(set) var withTrust: AccountEvidence
    /// The evidence, with all corrected policies in it.
    private(set) var evidence: AccountEvidence
    /// What was changed.
    private(set) var changes: [Change] = []
    /// The buckets of which S3 may refuse the corrected policy, which is none of the changes.
    private(set) var refusedBuckets: Set<String> = []

    private var settings: LintSettings
    private let holders: DeviceHolders
    private let refused: RefusedPolicies
    private let absent: AbsentPrincipals

    /// Corrects the policies. Trust policies that name the whole account are to name the user who signs in, where that
    /// user certainly may assume the role already: whom a trust policy names needs no other permission.
    init(_ old: AccountEvidence, settings: LintSettings, loginUser: LoginUser?, refused: RefusedPolicies) {
        self.refused = refused
        absent = AbsentPrincipals(evidence: old)
        self.settings = settings
        holders = DeviceHolders(old)
        self.settings.accountID = settings.accountID ?? old.accountID
        withTrust = old
        evidence = old
        for index in old.roles.elements.indices {
            let role = old.roles.elements[index]
            if role.isServiceLinked || role.isReserved { continue }
            guard let trust = role.trustPolicy.value else { continue }
            let known = loginUser.flatMap { user in
                old.accessGraph.assuming(role.name).contains { $0.from == .user(user.name) && $0.isSure }
                    ? user.arn : nil
            }
            self.settings.trustedUser = settings.trustedUser ?? known
            correct(trust.value, .role(role.name), .trust, CorrectionFile.path("trust", role.name)) {
                $0.roles.elements[index].trustPolicy = .value(Sourced($1, from: trust.source))
            }
        }
        self.settings.trustedUser = settings.trustedUser
        withTrust = evidence
        withTrust.forgetConclusions()
        correctPermissions(old)
        evidence.forgetConclusions()
    }

    private mutating func correctPermissions(_ old: AccountEvidence) {
        for index in old.users.elements.indices {
            let user = old.users.elements[index]
            correctInline(user.policies, .user(user.name), "user-policies") {
                $0.users.elements[index].policies.inline.elements[$1] = $2
            }
        }
        for index in old.groups.elements.indices {
            let group = old.groups.elements[index]
            correctInline(group.policies, .group(group.name), "group-policies") {
                $0.groups.elements[index].policies.inline.elements[$1] = $2
            }
        }
        for index in old.roles.elements.indices {
            let role = old.roles.elements[index]
            if role.isServiceLinked || role.isReserved { continue }
            correctInline(role.policies, .role(role.name), "role-policies") {
                $0.roles.elements[index].policies.inline.elements[$1] = $2
            }
        }
        for index in old.managedPolicies.elements.indices {
            let policy = old.managedPolicies.elements[index]
            guard policy.arn.flatMap({ AmazonResourceName($0.value.value) })?.account == old.accountID else { continue }
            correct(
                policy.version, .policy(policy.name), .permissions, CorrectionFile.path("managed-policies", policy.name)
            ) {
                $0.managedPolicies.elements[index].version = $1
            }
        }
        for index in old.buckets.elements.indices {
            let bucket = old.buckets.elements[index]
            guard let policy = bucket.policy.value else { continue }
            correct(
                policy.value, .bucket(bucket.name), .permissions, CorrectionFile.path("bucket-policies", bucket.name)
            ) {
                $0.buckets.elements[index].policy = .value(Sourced($1, from: policy.source))
            }
        }
    }

    private mutating func correctInline(
        _ policies: AttachedEvidence, _ subject: Subject, _ folder: String,
        _ replace: (inout AccountEvidence, Int, PolicyEvidence) -> Void
    ) {
        for (index, inline) in policies.inline.elements.enumerated() {
            let path = CorrectionFile.path(folder, subject.name ?? "", inline.name ?? String(index))
            correct(inline, subject, .permissions, path) { replace(&$0, index, $1) }
        }
    }

    private mutating func correct(
        _ old: PolicyEvidence?, _ subject: Subject, _ stage: CorrectionStep.Stage, _ path: String,
        _ replace: (inout AccountEvidence, PolicyEvidence) -> Void
    ) {
        guard let old, let policy = old.policy else { return }
        settings.kind = old.kind
        let text = JSONLayout.document.render(policy.node.fragment) + "\n"
        let written = SourceFile(name: path, text: text)
        let cleared = absent.removed(from: written, kind: old.kind)
        let isCleared = cleared.bytes != written.bytes
        let result = FixEngine(Linter(settings: settings)).fix(cleared)
        guard isCleared || !result.applied.isEmpty,
            let bare = DocumentFinder(kind: settings.kind).documents(in: result.file).first,
            case .policy(let corrected) = bare.content, !absent.areNamed(in: corrected)
        else { return }
        // Alone in its file, the document does not say whose it is; a bucket's policy says it nowhere.
        let owner = if case .bucket(let name) = subject { Owner(kind: .bucket, name: name) } else { old.owner }
        let document = Document(
            kind: bare.kind, content: bare.content, text: bare.text, span: bare.span, owner: owner)
        let fixes = result.applied.compactMap(\.fix)
        var titles = isCleared ? [AbsentPrincipals.title] : []
        for fix in fixes where !titles.contains(fix.title) { titles.append(fix.title) }
        let narrowing = result.applied.filter { $0.fix?.effect == .narrowing }
        let change = Change(
            subject: subject, stage: stage, old: old, document: document, file: CorrectionFile(path, result.file.bytes),
            titles: titles, narrows: isCleared || !narrowing.isEmpty,
            requiresMFA: narrowing.contains { RuleCatalogue.metadata(for: $0.rule)?.wing == .mfa })
        // What no step puts in force is not to count as corrected.
        guard holders.users(of: change) != nil, !noteRefusal(of: document, subject) else { return }
        replace(&evidence, PolicyEvidence(document, from: old.source))
        changes.append(change)
    }

    /// Notes whether S3 may refuse a corrected policy.
    private mutating func noteRefusal(of document: Document, _ subject: Subject) -> Bool {
        guard case .bucket(let name) = subject, case .policy(let policy) = document.content,
            refused.contain(policy, ofBucket: name)
        else { return false }
        refusedBuckets.insert(name)
        return true
    }
}

extension RoleEvidence {
    /// Whether IAM Identity Center made the role, and alone may change it.
    var isReserved: Bool { arn?.value.value.contains(":role/aws-reserved/") ?? false }
}
