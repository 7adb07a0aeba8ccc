/// Recognises the answers of the AWS CLI that are evidence about an account.
///
/// Shapes: <https://docs.aws.amazon.com/cli/latest/reference/>, the output section of each command. Names that
/// other programs use as well (`Rules`, `Buckets`, …) are taken only where their elements look like AWS's, or,
/// in an empty list, the file's name is that of the command.
struct AccountAnswerReader {
    /// The path of the file.
    let fileName: String

    /// The answers in an object.
    func answers(in node: JSONNode) -> [AccountAnswer] {
        guard let members = node.object else { return [] }
        if let budget = node["Budget"], budget["CalculatedSpend"] != nil {
            return [.budgets(AnswerList(Budget(budget), at: budget.span))]
        }
        if let request = request(node) { return [.budgetRequest(request)] }
        if BudgetNotification.isOne(node) { return [.budgetNotification(BudgetNotification(node))] }
        return members.compactMap { answer($0.key.value, $0.value, in: node) }
    }

    private func answer(_ key: String, _ value: JSONNode, in node: JSONNode) -> AccountAnswer? {
        switch key {
        case "PasswordPolicy" where value["MinimumPasswordLength"] != nil: .passwordPolicy(PasswordPolicy(value))
        case "LoginProfile" where value["UserName"] != nil: .loginProfile(LoginProfile(value))
        case "EnabledFeatures" where node["OrganizationId"] != nil:
            .organizationsFeatures(OrganizationsFeatures(node))
        case "PolicyGroups" where node["PolicyUsers"]?.array != nil: .policyEntities(PolicyEntities(node))
        case "IsLogging": TrailStatus(node).map(AccountAnswer.trailStatus)
        case "EventSelectors", "AdvancedEventSelectors": EventSelectors(node).map(AccountAnswer.eventSelectors)
        case "PublicAccessBlockConfiguration" where value["BlockPublicAcls"] != nil && node["Bucket"] == nil:
            .publicAccessBlock(PublicAccessBlock(value))
        default: value.array.flatMap { list(key, value, $0, in: node) }
        }
    }

    private func list(_ key: String, _ list: JSONNode, _ elements: [JSONNode], in node: JSONNode) -> AccountAnswer? {
        switch key {
        case "AccessKeyMetadata": .accessKeys(AnswerList(list, in: node, AccessKeyMetadata.init))
        case "MFADevices": .mfaDevices(AnswerList(list, in: node, MFADevice.init))
        case "AttachedPolicies": .attachedPolicies(AnswerList(list, in: node, PolicyAttachment.init))
        case "ServerCertificateMetadataList":
            .serverCertificates(AnswerList(list, in: node, ServerCertificate.init))
        case "OpenIDConnectProviderList": .openIDConnectProviders(AnswerList(list, in: node, IdentityProvider.init))
        case "SAMLProviderList": .samlProviders(AnswerList(list, in: node, IdentityProvider.init))
        case "ConfigurationRecorders": .configurationRecorders(AnswerList(list, in: node, ConfigurationRecorder.init))
        case "ConfigurationRecordersStatus":
            .recorderStatus(AnswerList(list, in: node, ConfigurationRecorderStatus.init))
        case "DeliveryChannels": .deliveryChannels(AnswerList(list, in: node, DeliveryChannel.init))
        case "ConfigRules": .configRules(AnswerList(list, in: node, ConfigRule.init))
        case "analyzers" where isThere(elements, "list-analyzers") { $0["arn"] != nil && $0["type"] != nil }:
            .analyzers(AnswerList(list, in: node, Analyzer.init))
        case "Budgets" where isThere(elements, "describe-budgets") { $0["BudgetType"] != nil }:
            .budgets(AnswerList(list, in: node, Budget.init))
        case "Notifications"
        where isThere(elements, "describe-notifications-for-budget", BudgetNotification.isOne):
            .budgetNotifications(AnswerList(list, in: node) { BudgetNotification($0) })
        case "BudgetNotificationsForAccount":
            .budgetNotifications(AnswerList(list, in: node, each: BudgetNotification.all))
        case "Subscribers"
        where isThere(elements, "describe-subscribers-for-notification", BudgetSubscriber.isOne):
            .budgetSubscribers(AnswerList(list, in: node, BudgetSubscriber.init))
        case "Buckets" where isThere(elements, "list-buckets") { $0["Name"] != nil && $0["CreationDate"] != nil }:
            .buckets(AnswerList(list, in: node, isPart: BucketEntry.isPart(node), BucketEntry.init))
        case "trailList": .trails(AnswerList(list, in: node, Trail.init))
        case "Rules": rules(list, elements, in: node)
        case "Targets" where isThere(elements, "list-targets-by-rule", EventTarget.isOne):
            .eventTargets(AnswerList(list, in: node, EventTarget.init))
        default: nil
        }
    }

    private func rules(_ list: JSONNode, _ elements: [JSONNode], in node: JSONNode) -> AccountAnswer? {
        if isThere(elements, "list-rules", EventRule.isOne) {
            return .eventRules(AnswerList(list, in: node, EventRule.init))
        }
        if isThere(elements, "get-bucket-lifecycle-configuration", LifecycleRule.isOne) {
            return .bucketLifecycle(AnswerList(list, in: node, LifecycleRule.init))
        }
        return nil
    }

    /// The input of `create-budget`: the whole of it, or the file for its `--budget`.
    private func request(_ node: JSONNode) -> BudgetRequest? {
        if let budget = node["Budget"], budget["BudgetType"] != nil { return BudgetRequest(node, budget: budget) }
        guard node["BudgetName"] != nil, node["BudgetType"] != nil, node["TimeUnit"] != nil else { return nil }
        return BudgetRequest(node, budget: node)
    }

    /// Whether all elements look like those of a command's answer; without any, the file's name decides.
    private func isThere(_ elements: [JSONNode], _ command: String, _ isOne: (JSONNode) -> Bool) -> Bool {
        elements.isEmpty ? CommandName.isIn(fileName, command) : elements.allSatisfy(isOne)
    }
}
