import Testing

@testable import PolicyLint

/// What a user or role may do by all its policies together.
@Suite struct PrincipalPermissionsTests {
    private func allow(_ action: String, on resource: String = "*") -> String {
        #""Effect": "Allow", "Action": "\#(action)", "Resource": "\#(resource)""#
    }

    private func policies(_ statements: String...) throws -> [Policy] {
        try statements.map { try PolicyText.policy($0) }
    }

    @Test("Of several policies under a boundary the answers are those of the evaluator")
    func exactAnswers() throws {
        var generator = PolicyGenerator(seed: 41, hasConditions: false)
        let user = Caller.user(try .of("arn:aws:iam::111122223333:user/alice"))
        var (limited, certain) = (0, 0)
        for _ in 0..<30 {
            let policies = try (0..<3).map { _ in Policy(try JSONReader(Array(generator.policy().utf8)).root) }
            if policies.contains(where: { $0.firstVariable != nil }) { continue }
            let layers = PolicyLayers(identity: Array(policies.dropFirst()), boundary: policies[0])
            let permissions = PrincipalPermissions(layers.identity, within: .policy(policies[0]))
            for action in ["a:x", "a:*", "*"] {
                for resource in ["arn:aws:s:::p", "*"] {
                    let asked = PolicyGenerator.plainRequests.filter {
                        GlobPattern(action: action).matches($0.action)
                            && GlobPattern(resource: resource, hasVariables: false).matches($0.resource)
                    }
                    let allowed = asked.map { request in
                        var request = request
                        request.caller = user
                        return layers.verdict(on: request) == .allow
                    }
                    #expect(permissions.canDo(action, on: resource) == Answer(allowed.contains(true)))
                    #expect(permissions.canCertainlyDo(action, on: resource) == Answer(!allowed.contains(false)))
                    if allowed.contains(true) { limited += 1 }
                    if !allowed.contains(false) { certain += 1 }
                }
            }
        }
        #expect(limited > 10 && certain > 0)
    }

    @Test("What is not known leaves open what it may change")
    func unknowns() throws {
        let known = try policies(allow("s3:*"))
        let plain = PrincipalPermissions(known)
        #expect(plain.canDo("s3:GetObject") == .yes && plain.canDo("ec2:RunInstances") == .no)
        #expect(plain.canCertainlyDo("s3:*", on: "*") == .yes && plain.canCertainlyDo("*", on: "*") == .no)
        let more = PrincipalPermissions(known, mayAllowMore: true)
        #expect(more.canDo("s3:GetObject") == .yes && more.canDo("ec2:RunInstances") == .unclear)
        let less = PrincipalPermissions(known, mayDenyMore: true)
        #expect(less.canDo("s3:GetObject") == .unclear && less.canDo("ec2:RunInstances") == .no)
        let bounded = PrincipalPermissions(known, within: .unknown)
        #expect(bounded.canDo("s3:GetObject") == .unclear && bounded.canDo("ec2:RunInstances") == .no)
    }

    @Test("Who may do everything, or change who may do what, is or becomes an administrator")
    func administrators() throws {
        let catalogue = ServiceCatalogue.embedded
        func answer(_ permissions: PrincipalPermissions) -> Answer { permissions.canBecomeAdministrator(catalogue) }
        let parts = try policies(#""Effect": "Allow", "NotAction": "iam:*", "Resource": "*""#, allow("iam:*"))
        #expect(PrincipalPermissions(parts).isAdministrator == .yes)
        #expect(answer(PrincipalPermissions([parts[1]])) == .yes)
        #expect(answer(PrincipalPermissions(try policies(allow("s3:*")))) == .no)
        #expect(answer(PrincipalPermissions(try policies(allow("s3:*")), mayAllowMore: true)) == .unclear)
        #expect(answer(PrincipalPermissions(parts, within: .unknown)) == .unclear)
        let boundary = try PolicyText.policy(allow("s3:*"))
        #expect(PrincipalPermissions(parts, within: .policy(boundary)).isAdministrator == .no)
        // Whether a role that may be used is an administrator's, only the account can tell.
        #expect(answer(PrincipalPermissions(try policies(allow("lambda:UpdateFunctionCode")))) == .unclear)
    }

    @Test("A boundary closes a way, by what it does not allow and by what it denies")
    func boundaries() throws {
        let policies = try policies(allow("iam:PassRole"), allow("ec2:RunInstances"))
        func opens(_ statements: [String]) throws -> Bool {
            let boundary = try PolicyText.policy(statements)
            return !PrincipalPermissions(policies, within: .policy(boundary))
                .openWays(among: EscalationPath.all, .embedded).isEmpty
        }
        #expect(try opens([allow("*")]))
        #expect(try !opens([allow("ec2:*")]))
        #expect(try !opens([allow("ec2:*"), allow("iam:PassRole", on: "arn:aws:iam::111122223333:role/app")]))
        #expect(try !opens([allow("*"), #""Effect": "Deny", "Action": "iam:PassRole", "Resource": "*""#]))
        let deny = #""Effect": "Deny", "Action": "s3:*", "Resource": "*""#
        #expect(try opens([allow("*"), deny]))
    }
}
