/// One request, with all that policies can ask of it.
struct Request: Hashable, Sendable {
    /// Who makes it.
    var caller: Caller
    /// The action: `s3:GetObject`.
    var action: String
    /// The ARN of the resource; `*` where the action has none.
    var resource: String
    /// The condition keys that it carries, in lower case, with their values.
    private(set) var context: [String: [String]] = [:]
    /// Whether it may carry keys of which nothing is said here: what conditions say to those cannot be told.
    var mayCarryMore = false
    /// The keys, in lower case, that it does not carry for sure.
    private var absent: Set<String> = []
    /// What keys begin with, in lower case, of which it carries none but those that are said.
    private var absentPrefixes: Set<String> = []

    /// A request without condition keys.
    init(by caller: Caller, _ action: String, on resource: String) {
        self.caller = caller
        self.action = action
        self.resource = resource
    }

    /// The values of a condition key; empty where the request does not carry it, or carries nothing in it.
    subscript(key: String) -> [String] {
        get { context[key.lowercased()] ?? [] }
        set { context[key.lowercased()] = newValue.isEmpty ? nil : newValue }
    }

    /// Says that the request does not carry a key.
    mutating func leaveOut(_ key: String) {
        context[key.lowercased()] = nil
        absent.insert(key.lowercased())
    }

    /// Says that the request carries no key that begins so, but those that are said.
    mutating func leaveOut(allWithPrefix prefix: String) { absentPrefixes.insert(prefix.lowercased()) }

    /// Forgets what is known of a key.
    mutating func forget(_ key: String) { context[key.lowercased()] = nil }

    /// Whether it cannot be told if the request carries a key, and with which values.
    func isOpen(_ key: String) -> Bool {
        guard mayCarryMore else { return false }
        let key = key.lowercased()
        return context[key] == nil && !absent.contains(key) && !absentPrefixes.contains(where: key.hasPrefix)
            && !isOfOthers(key)
    }

    /// Whether only requests of another sort carry a key: of services, or of actions of another service. The sessions of
    /// roles may carry keys of the service that got them.
    private func isOfOthers(_ key: String) -> Bool {
        if CallerKey.isOfServicePrincipal(key) || CallerKey.isOfSource(key) { return caller.account != nil }
        guard case .user = caller else { return false }
        // The tags of a role, which AWS STS sees as IAM does.
        if key.hasPrefix("iam:resourcetag/") { return false }
        let prefix = key.prefix { $0 != ":" }
        return prefix != "aws" && prefix != action.lowercased().prefix { $0 != ":" }
    }

    /// What stands for a policy variable; nil where the request has no value, or several, for its key, or where that cannot
    /// be told.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>.
    func text(for variable: PolicyVariable) -> String? {
        let values = self[variable.key]
        if values.isEmpty { return isOpen(variable.key) ? nil : variable.defaultValue }
        return values.count == 1 ? values[0] : nil
    }
}
