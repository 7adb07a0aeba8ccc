import Testing

@testable import PolicyLint

/// Corrected policies name nobody who is not there: AWS takes none that does.
@Suite struct AbsentPrincipalTests {
    private typealias Details = AuthorizationDetails

    private static func principals(_ names: String...) -> String {
        #"{"AWS":[\#(names.map { "\"\($0)\"" }.joined(separator: ","))]}"#
    }

    private static func details(_ principal: String) -> Details {
        Details(
            users: [.init(name: "alice")],
            roles: [.init(name: "ops", trust: Details.trust(principal), attached: [Details.administrator])])
    }

    private func trust(_ correction: Correction) throws -> String {
        String(decoding: try #require(correction.files.first { $0.path == "trust/ops.json" }).bytes, as: UTF8.self)
    }

    @Test(
        "A user or role that is not there is taken out of a trust policy, and so is the id that it leaves behind",
        arguments: [
            Details.arn("user/gone"), Details.arn("role/gone"), Details.arn("user/path/alice"),
            "AIDA2EXAMPLE3EXAMPLE4",
        ])
    func others(absent: String) throws {
        let correction = try Self.details(Self.principals(Details.arn("user/alice"), absent)).correction()
        let trust = try trust(correction)
        #expect(!trust.contains(absent) && trust.contains("user/alice") && trust.contains("MultiFactorAuthPresent"))
        let step = try #require(correction.steps.first { $0.id == "trust ops" })
        #expect(step.title.contains("remove the principal that no longer exists"))
        #expect(step.closes.map(\.control).contains("ghost-trust"))
    }

    @Test("A trust policy that would name nobody else is left to a person")
    func nobodyElse() throws {
        for absent in [Details.arn("user/gone"), "AIDA2EXAMPLE3EXAMPLE4"] {
            let correction = try Self.details(Self.principals(absent)).correction()
            #expect(!correction.steps.contains { $0.id == "trust ops" })
            #expect(correction.byHand.contains { $0.control == "ghost-trust" })
        }
    }

    @Test("Whoever may be there stays: where not all are known, in other accounts, and those whom services make")
    func unknown() throws {
        let caller = #"{"UserId": "A", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:user/alice"}"#
        func isNamed(_ principal: String, of export: Export) throws -> Bool {
            let text = Details.trust(Self.principals(principal))
            let evidence = export.adding("get-caller-identity.json", caller).evidence()
            return AbsentPrincipals(evidence: evidence).areNamed(in: try Policy(JSONReader(Array(text.utf8)).root))
        }
        let all = Self.details(Self.principals(Details.arn("user/alice")))
        #expect(try isNamed(Details.arn("user/gone"), of: all.export()))
        #expect(try isNamed(Details.arn("role/gone"), of: all.export()))
        #expect(try !isNamed("arn:aws:iam::444455556666:user/gone", of: all.export()))
        #expect(try !isNamed(Details.arn("role/aws-service-role/a.amazonaws.com/A"), of: all.export()))
        var page = all
        page.isTruncated = true
        #expect(try !isNamed(Details.arn("user/gone"), of: Export(["details.json": page.text])))
    }

    @Test("A bucket's policy is written without them, too")
    func buckets() throws {
        func correction(_ principal: String) throws -> Correction {
            let policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":\(principal),\
                "Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}
                """
            return try Details(users: [.init(name: "alice")]).correction(others: [
                "list-buckets.json": "{\"Buckets\": [{\"Name\": \"b\"}]}",
                "buckets/b/get-bucket-policy.json": "{\"Policy\": \"\(policy.replacing("\"", with: "\\\""))\"}",
            ])
        }
        let both = try correction(Self.principals(Details.arn("user/alice"), Details.arn("user/gone")))
        #expect(both.steps.map(\.id) == ["policy bucket-policies/b.json", "encrypted-transport b"])
        for step in both.steps {
            #expect(!String(decoding: try #require(step.files.first).bytes, as: UTF8.self).contains("user/gone"))
        }
        #expect(try correction(Self.principals(Details.arn("user/gone"))).steps.isEmpty)
    }
}
