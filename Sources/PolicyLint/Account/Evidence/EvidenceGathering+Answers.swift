extension EvidenceGathering {
    /// Adds an answer of the AWS CLI. Where neither the answer nor its path says what it is about, it proves
    /// nothing.
    mutating func add(_ answer: AccountAnswer, _ source: EvidenceSource, _ path: ExportPath) {
        switch answer {
        case .export(let export): extents.note(export, source)
        case .user(let user): addUser(Sourced(user, from: source))
        case .group(let group): groups[group.name.value].details.append(Sourced(group, from: source))
        case .role(let role): addRole(Sourced(role, from: source))
        case .managedPolicy(let policy):
            managedPolicies[policy.name.value].details.append(Sourced(policy, from: source))
        case .passwordPolicy(let policy): account.passwordPolicy.add(.value(Sourced(policy, from: source)))
        case .organizationsFeatures(let features):
            account.organizationsFeatures.add(.value(Sourced(features, from: source)))
        case .serverCertificates(let list):
            account.serverCertificates.add(list, from: source, named: "the list of server certificates")
        case .openIDConnectProviders(let list):
            account.openIDConnectProviders.add(list, from: source, named: "the list of OpenID Connect providers")
        case .samlProviders(let list):
            account.samlProviders.add(list, from: source, named: "the list of SAML providers")
        case .accessKeys(let list):
            guard let user = user(answer, path) else { return }
            users[user].accessKeys.add(list, from: source, named: "the list of access keys")
        case .mfaDevices(let list):
            guard let user = user(answer, path) else { return }
            if let folder = path.user, folder != user, usersOfFolders[folder]?.contains(folder) == true {
                users[folder].foreignDevices = list.evidence(
                    of: "the list of MFA devices of user `\(user)`", from: source)
            }
            users[user].mfaDevices.add(list, from: source, named: "the list of MFA devices")
        case .loginProfile(let profile):
            guard let user = user(answer, path) else { return }
            users[user].loginProfile.add(.value(Sourced(profile, from: source)))
        case .attachedPolicies(let list): addAttached(list, source, path)
        case .policyEntities(let entities):
            guard let policy = path.policy else { return }
            managedPolicies[policy].entities.add(.value(Sourced(entities, from: source)))
        case .budgets, .budgetNotifications, .budgetNotification, .budgetSubscribers, .budgetRequest:
            addBudget(answer, source, path)
        case .configurationRecorders, .recorderStatus, .deliveryChannels, .configRules, .eventRules, .eventTargets,
            .analyzers, .trails:
            addRegional(answer, source, path)
        case .trailStatus(let status):
            guard let trail = path.trail else { return }
            trails[trail].status.add(.value(Sourced(status, from: source)))
        case .eventSelectors(let selectors):
            trails[selectors.trail.value].selectors.add(.value(Sourced(selectors, from: source)))
        case .buckets(let list):
            account.buckets.note(
                count: list.elements.count, isTruncated: list.isTruncated,
                list.evidence(of: "the list of buckets", from: source))
            for entry in list.elements { buckets[entry.name.value].entry = Sourced(entry, from: source) }
        case .publicAccessBlock(let block): addBlock(.value(Sourced(block, from: source)), path)
        case .bucketLifecycle(let list):
            guard let bucket = path.bucket else { return }
            buckets[bucket].lifecycle.add(.value(Sourced(list, from: source)))
        case .bucketWithoutPolicy(let bucket):
            buckets[bucket.value].policy.add(.absent(source.evidence("`policyText` is `null`", at: bucket.span)))
        case .commandError(let error): addError(Sourced(error, from: source), path)
        }
    }

    /// The user whom an answer is about: the one that it names, before the one that its folder does. What names nobody
    /// in a folder with another user's answers is about nobody knows whom.
    private func user(_ answer: AccountAnswer?, _ path: ExportPath) -> String? {
        let named = answer?.userNames ?? []
        if named.count > 1 { return nil }
        if let name = named.first { return name }
        guard let folder = path.user else { return nil }
        let others = usersOfFolders[folder] ?? []
        return others.isEmpty || others.contains(folder) ? folder : nil
    }

    private mutating func addUser(_ user: Sourced<IAMUser>) {
        let name = user.value.name.value
        // The answer that tells of policies goes before the one that only lists.
        if user.value.groups != nil {
            users[name].details.insert(user, at: 0)
            let groups = (user.value.groups ?? []).map { Sourced($0, from: user.source) }
            users[name].groups.add(Listing(groups, extent: .whole, sources: [user.whole])) { $0.value }
        } else {
            users[name].details.append(user)
        }
    }

    private mutating func addRole(_ role: Sourced<IAMRole>) {
        let name = role.value.name.value
        if role.value.policies.inline != nil {
            roles[name].details.insert(role, at: 0)
        } else {
            roles[name].details.append(role)
        }
    }

    private mutating func addAttached(
        _ list: AnswerList<PolicyAttachment>, _ source: EvidenceSource, _ path: ExportPath
    ) {
        let what = "the list of attached policies"
        if let user = user(nil, path) { users[user].policies.attached.add(list, from: source, named: what) }
        if let group = path.group { groups[group].policies.attached.add(list, from: source, named: what) }
        if let role = path.role { roles[role].policies.attached.add(list, from: source, named: what) }
    }

    private mutating func addBudget(_ answer: AccountAnswer, _ source: EvidenceSource, _ path: ExportPath) {
        switch answer {
        case .budgets(let list):
            account.budgets.note(
                count: list.elements.count, isTruncated: list.isTruncated,
                list.evidence(of: "the list of budgets", from: source))
            for budget in list.elements {
                guard let name = budget.name?.value else { continue }
                budgets[name].budget = Sourced(budget, from: source)
            }
        case .budgetNotifications(let list):
            // Only the list for the whole account says of which budgets its alerts are.
            let named = Set(list.elements.compactMap { $0.budget?.value })
            for budget in named.isEmpty ? Set([path.budget].compactMap(\.self)) : named {
                for notification in list.elements where notification.budget?.value ?? budget == budget {
                    budgets[budget].add(Sourced(notification, from: source), Listing())
                }
                budgets[budget].alerts.extent = list.isTruncated ? .partial : .whole
                budgets[budget].alerts.sources = [list.evidence(of: "the list of alerts", from: source)]
            }
        case .budgetNotification(let notification):
            guard let folder = path.notification else { return }
            alerts[folder, default: (nil, Listing())].notification = Sourced(notification, from: source)
        case .budgetSubscribers(let list):
            guard let folder = path.notification else { return }
            alerts[folder, default: (nil, Listing())].subscribers.add(
                list, from: source, named: "the list of subscribers")
        case .budgetRequest(let request): account.budgetRequests.append(Sourced(request, from: source))
        default: break
        }
    }

    /// Adds a block of public access. Answers of the AWS CLI do not say whether it is a bucket's or the account's.
    private mutating func addBlock(_ block: Known<PublicAccessBlock>, _ path: ExportPath) {
        let scope = block.value?.value.scope ?? path.bucket.map { .bucket($0) } ?? (path.isOfS3Control ? .account : nil)
        switch scope {
        case .bucket(let name): buckets[name].publicAccessBlock.add(block) { $0.saysTheSame(as: $1) }
        case .account: account.publicAccessBlock.add(block) { $0.saysTheSame(as: $1) }
        case nil: break
        }
    }

    private mutating func addRegional(_ answer: AccountAnswer, _ source: EvidenceSource, _ path: ExportPath) {
        let region = path.region ?? ""
        switch answer {
        case .configurationRecorders(let list):
            regions[region].recorders.add(list, from: source, named: "the list of recorders")
        case .recorderStatus(let list):
            regions[region].recorderStatus.add(list, from: source, named: "the status of the recorders")
        case .deliveryChannels(let list):
            regions[region].deliveryChannels.add(list, from: source, named: "the list of delivery channels")
        case .configRules(let list):
            regions[region].configRules.add(list, from: source, named: "the list of Config rules")
        case .eventRules(let list):
            regions[region].eventRules.add(list, from: source, named: "the list of EventBridge rules")
        case .eventTargets(let list):
            guard let rule = path.eventRule else { return }
            regions[region].eventTargets[rule, default: Listing()]
                .add(list, from: source, named: "the list of targets of rule `\(rule)`")
        case .analyzers(let list):
            regions[region].analyzers.add(list, from: source, named: "the list of analyzers")
        case .trails(let list):
            regions[region].trails.add(list, from: source, named: "the list of trails")
            for trail in list.elements { trails[trail.arn.value].details.append(Sourced(trail, from: source)) }
        default: break
        }
    }

    /// What the AWS CLI said instead of an answer, by the operation that it names.
    private mutating func addError(_ error: Sourced<CommandError>, _ path: ExportPath) {
        let said = error.evidence("AWS answered `\(error.value.code.value)`", at: error.value.code.span)
        let isAbsent = error.value.provesAbsence
        switch error.value.operation.value {
        case "GetAccountPasswordPolicy": account.passwordPolicy.add(isAbsent ? .absent(said) : .refused(said))
        case "GetAccountSummary": account.summary.add(.refused(said))
        case "GetCredentialReport", "GenerateCredentialReport": account.credentialReport.add(.refused(said))
        case "ListOrganizationsFeatures":
            account.organizationsFeatures.add(isAbsent ? .absent(said) : .refused(said))
            if error.value.provesObstacle { account.organizationObstacle = error }
        case "ListVirtualMFADevices": account.virtualDevices.refuse(said)
        case "ListServerCertificates": account.serverCertificates.refuse(said)
        case "ListOpenIDConnectProviders": account.openIDConnectProviders.refuse(said)
        case "ListSAMLProviders": account.samlProviders.refuse(said)
        case "GetAccountAuthorizationDetails": extents.refuse(IAMExtents.List.allCases, said)
        case "ListUsers": extents.refuse([.users], said)
        case "ListGroups": extents.refuse([.groups], said)
        case "ListRoles": extents.refuse([.roles], said)
        case "ListPolicies": extents.refuse([.policies], said)
        case "ListBuckets": account.buckets.refuse(said)
        case "DescribeBudgets": account.budgets.refuse(said)
        case "GetLoginProfile":
            if let user = user(nil, path) { users[user].loginProfile.add(isAbsent ? .absent(said) : .refused(said)) }
        case "ListAccessKeys": if let user = user(nil, path) { users[user].accessKeys.refuse(said) }
        case "ListMFADevices": if let user = user(nil, path) { users[user].mfaDevices.refuse(said) }
        case "GetBucketVersioning": if let bucket = path.bucket { buckets[bucket].versioning.add(.refused(said)) }
        case "GetBucketPolicy":
            if let bucket = path.bucket { buckets[bucket].policy.add(isAbsent ? .absent(said) : .refused(said)) }
        case "GetPublicAccessBlock": addBlock(isAbsent ? .absent(said) : .refused(said), path)
        case "GetBucketLifecycleConfiguration":
            if let bucket = path.bucket { buckets[bucket].lifecycle.add(isAbsent ? .absent(said) : .refused(said)) }
        case "GetTrailStatus", "GetEventSelectors": addTrailError(error, said, path)
        default: addRegionalError(error.value.operation.value, said, path)
        }
    }

    private mutating func addTrailError(_ error: Sourced<CommandError>, _ said: Evidence, _ path: ExportPath) {
        guard let trail = path.trail else { return }
        let operation = error.value.operation.value
        if operation == "GetTrailStatus" {
            trails[trail].status.add(.refused(said))
        } else {
            trails[trail].selectors.add(.refused(said))
        }
        if error.value.isAboutUnknownTrail { trails[trail].unfoundBy.insert(operation) }
    }

    private mutating func addRegionalError(_ operation: String, _ said: Evidence, _ path: ExportPath) {
        guard let region = path.region else { return }
        switch operation {
        case "DescribeConfigurationRecorders": regions[region].recorders.refuse(said)
        case "DescribeConfigurationRecorderStatus": regions[region].recorderStatus.refuse(said)
        case "DescribeDeliveryChannels": regions[region].deliveryChannels.refuse(said)
        case "DescribeConfigRules": regions[region].configRules.refuse(said)
        case "ListRules": regions[region].eventRules.refuse(said)
        case "ListTargetsByRule":
            if let rule = path.eventRule { regions[region].eventTargets[rule, default: Listing()].refuse(said) }
        case "DescribeTrails": regions[region].trails.refuse(said)
        case "ListAnalyzers": regions[region].analyzers.refuse(said)
        default: break
        }
    }
}
