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

    /// What stands for a policy variable; nil where the request has no value, or several, for its key.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>.
    func text(for variable: PolicyVariable) -> String? {
        let values = self[variable.key]
        if values.isEmpty { return variable.defaultValue }
        return values.count == 1 ? values[0] : nil
    }
}
