/// Finds the documents in a JSON value: a bare document, or the answers of the AWS CLI that carry one.
///
/// Shapes: <https://docs.aws.amazon.com/cli/latest/reference/>, the output section of each command.
struct JSONDocuments {
    let text: SourceText
    let oddities: [JSONOddity]
    let fileName: String
    /// The kind that a person gave.
    let forcedKind: DocumentKind?
    /// Whether users, groups, roles and managed policies are documents, besides the policies in them.
    let findsEntities: Bool
    /// The groups and managed policies of the export in which an element stands.
    var library: ExportLibrary?
    var documents: [Document] = []

    init(
        text: SourceText, oddities: [JSONOddity], fileName: String, forcedKind: DocumentKind?,
        findsEntities: Bool = false
    ) {
        self.findsEntities = findsEntities
        self.text = text
        self.oddities = oddities
        self.fileName = fileName
        self.forcedKind = forcedKind
    }

    /// Adds the documents of the outermost value.
    mutating func find(in root: JSONNode) {
        if let elements = root.array {
            for (index, element) in elements.enumerated() { findAnswer(element, "/\(index)") }
        } else {
            findAnswer(root, "")
        }
        guard let forcedKind else { return }
        // Whoever names a kind of evidence asks for nothing else that the file may hold.
        if !forcedKind.isPolicy { documents.removeAll { !$0.kind.answers(forcedKind) } }
        if documents.isEmpty { addForced(root, forcedKind) }
    }

    /// The kind that a person gave, where policies are of it.
    private var forcedPolicyKind: DocumentKind? { forcedKind.flatMap { $0.isPolicy ? $0 : nil } }

    // MARK: Answers

    private mutating func findAnswer(_ node: JSONNode, _ pointer: String) {
        switch node.entry.kind {
        case .string: addPolicy(node, pointer, Owner())
        case .object:
            if isPolicy(node) || (forcedKind?.isPolicy == true && node["Statement"] != nil) {
                addPolicy(node, pointer, Owner())
            } else {
                if findsEntities { addExport(node, pointer) }
                findPolicies(node, pointer)
                findConfigItems(node, pointer)
                findEvidence(node, pointer)
            }
        default: break
        }
    }

    /// Policies inside the answers of IAM, the services with resource policies, and Organizations.
    private mutating func findPolicies(_ node: JSONNode, _ pointer: String) {
        if let role = node["Role"] { addRole(role, pointer + "/Role") }
        findInstanceProfiles(node, pointer)
        library = exportLibrary(of: node)
        for list in ExportLists.names {
            for (index, element) in (node[list]?.array ?? []).enumerated() {
                find(in: element, ofList: list, "\(pointer)/\(list)/\(index)")
            }
        }
        if let version = node["PolicyVersion"], let document = version["Document"] {
            addPolicy(
                document, pointer + "/PolicyVersion/Document", Self.owner(ofVersion: version), kind: .identityPolicy)
        }
        for (index, version) in (node["PolicyVersions"]?.array ?? []).enumerated() {
            guard let document = version["Document"] else { continue }
            let place = pointer + "/PolicyVersions/\(index)/Document"
            addPolicy(document, place, Self.owner(ofVersion: version), kind: .identityPolicy)
        }
        findInlinePolicy(node, pointer)
        findLowerCaseNames(node, pointer)
        findResourcePolicies(node, pointer)
        if let trust = node["AssumeRolePolicyDocument"], node["RoleName"] != nil || node["Path"] != nil {
            // The input of create-role.
            let owner = Owner(kind: .role, name: node["RoleName"]?.string)
            addPolicy(trust, pointer + "/AssumeRolePolicyDocument", owner, kind: .trustPolicy)
        }
        for (index, endpoint) in (node["VpcEndpoints"]?.array ?? []).enumerated() {
            guard let policy = endpoint["PolicyDocument"] else { continue }
            let owner = Owner(kind: .vpcEndpoint, name: endpoint["VpcEndpointId"]?.string)
            addPolicy(policy, pointer + "/VpcEndpoints/\(index)/PolicyDocument", owner, kind: .vpcEndpointPolicy)
        }
    }

    private static func owner(ofVersion version: JSONNode) -> Owner {
        var owner = Owner(kind: .managedPolicy)
        if case .bool(let isDefault)? = version["IsDefaultVersion"]?.value { owner.isDefaultVersion = isDefault }
        return owner
    }

    /// The roles in `list-instance-profiles` and `get-instance-profile`. An account's own list of roles says more.
    private mutating func findInstanceProfiles(_ node: JSONNode, _ pointer: String) {
        guard !findsEntities else { return }
        let listed = (node["InstanceProfiles"]?.array ?? []).enumerated().map { index, profile in
            (profile, "\(pointer)/InstanceProfiles/\(index)")
        }
        let single = node["InstanceProfile"].map { [($0, pointer + "/InstanceProfile")] } ?? []
        for (profile, place) in listed + single {
            for (index, role) in (profile["Roles"]?.array ?? []).enumerated() {
                addRole(role, "\(place)/Roles/\(index)")
            }
        }
    }

    private mutating func findInlinePolicy(_ node: JSONNode, _ pointer: String) {
        // A permission set of IAM Identity Center, as AWS's samples keep it.
        if let policy = node["CustomPolicy"], node["Name"] != nil, isPolicy(policy) {
            let owner = Owner(policyName: node["Name"]?.string)
            addPolicy(policy, pointer + "/CustomPolicy", owner, kind: .identityPolicy)
        }
        guard let document = node["PolicyDocument"], node["ResourceArn"] == nil else { return }
        let owners: [(key: String, kind: Owner.Kind)] = [
            ("UserName", .user), ("RoleName", .role), ("GroupName", .group),
        ]
        var owner = Owner(policyName: node["PolicyName"]?.string)
        for (key, kind) in owners where node[key] != nil {
            owner.kind = kind
            owner.name = node[key]?.string
        }
        if owner.kind == nil && owner.policyName == nil { return }
        if owner.kind == nil { owner.kind = .managedPolicy }
        addPolicy(document, pointer + "/PolicyDocument", owner, kind: .identityPolicy)
    }

    private mutating func addRole(_ role: JSONNode, _ pointer: String) {
        if findsEntities { add(IAMRole(role, pointer).map { .role($0) }, role, pointer) }
        guard let trust = role["AssumeRolePolicyDocument"] else { return }
        let arn = role["Arn"]?.string.flatMap { AmazonResourceName($0) }
        let owner = Owner(kind: .role, name: role["RoleName"]?.string, arn: arn)
        addPolicy(trust, pointer + "/AssumeRolePolicyDocument", owner, kind: .trustPolicy)
    }

    // MARK: Exports

    /// Adds the policies of one element of one of `ExportLists`.
    mutating func find(in element: JSONNode, ofList list: String, _ pointer: String) {
        let arn = element["Arn"]?.string.flatMap { AmazonResourceName($0) }
        if findsEntities { addEntity(element, ofList: list, pointer) }
        let first = documents.count
        defer { addPrincipal(element, ofList: list, pointer, foundFrom: first) }
        switch list {
        case "Roles": addRole(element, pointer)
        case "UserDetailList": addInline(element, pointer, "UserPolicyList", .user, "UserName", arn)
        case "GroupDetailList": addInline(element, pointer, "GroupPolicyList", .group, "GroupName", arn)
        case "RoleDetailList":
            addRole(element, pointer)
            addInline(element, pointer, "RolePolicyList", .role, "RoleName", arn)
        case "Policies":
            let versions = element["PolicyVersionList"]?.array ?? []
            let isBoundary =
                Self.count(element, "PermissionsBoundaryUsageCount") > 0 && Self.count(element, "AttachmentCount") == 0
            let owner = Owner(kind: .managedPolicy, name: element["PolicyName"]?.string, arn: arn)
            for (index, version) in versions.enumerated() {
                // Only the default version has an effect; a list without the mark is taken whole.
                if case .bool(false)? = version["IsDefaultVersion"]?.value { continue }
                guard let document = version["Document"] else { continue }
                let place = "\(pointer)/PolicyVersionList/\(index)/Document"
                addPolicy(document, place, owner, kind: isBoundary ? .permissionsBoundary : .identityPolicy)
            }
        default: break
        }
    }

    private func exportLibrary(of node: JSONNode) -> ExportLibrary {
        func spans(_ list: String) -> [SourceSpan] { (node[list]?.array ?? []).map(\.span) }
        return ExportLibrary(text, policies: spans("Policies"), groups: spans("GroupDetailList"))
    }

    /// Adds a user or role of an export with all its policies together.
    private mutating func addPrincipal(
        _ element: JSONNode, ofList list: String, _ pointer: String, foundFrom first: Int
    ) {
        // Who asks for the entities puts them together for themselves.
        guard let library, forcedKind ?? .accountPrincipal == .accountPrincipal, !findsEntities else { return }
        let found = documents[first...]
        library.keep(element, ofList: list, found)
        guard let principal = PrincipalReader(library: library).principal(element, ofList: list, found) else { return }
        let owner = Owner(
            kind: principal.kind == .user ? .user : .role, name: principal.name?.value,
            arn: principal.arn.flatMap { AmazonResourceName($0.value) })
        documents.append(
            Document(
                kind: .accountPrincipal, content: .accountPrincipal(principal), text: text, span: element.span,
                pointer: pointer, owner: owner))
    }

    private mutating func addInline(
        _ element: JSONNode, _ pointer: String, _ list: String, _ kind: Owner.Kind, _ nameKey: String,
        _ arn: AmazonResourceName?
    ) {
        for (index, inline) in (element[list]?.array ?? []).enumerated() {
            guard let document = inline["PolicyDocument"] else { continue }
            let owner = Owner(
                kind: kind, name: element[nameKey]?.string, arn: arn, policyName: inline["PolicyName"]?.string)
            addPolicy(document, "\(pointer)/\(list)/\(index)/PolicyDocument", owner, kind: .identityPolicy)
        }
    }

    private static func count(_ node: JSONNode, _ key: String) -> Int {
        if case .number(let text)? = node[key]?.value { Int(text) ?? 0 } else { 0 }
    }

    // MARK: Entities

    /// Adds what an answer that lists users, groups, roles or policies says of itself, and the one user of `get-user`.
    private mutating func addExport(_ node: JSONNode, _ pointer: String) {
        add(ExportLists.export(node).map { .export($0) }, node, pointer)
        if let user = node["User"] { add(IAMUser(user, pointer + "/User").map { .user($0) }, user, pointer + "/User") }
    }

    private mutating func addEntity(_ element: JSONNode, ofList list: String, _ pointer: String) {
        guard ExportLists.isOfIAM(element) else { return }
        switch list {
        case "UserDetailList", "Users": add(IAMUser(element, pointer).map { .user($0) }, element, pointer)
        case "GroupDetailList", "Groups": add(IAMGroup(element, pointer).map { .group($0) }, element, pointer)
        case "Policies": add(ManagedPolicy(element, pointer).map { .managedPolicy($0) }, element, pointer)
        default: break
        }
    }

    mutating func add(_ answer: AccountAnswer?, _ node: JSONNode, _ pointer: String) {
        guard let answer else { return }
        let account = node[eitherCase: "Arn"]?.string.flatMap { AmazonResourceName($0)?.account }
        let owner = Owner(accountID: account.flatMap { AmazonResourceName.isAccountID($0) ? $0 : nil })
        add(.accountAnswer(answer), answer.kind, node, pointer, owner)
    }

    // MARK: Evidence

    /// Documents that are no policies: bucket versioning, account evidence, credentials.
    private mutating func findEvidence(_ node: JSONNode, _ pointer: String) {
        if let (versioning, kind) = versioningReader.read(node) {
            add(.bucketVersioning(versioning), kind, node, pointer, versioning.owner)
        }
        if let map = node["SummaryMap"], map.isObject {
            add(.accountSummary(AccountSummary(map: map)), .accountSummary, node, pointer)
        }
        if let devices = node["VirtualMFADevices"], devices.array != nil {
            add(.virtualMFADevices(VirtualMFADevices(devices, in: node)), .virtualMFADevices, node, pointer)
        }
        if node["UserId"]?.string != nil, node["Account"]?.string != nil, node["Arn"]?.string != nil {
            let owner = Owner(accountID: node["Account"]?.string)
            add(.callerIdentity(CallerIdentity(node)), .callerIdentity, node, pointer, owner)
        }
        for answer in AccountAnswerReader(fileName: fileName).answers(in: node) { add(answer, node, pointer) }
        if let report = CredentialReportAnswer.document(node, text, pointer) { documents.append(report) }
        let credentials = CredentialsAnswer.credentials(node)
        if !credentials.isEmpty { add(.credentials(CredentialsList(credentials)), .credentialsAnswer, node, pointer) }
    }

    private var versioningReader: VersioningReader {
        VersioningReader(fileName: fileName, forcedKind: forcedKind)
    }

    // MARK: Adding

    mutating func add(
        _ content: DocumentContent, _ kind: DocumentKind, _ node: JSONNode, _ pointer: String, _ owner: Owner = Owner()
    ) {
        documents.append(
            Document(
                kind: kind, content: content, text: text, span: node.span, pointer: pointer, owner: owner,
                oddities: oddities(in: node.span)))
    }

    private func oddities(in span: SourceSpan) -> [JSONOddity] {
        oddities.isEmpty
            ? [] : oddities.filter { $0.span.start >= span.start && $0.span.end <= span.end || span.start <= 3 }
    }

    /// Adds a policy: an object, or a string that holds one, percent-encoded or not. The owner's kind is
    /// certain without `proof`, and else where the policy gives it.
    mutating func addPolicy(
        _ node: JSONNode, _ pointer: String, _ owner: Owner, kind: DocumentKind? = nil, proof: OwnerProof? = nil
    ) {
        switch node.entry.kind {
        case .object:
            let policy = Policy(node)
            if forcedKind == nil, TemplateFunction.stands(in: policy) { return }
            let owner = proof?.isGiven(by: policy) ?? true ? owner : owner.ofUnknownKind
            let recognised =
                forcedPolicyKind ?? kind ?? PolicyKind.recognise(policy, fileName: fileName, isBare: pointer.isEmpty)
            guard recognised.isPolicy else { return }
            add(.policy(policy), recognised, node, pointer, owner)
        case .string:
            guard let embedded = EmbeddedPolicy.text(node.span, in: text) else { return }
            do {
                let reader = try JSONReader(embedded.bytes)
                guard reader.root.isObject, kind != nil || isPolicy(reader.root) else { return }
                var inner = JSONDocuments(
                    text: embedded, oddities: reader.oddities, fileName: fileName, forcedKind: forcedKind)
                inner.addPolicy(reader.root, pointer, owner, kind: kind, proof: proof)
                documents += inner.documents
            } catch {
                guard let kind = forcedPolicyKind ?? kind else { return }
                documents.append(
                    Document(
                        kind: kind,
                        content: .unreadable(UnreadableText(error.message, at: error.span)), text: embedded,
                        span: SourceSpan(0, embedded.bytes.count), pointer: pointer, owner: owner))
            }
        default: break
        }
    }

    /// What `--kind` says is a document of that kind, whatever it looks like.
    private mutating func addForced(_ root: JSONNode, _ kind: DocumentKind) {
        if kind.isPolicy {
            addPolicy(root, "", Owner())
        } else if let versioning = versioningReader.forced(root) {
            add(.bucketVersioning(versioning), kind, root, "", versioning.owner)
        }
        if documents.isEmpty { add(.unreadable(.other(than: kind, at: root.span)), kind, root, "") }
    }

    /// Whether an object is a policy: it has a `Statement` of an object or of objects with `Effect`,
    /// slips in the names forgiven, or a `Version` that only policies have.
    func isPolicy(_ node: JSONNode) -> Bool { hasPolicyElements(node) && !OtherPolicyLanguage.isOne(node) }

    private func hasPolicyElements(_ node: JSONNode) -> Bool {
        node.members.contains { member in
            let key = member.key.value
            if key == "Version" { return member.value.string.map(Policy.versions.contains) ?? false }
            if key != "Statement", NearestWord.find(key, among: CollectionOfOne("Statement")) == nil { return false }
            let value = member.value
            return value.isArray && value.isEmptyContainer
                ? node.members.contains { $0.key.value.equalsIgnoringCase("Version") }
                : value.oneOrMore.contains(where: Self.mayBeStatement)
        }
    }

    /// Whether an object has elements of a statement, slips in their case forgiven.
    private static func mayBeStatement(_ node: JSONNode) -> Bool {
        node.members.contains { statementNames.contains($0.key.value, $0.sketchedKey.sketch.hash) }
    }

    private static let statementNames: NameSet = ["Effect", "Action", "NotAction", "Principal"]
}
