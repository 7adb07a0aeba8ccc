import Testing

@testable import PolicyLint

/// What statements and layers of policies make of a request, conditions apart.
@Suite struct RequestEvaluationTests {
    private static let account = "111122223333"

    private func alice() throws -> Caller { .user(try .of("arn:aws:iam::111122223333:user/alice")) }

    private func session() throws -> Caller {
        .roleSession(
            try .of("arn:aws:sts::111122223333:assumed-role/app/one"),
            role: try .of("arn:aws:iam::111122223333:role/app"))
    }

    private func verdict(_ statement: String, _ action: String, _ resource: String) throws -> Verdict {
        PolicyVerdict(try PolicyText.policy(statement), on: Request(by: try alice(), action, on: resource)).alone
    }

    @Test(
        "Actions and resources, listed and left out",
        arguments: [
            (#""Action": "S3:get*", "Resource": "arn:aws:s3:::b/*""#, true),
            (#""Action": ["s3:Put*", "s3:GetObject"], "Resource": ["arn:aws:s3:::c", "arn:aws:s3:::b/k"]"#, true),
            (#""Action": "s3:Put*", "Resource": "*""#, false), (#""NotAction": "s3:Put*", "Resource": "*""#, true),
            (#""NotAction": "s3:*", "Resource": "*""#, false),
            (#""Action": "*", "Resource": "arn:aws:s3:::B/*""#, false),
            (#""Action": "*", "NotResource": "arn:aws:s3:::b/*""#, false),
            (#""Action": "*", "NotResource": "arn:aws:s3:::c/*""#, true),
            (#""Action": "*", "Resource": "arn:aws:s3:*:*:b/?""#, true),
            (#""Action": "*", "Resource": "arn:aws:s3:*""#, true), (#""Action": [], "Resource": "*""#, false),
            (#""Action": "*", "Resource": "arn:*:b/k""#, false), (#""Action": "*""#, true),
        ])
    func elements(statement: String, isAbout: Bool) throws {
        let allow = try verdict(#""Effect": "Allow", \#(statement)"#, "s3:GetObject", "arn:aws:s3:::b/k")
        #expect(allow == (isAbout ? .allow : .implicitDeny))
        let deny = try verdict(#""Effect": "Deny", \#(statement)"#, "s3:GetObject", "arn:aws:s3:::b/k")
        #expect(deny == (isAbout ? .explicitDeny : .implicitDeny))
    }

    @Test("What is not understood cannot be told, unless something else settles it")
    func unclear() throws {
        #expect(try verdict(#""Effect": "Grant", "Action": "*", "Resource": "*""#, "s3:GetObject", "*") == .unclear)
        #expect(try verdict(#""Effect": "Allow", "Action": 1, "Resource": "*""#, "s3:GetObject", "*") == .unclear)
        #expect(
            try verdict(#""Effect": "Allow", "Action": 1, "Resource": "arn:aws:s3:::c""#, "s3:GetObject", "*")
                == .implicitDeny)
        let policy = try PolicyText.policy([
            #""Effect": "Deny", "Action": 1, "Resource": "*""#, #""Effect": "Deny", "Action": "*", "Resource": "*""#,
        ])
        #expect(PolicyVerdict(policy, on: Request(by: try alice(), "a:B", on: "*")).alone == .explicitDeny)
    }

    // MARK: Principals

    @Test(
        "Principals name a caller by itself, its role, its account, or as anyone",
        arguments: [
            (#"{"AWS": "arn:aws:iam::111122223333:user/alice"}"#, PrincipalMatch.itself, nil),
            (#"{"AWS": "arn:aws:iam::111122223333:user/Alice"}"#, nil, nil),
            (#"{"AWS": "111122223333"}"#, .account, .account),
            (#"{"AWS": "arn:aws:iam::111122223333:root"}"#, .account, .account),
            (#"{"AWS": "arn:aws:iam::444455556666:root"}"#, nil, nil), (#""*""#, .anyone, .anyone),
            (#"{"AWS": "arn:aws:iam::111122223333:role/app"}"#, nil, .entity),
            (#"{"AWS": "arn:aws:sts::111122223333:assumed-role/app/one"}"#, nil, .itself),
            (#"{"AWS": ["111122223333", "arn:aws:sts::111122223333:assumed-role/app/one"]}"#, .account, .itself),
            (#"{"Service": "ec2.amazonaws.com"}"#, nil, nil), (#"{"AWS": []}"#, nil, nil),
        ] as [(String, PrincipalMatch?, PrincipalMatch?)])
    func principals(principal: String, user: PrincipalMatch?, role: PrincipalMatch?) throws {
        let policy = try PolicyText.policy(#""Effect": "Allow", "Action": "*", "Principal": \#(principal)"#)
        #expect(policy.statements[0].match(try alice()) == user)
        #expect(policy.statements[0].match(try session()) == role)
    }

    @Test("Services, providers and strangers")
    func others() throws {
        func match(_ principal: String, _ caller: Caller) throws -> PrincipalMatch? {
            try PolicyText.policy(#""Principal": \#(principal)"#).statements[0].match(caller)
        }
        let provider = "arn:aws:iam::111122223333:saml-provider/x"
        #expect(try match(#"{"Service": "ec2.amazonaws.com"}"#, .service("ec2.amazonaws.com")) == .itself)
        #expect(try match(#""*""#, .anonymous) == .anyone)
        #expect(try match(#"{"AWS": "111122223333"}"#, .anonymous) == nil)
        #expect(try match(#"{"AWS": "111122223333"}"#, .rootUser(account: "111122223333")) == .itself)
        #expect(
            try match(
                #"{"Federated": "arn:aws:iam::111122223333:oidc-provider/example.com/id"}"#,
                .webIdentity("example.com/id")) == .itself)
        #expect(try match("{\"Federated\": \"\(provider)\"}", .saml(try .of(provider))) == .itself)
    }

    @Test("NotPrincipal spares those who are named by themselves, their role and their account")
    func notPrincipal() throws {
        func verdict(_ principals: String, _ caller: Caller) throws -> Verdict {
            let policy = try PolicyText.policy([
                #""Effect": "Deny", "NotPrincipal": {"AWS": \#(principals)}, "Action": "*""#,
                #""Effect": "Allow", "Principal": "*", "Action": "*""#,
            ])
            return PolicyVerdict(policy, on: Request(by: caller, "s3:GetObject", on: "arn:aws:s3:::b/k")).alone
        }
        let root = #""arn:aws:iam::111122223333:root""#
        let role = #""arn:aws:iam::111122223333:role/app""#
        let one = #""arn:aws:sts::111122223333:assumed-role/app/one""#
        let user = #""arn:aws:iam::111122223333:user/alice""#
        #expect(try verdict("[\(user), \(root)]", try alice()) == .allow)
        #expect(try verdict("[\(user)]", try alice()) == .unclear)
        #expect(try verdict("[\(role)]", try alice()) == .explicitDeny)
        #expect(try verdict("[\(role), \(root)]", try session()) == .unclear)
        #expect(try verdict("[\(one), \(role), \(root)]", try session()) == .allow)
        #expect(try verdict("[\(user)]", .anonymous) == .explicitDeny)
    }

    // MARK: Layers

    private static let allow = #""Effect": "Allow", "Action": "*", "Resource": "*""#
    private static let deny = #""Effect": "Deny", "Action": "*", "Resource": "*""#
    private static let other = #""Effect": "Allow", "Action": "ec2:*", "Resource": "*""#

    private func grant(_ principal: String) throws -> Policy {
        try PolicyText.policy(#""Effect": "Allow", "Principal": \#(principal), "Action": "*", "Resource": "*""#)
    }

    private func verdict(_ caller: Caller, _ change: (inout PolicyLayers) throws -> Void) throws -> Verdict {
        var layers = PolicyLayers()
        try change(&layers)
        return layers.verdict(on: Request(by: caller, "s3:GetObject", on: "arn:aws:s3:::b/k"))
    }

    @Test("In one account the policy of the identity or of the resource allows; a Deny anywhere stops")
    func sameAccount() throws {
        let user = try alice()
        let named = #"{"AWS": "arn:aws:iam::111122223333:user/alice"}"#
        #expect(try verdict(user) { _ in } == .implicitDeny)
        #expect(try verdict(user) { $0.identity = [try PolicyText.policy(Self.allow)] } == .allow)
        #expect(try verdict(user) { $0.resource = try grant(named) } == .allow)
        #expect(try verdict(user) { $0.resource = try grant(#"{"AWS": "111122223333"}"#) } == .implicitDeny)
        let denial = try PolicyText.policy(Self.deny)
        let layers: [WritableKeyPath<PolicyLayers, [[Policy]]>] = [\.serviceControl, \.resourceControl]
        for layer in layers {
            let found = try verdict(user) {
                $0.identity = [try PolicyText.policy(Self.allow)]
                $0[keyPath: layer] = [[try PolicyText.policy([Self.allow, Self.deny])]]
            }
            #expect(found == .explicitDeny)
        }
        for change in [{ $0.boundary = denial }, { $0.session = [denial] }, { $0.resource = denial }]
            as [(inout PolicyLayers) -> Void]
        {
            let found = try verdict(user) {
                $0.identity = [try PolicyText.policy(Self.allow)]
                change(&$0)
            }
            #expect(found == .explicitDeny)
        }
    }

    @Test("A boundary, a session policy and each level of the organization must allow as well")
    func limits() throws {
        let user = try alice()
        let (all, other) = (try PolicyText.policy(Self.allow), try PolicyText.policy(Self.other))
        let limits: [(inout PolicyLayers, Policy) -> Void] = [
            { $0.boundary = $1 }, { $0.session = [$1] }, { $0.serviceControl = [[all], [$1]] },
            { $0.resourceControl = [[$1], [all]] },
        ]
        for limit in limits {
            for (policy, expected) in [(all, Verdict.allow), (other, .implicitDeny)] {
                let found = try verdict(user) {
                    $0.identity = [all]
                    limit(&$0, policy)
                }
                #expect(found == expected)
            }
        }
        #expect(
            try verdict(user) {
                $0.identity = [all]
                $0.serviceControl = [[other, all]]
            } == .allow)
    }

    @Test("What a resource grants to a user or session itself, a boundary does not limit; to a role it does")
    func directGrants() throws {
        let other = try PolicyText.policy(Self.other)
        func verdict(_ caller: Caller, _ principal: String) throws -> Verdict {
            try self.verdict(caller) {
                $0.resource = try grant(principal)
                $0.boundary = other
            }
        }
        #expect(try verdict(try alice(), #"{"AWS": "arn:aws:iam::111122223333:user/alice"}"#) == .allow)
        #expect(try verdict(try session(), #"{"AWS": "arn:aws:sts::111122223333:assumed-role/app/one"}"#) == .allow)
        #expect(try verdict(try session(), #"{"AWS": "arn:aws:iam::111122223333:role/app"}"#) == .implicitDeny)
        #expect(
            try self.verdict(try session()) {
                $0.resource = try grant(#"{"AWS": "arn:aws:iam::111122223333:role/app"}"#)
            } == .allow)
    }

    @Test("From another account both sides must allow")
    func crossAccount() throws {
        let all = try PolicyText.policy(Self.allow)
        func verdict(identity: [Policy], _ principal: String?, boundary: Policy? = nil) throws -> Verdict {
            try self.verdict(try alice()) {
                $0.isSameAccount = false
                $0.identity = identity
                $0.resource = try principal.map(grant)
                $0.boundary = boundary
            }
        }
        let named = #"{"AWS": "arn:aws:iam::111122223333:user/alice"}"#
        #expect(try verdict(identity: [all], named) == .allow)
        #expect(try verdict(identity: [all], #"{"AWS": "111122223333"}"#) == .allow)
        #expect(try verdict(identity: [], named) == .implicitDeny)
        #expect(try verdict(identity: [all], nil) == .implicitDeny)
        #expect(try verdict(identity: [all], named, boundary: try PolicyText.policy(Self.other)) == .implicitDeny)
    }

    @Test("A role's trust policy must allow, even within one account")
    func trustPolicy() throws {
        let all = try PolicyText.policy(Self.allow)
        func verdict(identity: [Policy], _ principal: String?) throws -> Verdict {
            try self.verdict(try alice()) {
                $0.needsResourcePolicy = true
                $0.identity = identity
                $0.resource = try principal.map(grant)
            }
        }
        #expect(try verdict(identity: [all], nil) == .implicitDeny)
        #expect(try verdict(identity: [all], #"{"AWS": "111122223333"}"#) == .allow)
        #expect(try verdict(identity: [], #"{"AWS": "111122223333"}"#) == .implicitDeny)
        #expect(try verdict(identity: [], #"{"AWS": "arn:aws:iam::111122223333:user/alice"}"#) == .allow)
    }

    @Test("Services have no policies of their own; a federated session needs one")
    func withoutIdentity() throws {
        let service = Caller.service("logs.amazonaws.com")
        #expect(try verdict(service) { $0.resource = try grant(#"{"Service": "logs.amazonaws.com"}"#) } == .allow)
        #expect(try verdict(service) { $0.identity = [try PolicyText.policy(Self.allow)] } == .implicitDeny)
        #expect(try verdict(.anonymous) { $0.resource = try grant(#""*""#) } == .allow)
        let root = Caller.rootUser(account: Self.account)
        #expect(try verdict(root) { _ in } == .allow)
        #expect(try verdict(root) { $0.serviceControl = [[try PolicyText.policy(Self.deny)]] } == .explicitDeny)
        let federated = Caller.federatedSession(
            try .of("arn:aws:sts::111122223333:federated-user/bob"), user: try .of("arn:aws:iam::111122223333:user/app")
        )
        #expect(try verdict(federated) { $0.identity = [try PolicyText.policy(Self.allow)] } == .implicitDeny)
        #expect(
            try verdict(federated) {
                $0.identity = [try PolicyText.policy(Self.allow)]
                $0.session = [try PolicyText.policy(Self.allow)]
            } == .allow)
    }
}
