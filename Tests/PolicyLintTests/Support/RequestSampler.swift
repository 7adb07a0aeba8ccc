@testable import PolicyLint

/// Random requests that are made of what some policies name, so that many meet their statements, and many just
/// miss them.
struct RequestSampler {
    private var random: SeededGenerator
    private var actions = ["s3:GetObject", "iam:PassRole", "sts:AssumeRole", "s3:Nothing"]
    private var resources = ["*", "arn:aws:s3:::amzn-s3-demo-bucket/x", "arn:aws:iam::111122223333:role/x"]
    private var callers: [Caller] = [
        .anonymous, .rootUser(account: "111122223333"), .service("ec2.amazonaws.com"),
        .webIdentity("accounts.google.com"),
    ]
    /// The roles that the policies name.
    private var roles: [AmazonResourceName] = []
    /// The values that the policies name for each condition key, in lower case, and values near them.
    private var values: [String: [String]] = [:]

    /// Requests for some policies.
    ///
    /// - Parameters:
    ///   - role: The role whose trust policies they are, where it is known. They apply to that role alone:
    ///     <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-error-role-trust-policy-syntax-error-resource>.
    ///   - bearer: The type of resource whose policies they are, where it is known. They say what may be done with it:
    ///     <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html>.
    init(
        of policies: [Policy], trustedBy role: AmazonResourceName? = nil, bearer: PolicyBearer? = nil, seed: UInt64
    ) {
        random = SeededGenerator(seed: seed)
        for account in ["111122223333", "444455556666"] {
            if let alice = AmazonResourceName("arn:aws:iam::\(account):user/alice") { callers.append(.user(alice)) }
        }
        if let provider = AmazonResourceName("arn:aws:iam::111122223333:saml-provider/corp") {
            callers.append(.saml(provider))
        }
        let statements = policies.flatMap(\.statements)
        for principal in statements.flatMap(\.principals) {
            if case .role(let arn) = principal.identity { roles.append(arn) }
        }
        for statement in statements { add(statement) }
        // There are no requests to services that there are not, nor for what is no action but the name of an API.
        let catalogue = ServiceCatalogue.embedded
        actions.removeAll {
            !catalogue.hasService($0.prefix { $0 != ":" })
                || catalogue.action($0) == nil && !catalogue.names(meantBy: $0).isEmpty
        }
        resources.removeAll { ImpossibleRequest.isOn($0) }
        if let role { resources = [role.description] }
        if let bearer {
            actions = actions.filter { !bearer.isForeign(action: $0) } + ["\(bearer.service):Nothing"]
            resources.removeAll { bearer.isForeign(resource: $0) }
        }
        for (key, known) in values {
            let possible = known.filter { !ImpossibleRequest.hasValue($0, ofKey: key) }
            values[key] = possible.isEmpty ? nil : possible
        }
    }

    /// The next request.
    mutating func next() -> Request {
        let action = one(of: actions)
        var request = Request(by: one(of: callers.filter { $0.canCall(action) }), action, on: one(of: resources))
        for (key, known) in values.sorted(by: { $0.key < $1.key }) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0...1: break
            case 2...7: request[key] = [one(of: known)]
            case 8: request[key] = [one(of: known), one(of: known)]
            default: request[key] = [one(of: Self.anything)].filter { !ImpossibleRequest.hasValue($0, ofKey: key) }
            }
        }
        return request
    }

    private static let anything = [
        "x", "", "true", "false", "0", "3600", "203.0.113.7", "2026-01-31T00:00:00Z", "111122223333",
        "arn:aws:iam::111122223333:user/alice",
    ]

    private mutating func add(_ statement: Statement) {
        for action in statement.actionLists.flatMap(\.items) {
            actions += (0..<2).map { _ in instance(of: action.value) }
            actions += ServiceCatalogue.embedded.someActions(matching: action.value)
        }
        for resource in statement.resourceLists.flatMap(\.items) {
            resources += (0..<3).map { _ in instance(of: resource.value) }
        }
        for block in [statement.principal, statement.notPrincipal].compactMap(\.value) {
            callers += block.principals.compactMap { caller($0) }
        }
        for condition in statement.conditions {
            var known = condition.values.flatMap { value in (0..<2).map { _ in instance(of: value.value) } }
            known += known.map { $0.uppercased() } + known.compactMap(Int.init).flatMap { ["\($0 - 1)", "\($0 + 1)"] }
            known += condition.values.compactMap { AddressRange($0.value)?.network.split(separator: "/").first }
                .map(String.init)
            values[condition.key.lowercased(), default: Self.anything] += known
        }
    }

    /// Somebody whom a principal names.
    private mutating func caller(_ principal: Principal) -> Caller? {
        switch principal.identity {
        case .account(let account, let partition):
            AmazonResourceName("arn:\(partition):iam::\(account):user/bob").map { .user($0) }
        case .user(let arn): .user(arn)
        case .role(let arn):
            AmazonResourceName(
                "arn:\(arn.partition):sts::\(arn.account):assumed-role/\(Self.lastName(of: arn))/session"
            )
            .map { .roleSession($0, role: arn) }
        case .roleSession(let arn):
            // The session does not say the role's path.
            if let role = roles.first(where: { Self.lastName(of: $0) == Self.roleName(of: arn) }) {
                .roleSession(arn, role: role)
            } else {
                AmazonResourceName("arn:\(arn.partition):iam::\(arn.account):role/\(Self.roleName(of: arn))")
                    .map { .roleSession(arn, role: $0) }
            }
        case .federatedSession(let arn): .federatedSession(arn, user: arn)
        case .service(let name): .service(name)
        case .openIDConnectProvider(let name): .webIdentity(name)
        case .samlProvider(let arn): .saml(arn)
        case .anyone, .uniqueID, .canonicalUser, .other: nil
        }
    }

    private static func lastName(of role: AmazonResourceName) -> Substring {
        role.resource.split(separator: "/").last ?? ""
    }

    private static func roleName(of session: AmazonResourceName) -> Substring {
        session.typeAndName.name.prefix { $0 != "/" }
    }

    /// A text that a pattern matches, and the keys of its variables with what they stand for in it.
    private mutating func instance(of pattern: String) -> String {
        var result = ""
        var rest = pattern[...]
        while let character = rest.popFirst() {
            switch character {
            case "*": result += one(of: ["", "x", "x/y", "x:y", "Xx"])
            case "?": result += one(of: ["x", "y"])
            case "$" where rest.hasPrefix("{"):
                let inside = rest.dropFirst().prefix { $0 != "}" }
                rest = rest.dropFirst(inside.count + 2)
                if inside.count == 1 {
                    result += inside
                } else {
                    values[PolicyVariable.read(String(inside)).key, default: []] += ["v", "w"]
                    result += "v"
                }
            default: result.append(character)
            }
        }
        return result
    }

    private mutating func one<Value>(of values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }
}

extension ServiceCatalogue {
    /// A few of the actions that a pattern stands for.
    fileprivate func someActions(matching pattern: String) -> [String] {
        guard pattern.isOfOneService else { return [] }
        let matching = actions(matching: pattern).map(\.name)
        return matching.isEmpty ? [] : [matching[0], matching[matching.count / 2], matching[matching.count - 1]]
    }
}

extension Caller {
    /// Whether such a caller can make a request for an action at all: each of the actions that assume a role takes
    /// callers of its own sort.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html>.
    fileprivate func canCall(_ action: String) -> Bool {
        switch (action.lowercased(), self) {
        case ("sts:assumerolewithsaml", .saml), ("sts:assumerolewithwebidentity", .webIdentity): true
        case ("sts:assumerolewithsaml", _), ("sts:assumerolewithwebidentity", _): false
        case ("sts:assumerole", .saml), ("sts:assumerole", .webIdentity), ("sts:assumerole", .anonymous): false
        default: true
        }
    }
}
