/// Puts together what an export says of a user or a role.
struct PrincipalReader {
    /// Where groups and managed policies are.
    let library: ExportLibrary

    /// A user or role of an element of `UserDetailList` or `RoleDetailList`; nil of any other list.
    ///
    /// - Parameter documents: The documents that were found in the element.
    func principal(
        _ element: JSONNode, ofList list: String, _ documents: some Collection<Document>
    ) -> AccountPrincipal? {
        let kind: AccountPrincipal.Kind
        switch list {
        case "UserDetailList": kind = .user
        case "RoleDetailList": kind = .role
        default: return nil
        }
        let names = kind == .user ? (element["GroupList"]?.array ?? []).map(\.string) : []
        let groups = names.compactMap(\.self).compactMap(library.group)
        let inline = kind == .user ? "UserPolicyList" : "RolePolicyList"
        return AccountPrincipal(
            kind: kind, name: element[kind == .user ? "UserName" : "RoleName"]?.locatedString,
            arn: element["Arn"]?.locatedString,
            policies: policies(of: element, inline: inline, documents) + groups.flatMap(\.policies),
            groups: groups, hasUnknownGroup: groups.count < names.count, boundary: boundary(of: element))
    }

    /// The group of an element of `GroupDetailList`; nil where it has no name.
    ///
    /// - Parameter documents: The documents that were found in the element.
    func group(_ element: JSONNode, _ documents: some Collection<Document>) -> AccountPrincipal.Group? {
        element["GroupName"]?.string.map { name in
            AccountPrincipal.Group(
                name: name, arn: element["Arn"]?.string.flatMap { AmazonResourceName($0) },
                policies: policies(of: element, inline: "GroupPolicyList", documents, group: name))
        }
    }

    /// The inline policies of an element, and those that are attached to it.
    private func policies(
        of element: JSONNode, inline list: String, _ documents: some Collection<Document>, group: String? = nil
    ) -> [AttachedPolicy] {
        let readings = documents.filter { $0.kind == .identityPolicy }
        let inline = (element[list]?.array ?? []).map { policy in
            let name = policy["PolicyName"]?.string ?? ""
            let reading = readings.first { $0.owner.policyName == name }.flatMap(AttachedPolicy.Reading.init)
            return AttachedPolicy(
                name: name, group: group, content: reading.map { .inline($0) } ?? .unreadable)
        }
        let attached = (element["AttachedManagedPolicies"]?.array ?? []).map { policy in
            let arn = policy["PolicyArn"]?.string
            return AttachedPolicy(
                name: policy["PolicyName"]?.string ?? arn ?? "", group: group,
                content: arn.map { .managed(arn: $0, library) } ?? .unreadable)
        }
        return inline + attached
    }

    private func boundary(of element: JSONNode) -> AttachedPolicy? {
        guard let boundary = element["PermissionsBoundary"], boundary.object != nil else { return nil }
        guard let arn = boundary["PermissionsBoundaryArn"]?.string else {
            return AttachedPolicy(name: "", group: nil, content: .unreadable)
        }
        let name = arn.split(separator: "/").last.map(String.init) ?? arn
        return AttachedPolicy(name: name, group: nil, content: .managed(arn: arn, library))
    }
}
