import Testing

@testable import PolicyLint

/// What conditions say of MFA: every form of operator, with the key there and absent, allowed and denied.
@Suite struct MFARequirementTests {
    private static let present = "aws:MultiFactorAuthPresent"

    @Test(
        "A condition on the MFA mark holds in exactly the states that AWS documents",
        arguments: [
            ("Bool", #""true""#, [.withMFA]),
            ("Bool", #""True""#, [.withMFA]),
            ("Bool", "true", [.withMFA]),
            ("Bool", #""false""#, [.withoutMFA]),
            ("Bool", #"["true", "FALSE"]"#, [.withoutMFA, .withMFA]),
            ("Bool", #""yes""#, []),
            ("Bool", "[]", []),
            ("BoolIfExists", #""true""#, [.noKey, .withMFA]),
            ("BoolIfExists", #""false""#, [.noKey, .withoutMFA]),
            ("BoolIfExists", #"["true", "false"]"#, .all),
            ("Null", #""false""#, [.withoutMFA, .withMFA]),
            ("Null", #""true""#, [.noKey]),
            ("Null", "true", [.noKey]),
            ("Null", #"["true", "false"]"#, .all),
            ("ForAllValues:Bool", #""true""#, [.noKey, .withMFA]),
            ("ForAllValues:Bool", #""false""#, [.noKey, .withoutMFA]),
            ("ForAllValues:BoolIfExists", #""true""#, [.noKey, .withMFA]),
            ("ForAnyValue:Bool", #""true""#, [.withMFA]),
            ("ForAnyValue:Bool", #""false""#, [.withoutMFA]),
            ("ForAnyValue:BoolIfExists", #""true""#, [.noKey, .withMFA]),
            ("StringEquals", #""true""#, [.withMFA]),
            ("StringEqualsIfExists", #""true""#, [.noKey, .withMFA]),
            ("StringNotEquals", #""false""#, [.noKey, .withMFA]),
            ("StringNotEquals", #""true""#, [.noKey, .withoutMFA]),
            ("StringLike", #""t*""#, [.withMFA]),
        ] as [(String, String, MFAContexts)])
    func presence(name: String, value: String, contexts: MFAContexts) throws {
        for key in [Self.present, "AWS:multifactorauthpresent"] {
            #expect(try reading("{\"\(name)\": {\"\(key)\": \(value)}}")?.contexts == contexts)
        }
    }

    @Test(
        "The age is there only after MFA",
        arguments: [
            ("NumericLessThan", #""3600""#, [.withMFA]),
            ("NumericLessThan", "3600", [.withMFA]),
            ("NumericLessThanEquals", #""0""#, [.withMFA]),
            ("NumericLessThan", #""0""#, []),
            ("NumericLessThanIfExists", #""3600""#, .all),
            ("NumericGreaterThan", #""3600""#, [.withMFA]),
            ("NumericGreaterThanIfExists", #""3600""#, .all),
            ("NumericNotEquals", #""3600""#, .all),
            ("ForAllValues:NumericLessThan", #""3600""#, .all),
            ("ForAnyValue:NumericLessThan", #""3600""#, [.withMFA]),
            ("Null", #""false""#, [.withMFA]),
            ("Null", #""true""#, [.noKey, .withoutMFA]),
        ] as [(String, String, MFAContexts)])
    func age(name: String, value: String, contexts: MFAContexts) throws {
        #expect(try reading("{\"\(name)\": {\"aws:MultiFactorAuthAge\": \(value)}}")?.contexts == contexts)
    }

    @Test("An operator that AWS does not know, or that does not fit the key, tells nothing")
    func undecided() throws {
        for name in ["Boolean", "NumericEquals", "IpAddress", "DateEquals"] {
            let reading = try #require(try reading("{\"\(name)\": {\"\(Self.present)\": \"true\"}}"))
            #expect(reading.contexts == nil)
            #expect(!reading.requiresMFA)
        }
        #expect(try reading(#"{"Bool": {"aws:SecureTransport": "true"}}"#) == nil)
    }

    @Test(
        "Each form is right, or wrong in one way, in an Allow and in a Deny",
        arguments: [
            (#"{"Bool": {"aws:MultiFactorAuthPresent": "true"}}"#, nil, .inverted),
            (#"{"Bool": {"aws:MultiFactorAuthPresent": "false"}}"#, .inverted, .denyMissesKeys),
            (#"{"Bool": {"aws:MultiFactorAuthPresent": ["true", "false"]}}"#, .bothValues, .inverted),
            (#"{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}"#, .optional, .inverted),
            (#"{"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}"#, .inverted, nil),
            (#"{"Null": {"aws:MultiFactorAuthPresent": "false"}}"#, .presenceOnly, .inverted),
            (#"{"Null": {"aws:MultiFactorAuthPresent": "true"}}"#, .inverted, .presenceOnly),
            (#"{"Null": {"aws:MultiFactorAuthAge": "false"}}"#, nil, .inverted),
            (#"{"Null": {"aws:MultiFactorAuthAge": "true"}}"#, .inverted, nil),
            (#"{"ForAllValues:Bool": {"aws:MultiFactorAuthPresent": "true"}}"#, .setOperator, .inverted),
            (#"{"ForAllValues:Bool": {"aws:MultiFactorAuthPresent": "false"}}"#, .inverted, .needlessSetPrefix),
            (#"{"ForAnyValue:Bool": {"aws:MultiFactorAuthPresent": "true"}}"#, .needlessSetPrefix, .inverted),
            (#"{"ForAnyValue:Bool": {"aws:MultiFactorAuthPresent": "false"}}"#, .inverted, .setOperator),
            (#"{"StringNotEquals": {"aws:MultiFactorAuthPresent": "false"}}"#, .optional, .inverted),
            (#"{"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}"#, nil, .ageInverted),
            (#"{"NumericLessThanIfExists": {"aws:MultiFactorAuthAge": "3600"}}"#, .ageOptional, .ageInverted),
            (#"{"NumericGreaterThan": {"aws:MultiFactorAuthAge": "3600"}}"#, .ageInverted, .ageDenyMissesKeys),
            (#"{"NumericGreaterThan": {"aws:MultiFactorAuthAge": "0"}}"#, nil, .ageDenyMissesKeys),
            (#"{"NumericGreaterThanIfExists": {"aws:MultiFactorAuthAge": "3600"}}"#, .ageInverted, nil),
            (
                #"{"Bool": {"aws:MultiFactorAuthPresent": "false"}, "Null": {"aws:MultiFactorAuthPresent": "true"}}"#,
                .contradiction, .contradiction
            ),
            (
                #"{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}, "Null": {"aws:MultiFactorAuthPresent": "false"}}"#,
                nil, .inverted
            ),
            (#"{"Boolean": {"aws:MultiFactorAuthPresent": "true"}}"#, nil, nil),
        ] as [(String, MFAFlaw.Kind?, MFAFlaw.Kind?)])
    func flaws(condition: String, inAllow: MFAFlaw.Kind?, inDeny: MFAFlaw.Kind?) throws {
        for (effect, expected) in [("Allow", inAllow), ("Deny", inDeny)] {
            let policy = try policy("\"Effect\": \"\(effect)\", \"Action\": \"*\", \"Resource\": \"*\"", condition)
            let statement = try #require(policy.statements.first)
            #expect(MFAFlaw.find(statement, in: policy)?.kind == expected, "\(effect) \(condition)")
        }
    }

    @Test(
        "A trust policy is open, closed, or open beside a closed statement",
        arguments: [
            ("", "missing"),
            (
                #", {"Effect": "Deny", "Principal": "*", "Action": "sts:*", "Condition": {"BoolIfExists": {"KEY": "false"}}}"#,
                "settled"
            ),
            (
                #", {"Effect": "Deny", "Principal": "*", "Action": "*", "Condition": {"BoolIfExists": {"KEY": "false"}, "Bool": {"aws:ViaAWSService": "false"}}}"#,
                "settled"
            ),
            (
                #", {"Effect": "Deny", "Principal": "*", "NotAction": "sts:TagSession", "Condition": {"BoolIfExists": {"KEY": "false"}}}"#,
                "settled"
            ),
            // Reported where it stands.
            (
                #", {"Effect": "Deny", "Principal": "*", "Action": "sts:*", "Condition": {"Bool": {"KEY": "false"}}}"#,
                "settled"
            ),
            (
                #", {"Effect": "Deny", "Principal": "*", "Action": "sts:*", "Condition": {"BoolIfExists": {"KEY": "false"}, "IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}"#,
                "conditional"
            ),
            (
                #", {"Effect": "Deny", "Principal": "*", "Action": "sts:TagSession", "Condition": {"BoolIfExists": {"KEY": "false"}}}"#,
                "missing"
            ),
            (
                #", {"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::111122223333:user/bob"}, "Action": "sts:*", "Condition": {"BoolIfExists": {"KEY": "false"}}}"#,
                "missing"
            ),
            (
                #", {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"KEY": "true"}}}"#,
                "bypass"
            ),
            (
                #", {"Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "sts:AssumeRole", "Condition": {"Bool": {"KEY": "true"}}}"#,
                "missing"
            ),
            (#", {"Effect": "Deny", "Principal": "*", "Action": "sts:AssumeRole"}"#, "settled"),
        ])
    func trust(second: String, expected: String) throws {
        let allow =
            #"{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::111122223333:user/alice"}, "Action": "sts:AssumeRole"}"#
        let policy = try read("[" + allow + second.replacing("KEY", with: Self.present) + "]")
        let found: String =
            switch MFARequirement.trust(policy.statements[0], in: policy, ownAccount: nil) {
            case .settled: "settled"
            case .missing: "missing"
            case .bypass: "bypass"
            case .conditional: "conditional"
            }
        #expect(found == expected)
    }

    @Test(
        "Only people who may assume the role are asked for MFA",
        arguments: [
            (#""AWS": "arn:aws:iam::111122223333:user/alice""#, "sts:AssumeRole", true),
            (#""AWS": "arn:aws:iam::111122223333:root""#, "sts:*", true),
            (#""AWS": "111122223333""#, "*", true),
            (#""AWS": "*""#, "STS:assumerole", true),
            (#""AWS": "arn:aws:iam::111122223333:user/alice""#, "sts:TagSession", false),
            (#""AWS": "arn:aws:iam::111122223333:user/alice""#, "sts:AssumeRoleWithSAML", false),
            (#""AWS": "arn:aws:iam::111122223333:role/pipeline""#, "sts:AssumeRole", false),
            (#""AWS": "arn:aws:sts::111122223333:assumed-role/pipeline/run""#, "sts:AssumeRole", false),
            (#""AWS": "AIDACKCEVSQ6C2EXAMPLE""#, "sts:AssumeRole", false),
            (#""Service": "ec2.amazonaws.com""#, "sts:AssumeRole", false),
            (#""Service": "*""#, "sts:AssumeRole", false),
            (#""Federated": "arn:aws:iam::111122223333:saml-provider/corp""#, "sts:AssumeRoleWithSAML", false),
            (#""Federated": "accounts.google.com""#, "sts:AssumeRoleWithWebIdentity", false),
        ])
    func people(principal: String, action: String, areAsked: Bool) throws {
        let policy = try read("[{\"Effect\": \"Allow\", \"Principal\": {\(principal)}, \"Action\": \"\(action)\"}]")
        let found = MFARequirement.trust(policy.statements[0], in: policy, ownAccount: nil)
        if case .missing = found { #expect(areAsked) } else { #expect(!areAsked) }
    }

    private func reading(_ condition: String) throws -> MFAReading? {
        let policy = try policy(#""Effect": "Allow", "Action": "*", "Resource": "*""#, condition)
        return MFAReading(policy.statements[0])
    }

    private func policy(_ elements: String, _ condition: String) throws -> Policy {
        try read("[{\(elements), \"Condition\": \(condition)}]")
    }

    private func read(_ statements: String) throws -> Policy {
        Policy(try JSONReader(Array("{\"Version\": \"2012-10-17\", \"Statement\": \(statements)}".utf8)).root)
    }
}
