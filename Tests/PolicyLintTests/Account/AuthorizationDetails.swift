/// Writes the answer of `get-account-authorization-details` for tests.
struct AuthorizationDetails {
    /// A user: its policies by name, what is attached to it, and its groups.
    struct User {
        var name: String
        var policies: [String] = []
        var attached: [String] = []
        var groups: [String] = []
        var boundary: String?
        /// The tags; nil where the answer leaves them out.
        var tags: [String: String]?
    }

    /// A role: whom it trusts, its policies, and what is attached to it.
    struct Role {
        var name: String
        var trust: String
        var policies: [String] = []
        var attached: [String] = []
        var boundary: String?
        /// The tags; nil where the answer leaves them out.
        var tags: [String: String]?
    }

    var users: [User] = []
    var groups: [(name: String, policies: [String])] = []
    var roles: [Role] = []
    /// Customer managed policies by name.
    var policies: [(name: String, document: String)] = []
    var isTruncated = false

    static let account = "111122223333"
    static let administrator = "arn:aws:iam::aws:policy/AdministratorAccess"

    /// A trust policy of one statement. `principal` is the value of `Principal`.
    static func trust(_ principal: String, action: String = "sts:AssumeRole", condition: String = "{}") -> String {
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":\(principal),"Action":"\(action)","Condition":\(condition)}]}
        """.replacing(",\"Condition\":{}", with: "")
    }

    /// An identity policy of one statement.
    static func allow(_ actions: String..., on resource: String = "*", condition: String = "{}") -> String {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[\(list)],"Resource":"\(resource)","Condition":\(condition)}]}
            """.replacing(",\"Condition\":{}", with: "")
    }

    static let needsMFA = #"{"Bool":{"aws:MultiFactorAuthPresent":"true"}}"#

    static func arn(_ name: String) -> String { "arn:aws:iam::\(account):\(name)" }

    /// The answer.
    var text: String {
        """
        {"UserDetailList": [\(users.map(text(of:)).joined(separator: ",\n"))],
         "GroupDetailList": [\(groups.map { text(of: $0) }.joined(separator: ",\n"))],
         "RoleDetailList": [\(roles.map(text(of:)).joined(separator: ",\n"))],
         "Policies": [\(policies.map { text(of: $0) }.joined(separator: ",\n"))],
         "IsTruncated": \(isTruncated)}
        """
    }

    /// The answer beside the account summary, which says how long empty lists are, and what else there is.
    func export(_ others: KeyValuePairs<String, String> = [:]) -> Export {
        let summary = Answers.summary([
            "Users": users.count, "Groups": groups.count, "Roles": roles.count, "Providers": 0,
        ])
        var export = Export(["details.json": text, "summary.json": summary])
        export.files += others.map { ($0.key, $0.value) }
        return export
    }

    private func text(of user: User) -> String {
        """
        {"UserName": "\(user.name)", "Arn": "\(Self.arn("user/" + user.name))", "Path": "/",
          "UserPolicyList": [\(inline(user.policies))], "AttachedManagedPolicies": [\(attached(user.attached))],
          "GroupList": [\(user.groups.map { "\"\($0)\"" }.joined(separator: ","))]\(boundary(user.boundary))\(tags(user.tags))}
        """
    }

    private func text(of group: (name: String, policies: [String])) -> String {
        """
        {"GroupName": "\(group.name)", "Arn": "\(Self.arn("group/" + group.name))", "Path": "/",
          "GroupPolicyList": [\(inline(group.policies))], "AttachedManagedPolicies": []}
        """
    }

    private func text(of role: Role) -> String {
        """
        {"RoleName": "\(role.name)", "Arn": "\(Self.arn("role/" + role.name))", "Path": "/",
          "AssumeRolePolicyDocument": \(role.trust), "RolePolicyList": [\(inline(role.policies))],
          "AttachedManagedPolicies": [\(attached(role.attached))]\(boundary(role.boundary))\(tags(role.tags))}
        """
    }

    private func text(of policy: (name: String, document: String)) -> String {
        """
        {"PolicyName": "\(policy.name)", "Arn": "\(Self.arn("policy/" + policy.name))", "AttachmentCount": 1,
          "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true, "Document": \(policy.document)}]}
        """
    }

    private func inline(_ policies: [String]) -> String {
        policies.enumerated().map { "{\"PolicyName\": \"p\($0.offset)\", \"PolicyDocument\": \($0.element)}" }
            .joined(separator: ",")
    }

    private func attached(_ arns: [String]) -> String {
        arns.map { "{\"PolicyName\": \"\($0.split(separator: "/").last ?? "")\", \"PolicyArn\": \"\($0)\"}" }
            .joined(separator: ",")
    }

    private func tags(_ tags: [String: String]?) -> String {
        tags.map { tags in
            let list = tags.sorted { $0.key < $1.key }.map { "{\"Key\": \"\($0.key)\", \"Value\": \"\($0.value)\"}" }
            return ", \"Tags\": [\(list.joined(separator: ","))]"
        } ?? ""
    }

    private func boundary(_ arn: String?) -> String {
        arn.map {
            ", \"PermissionsBoundary\": {\"PermissionsBoundaryType\": \"Policy\", \"PermissionsBoundaryArn\": \"\($0)\"}"
        } ?? ""
    }
}
