/// Gathers the documents of an export into one view.
struct EvidenceGathering {
    var account = AccountEvidence()
    var users = EvidenceTable { UserEvidence(name: $0) }
    var groups = EvidenceTable { GroupEvidence(name: $0) }
    var roles = EvidenceTable { RoleEvidence(name: $0) }
    var managedPolicies = EvidenceTable { ManagedPolicyEvidence(name: $0) }
    var buckets = EvidenceTable { BucketEvidence(name: $0) }
    var budgets = EvidenceTable { BudgetEvidence(name: $0) }
    var regions = EvidenceTable { RegionEvidence(name: $0.isEmpty ? nil : $0) }
    var trails = EvidenceTable { TrailEvidence(arn: $0) }
    /// The policies of all answers, by file and JSON pointer.
    var policies: [PolicyPlace: PolicyEvidence] = [:]
    /// How much of each list the answers hold.
    var extents = IAMExtents()
    /// The subscribers of an alert, by the folder that holds the alert.
    var alerts:
        [String: (notification: Sourced<BudgetNotification>?, subscribers: Listing<Sourced<BudgetSubscriber>>)] =
            [:]

    /// The users whom the answers in a folder `users/NAME` name.
    private(set) var usersOfFolders: [String: Set<String>] = [:]

    /// Notes whom the answers of a file name, before any is added.
    mutating func noteUsers(of file: EvidenceFile) {
        guard let folder = ExportPath(file.file.name).user else { return }
        for case .accountAnswer(let answer) in file.documents.map(\.content) {
            usersOfFolders[folder, default: []].formUnion(answer.userNames)
        }
    }

    /// Where a policy stands.
    struct PolicyPlace: Hashable {
        let file: Int
        let pointer: String
    }

    /// Adds the documents of a file.
    mutating func add(_ file: EvidenceFile) {
        let number = account.files.count
        account.files.append(file.file)
        let path = ExportPath(file.file.name)
        for policy in file.policies {
            var policy = policy
            policy.source.file = number
            addPolicy(policy, path)
        }
        for document in file.documents {
            let source = EvidenceSource(file: number, document)
            noteAccount(document, source)
            add(document, source, path)
        }
    }

    /// Notes whose the export is. What a policy is attached to says so, too, but may be another account's.
    private mutating func noteAccount(_ document: Document, _ source: EvidenceSource) {
        switch document.content {
        case .callerIdentity, .credentialReport, .accountAnswer: break
        case .bucketVersioning(let versioning) where versioning.isConfigItem: break
        default: return
        }
        guard let id = document.owner.accountID, AmazonResourceName.isAccountID(id),
            !account.accounts.contains(where: { $0.id == id })
        else { return }
        account.accounts.append((id, source.evidence("account \(id)", at: document.span)))
    }

    private mutating func add(_ document: Document, _ source: EvidenceSource, _ path: ExportPath) {
        switch document.content {
        case .credentialReport(let report): addReport(Sourced(report, from: source))
        case .accountSummary(let summary): account.summary.add(.value(Sourced(summary, from: source)))
        case .callerIdentity(let caller): account.caller.add(.value(Sourced(caller, from: source)))
        case .virtualMFADevices(let list):
            account.virtualDevices.add(list.list, from: source, named: "the list of virtual MFA devices")
        case .bucketVersioning(let versioning):
            // A desired state proves nothing.
            guard document.kind == .bucketVersioning, let bucket = path.bucket ?? versioning.bucket else { return }
            buckets[bucket].versioning.add(.value(Sourced(versioning, from: source)))
        case .accountAnswer(let answer): add(answer, source, path)
        case .sharedFile(let file):
            account.sharedFiles.append(SharedFileEvidence(kind: document.kind, file: Sourced(file, from: source)))
            account.keys += FoundKey.all(in: document).map { Sourced($0, from: source) }
        case .credentials:
            account.keys += FoundKey.all(in: document).map { Sourced($0, from: source) }
        case .accountPrincipal, .policy, .unreadable: break
        }
    }

    private mutating func addPolicy(_ policy: PolicyEvidence, _ path: ExportPath) {
        policies[PolicyPlace(file: policy.source.file, pointer: policy.source.pointer)] = policy
        if policy.kind == .resourcePolicy { account.resourcePolicies.append(policy) }
        guard policy.kind == .resourcePolicy,
            policy.source.pointer == "/Policy" || policy.owner.kind == .bucket
        else { return }
        guard let bucket = path.bucket ?? bucketName(policy) else { return }
        buckets[bucket].policy.add(.value(Sourced(policy, from: policy.source)))
    }

    private func bucketName(_ policy: PolicyEvidence) -> String? {
        policy.owner.kind == .bucket ? policy.owner.name : nil
    }

    /// The newer of two reports counts.
    private mutating func addReport(_ report: Sourced<CredentialReport>) {
        if let old = account.credentialReport.value, let time = old.value.generatedTime,
            let newTime = report.value.generatedTime, time != newTime
        {
            if newTime > time { account.credentialReport = .value(report) }
            return
        }
        account.credentialReport.add(.value(report))
    }

    // MARK: Finishing

    /// The view of all that was added.
    mutating func finish(now: Timestamp?) -> AccountEvidence {
        account.now = now
        account.accountID = account.accounts.count == 1 ? account.accounts.first?.id : nil
        addReportRows()
        attachPolicies()
        attachAlerts()
        account.users = extents.listing(users.elements.sorted { $0.name < $1.name }, of: .users, account.summary)
        account.groups = extents.listing(groups.elements.sorted { $0.name < $1.name }, of: .groups, account.summary)
        account.roles = extents.listing(roles.elements.sorted { $0.name < $1.name }, of: .roles, account.summary)
        account.managedPolicies = extents.listing(
            managedPolicies.elements.sorted { $0.name < $1.name }, of: .policies, account.summary)
        account.buckets.elements = buckets.elements.sorted { $0.name < $1.name }
        account.budgets.elements = budgets.elements.sorted { $0.name < $1.name }
        account.regions = regions.elements.sorted { $0.name ?? "" < $1.name ?? "" }
        account.trails = trails.elements.filter { !$0.details.isEmpty }.sorted { $0.arn < $1.arn }
        for index in account.trails.indices { account.trails[index].account = account.accountID }
        return account
    }

    /// The report's rows, each with its user. The report lists all users.
    private mutating func addReportRows() {
        guard let report = account.credentialReport.value else { return }
        for row in report.value.rows where !row.isRoot {
            guard let name = row["user"]?.value else { continue }
            users[name].row = Sourced(row, from: report.source)
        }
        let count = report.value.rows.count { !$0.isRoot }
        extents.note(.users, count: count, isWhole: true, report.whole)
    }

    /// Gives users, groups, roles and managed policies the documents that stand in their answers.
    private mutating func attachPolicies() {
        for user in users.elements {
            for detail in user.details { users[user.name].policies.add(attached(detail.map(\.policies))) }
        }
        for group in groups.elements {
            for detail in group.details { groups[group.name].policies.add(attached(detail.map(\.policies))) }
        }
        for role in roles.elements {
            for detail in role.details {
                roles[role.name].policies.add(attached(detail.map(\.policies)))
                guard let trust = policy(at: detail.value.trustPointer, detail.source) else { continue }
                roles[role.name].trustPolicy.add(.value(Sourced(trust, from: trust.source)))
            }
        }
        for managed in managedPolicies.elements {
            managedPolicies[managed.name].version =
                managed.details.compactMap { policy(at: $0.value.documentPointer, $0.source) }.first
        }
    }

    private func policy(at pointer: String?, _ source: EvidenceSource) -> PolicyEvidence? {
        pointer.flatMap { policies[PolicyPlace(file: source.file, pointer: $0)] }
    }

    /// What an answer says is attached.
    private func attached(_ answer: Sourced<IAMPolicies>) -> AttachedEvidence {
        var result = AttachedEvidence()
        result.boundary = answer.value.boundary.map { Sourced($0, from: answer.source) }
        guard let inline = answer.value.inline, let attached = answer.value.attached else { return result }
        let found = inline.compactMap { policy(at: $0.pointer, answer.source) }
        // A policy that could not be read is none that is not there.
        result.inline = Listing(
            found, extent: found.count == inline.count ? .whole : .partial, sources: [answer.whole])
        result.attached = Listing(
            attached.map { Sourced($0, from: answer.source) }, extent: .whole, sources: [answer.whole])
        return result
    }

    private mutating func attachAlerts() {
        for (folder, alert) in alerts.sorted(by: { $0.key < $1.key }) {
            guard let notification = alert.notification, let budget = ExportPath(folder + "/notification.json").budget
            else { continue }
            budgets[budget].add(notification, alert.subscribers)
        }
    }
}

extension AttachedEvidence {
    /// Adds what another answer says. Where the two differ, it is not known which is the newer one.
    mutating func add(_ other: AttachedEvidence) {
        inline.add(other.inline) { $0.source.fingerprint }
        attached.add(other.attached) { $0.value.arn?.value }
        boundary = boundary ?? other.boundary
    }
}

extension BudgetEvidence {
    /// Adds the subscribers of an alert.
    mutating func add(_ notification: Sourced<BudgetNotification>, _ subscribers: Listing<Sourced<BudgetSubscriber>>) {
        if let index = alerts.elements.firstIndex(where: { $0.notification.value == notification.value }) {
            alerts.elements[index].subscribers = subscribers
        } else {
            alerts.elements.append(Alert(notification: notification, subscribers: subscribers))
            if alerts.extent == .unknown { alerts.extent = .partial }
        }
    }
}

extension AccountEvidence {
    /// The view of the files of an export, in their order.
    public init(_ files: [EvidenceFile], now: Timestamp? = nil, catalogue: ServiceCatalogue = .embedded) {
        var gathering = EvidenceGathering()
        gathering.account.catalogue = catalogue
        for file in files { gathering.noteUsers(of: file) }
        for file in files where !file.isEmpty { gathering.add(file) }
        self = gathering.finish(now: now)
    }
}
