import Testing

@testable import PolicyLint

/// What condition blocks demand: every operator form with the key there, absent, and beside others.
@Suite struct RequestDemandsTests {
    @Test(
        "A condition restricts a key only if it needs the key and lists its values",
        arguments: [
            (#"{"StringEquals": {"sts:ExternalId": "x"}}"#, true),
            (#"{"StringEquals": {"STS:externalid": ["x", "y"]}}"#, true),
            (#"{"StringEqualsIgnoreCase": {"sts:ExternalId": "x"}}"#, true),
            (#"{"StringLike": {"sts:ExternalId": "x*"}}"#, true),
            (#"{"StringLike": {"sts:ExternalId": "*"}}"#, false),
            (#"{"StringLike": {"sts:ExternalId": "?*"}}"#, false),
            (#"{"StringLike": {"sts:ExternalId": ["x", "**"]}}"#, false),
            // A literal star: AWS compares it as it stands.
            (#"{"StringEquals": {"sts:ExternalId": "*"}}"#, true),
            (#"{"StringEqualsIfExists": {"sts:ExternalId": "x"}}"#, false),
            (#"{"StringEqualsIfExists": {"sts:ExternalId": "x"}, "Null": {"sts:ExternalId": "false"}}"#, true),
            (#"{"StringEqualsIfExists": {"sts:ExternalId": "x"}, "StringLike": {"sts:ExternalId": "*"}}"#, true),
            (#"{"ForAllValues:StringEquals": {"sts:ExternalId": "x"}}"#, false),
            (#"{"ForAllValues:StringEquals": {"sts:ExternalId": "x"}, "Null": {"sts:ExternalId": false}}"#, true),
            (#"{"ForAnyValue:StringEquals": {"sts:ExternalId": "x"}}"#, true),
            (#"{"ForAnyValue:StringEqualsIfExists": {"sts:ExternalId": "x"}}"#, false),
            (#"{"StringNotEquals": {"sts:ExternalId": "x"}}"#, false),
            (#"{"ForAnyValue:StringNotEquals": {"sts:ExternalId": "x"}}"#, false),
            (#"{"Null": {"sts:ExternalId": "false"}}"#, false),
            (#"{"Null": {"sts:ExternalId": "true"}}"#, false),
            (#"{"StringEquals": {"sts:ExternalId": []}}"#, false),
            (#"{"StringEquals": {"sts:ExternalId": "${aws:username}"}}"#, false),
            (#"{"StringEquals": {"sts:ExternalId": "${aws:ResourceTag/id}"}}"#, true),
            (#"{"StringEquals": {"sts:RoleSessionName": "x"}}"#, false),
            // What cannot be read may demand anything.
            (#"{"StringEqual": {"sts:ExternalId": "x"}}"#, true),
            (#"{"StringEquals": "x"}"#, true),
            (#"{}"#, false),
        ])
    func externalID(condition: String, isNeeded: Bool) throws {
        #expect(try demands(condition).needsExternalID == isNeeded)
    }

    @Test("Without version 2012-10-17 a variable is literal text")
    func variablesNeedTheVersion() throws {
        let condition = #"{"StringEquals": {"sts:ExternalId": "${aws:username}"}}"#
        #expect(try demands(condition, version: "2008-10-17").needsExternalID)
    }

    @Test(
        "Only a true MFA mark that must be there, or its age, counts as MFA",
        arguments: [
            (#"{"Bool": {"aws:MultiFactorAuthPresent": "true"}}"#, true),
            (#"{"Bool": {"aws:MultiFactorAuthPresent": true}}"#, true),
            (#"{"Bool": {"aws:MultiFactorAuthPresent": "false"}}"#, false),
            (#"{"Bool": {"aws:MultiFactorAuthPresent": ["true", "false"]}}"#, false),
            (#"{"BoolIfExists": {"aws:MultiFactorAuthPresent": "true"}}"#, false),
            (#"{"Null": {"aws:MultiFactorAuthPresent": "false"}}"#, false),
            (#"{"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}"#, true),
            (#"{"NumericLessThanIfExists": {"aws:MultiFactorAuthAge": "3600"}}"#, false),
        ])
    func multiFactor(condition: String, isNeeded: Bool) throws {
        #expect(try demands(condition).needsMultiFactor == isNeeded)
    }

    @Test(
        "An organization or account is named in full, or it is none",
        arguments: [
            (#"{"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}"#, true),
            (#"{"StringLike": {"aws:PrincipalOrgID": "o-a1*"}}"#, false),
            (#"{"StringEquals": {"aws:PrincipalOrgID": "${aws:ResourceOrgID}"}}"#, true),
            (#"{"StringEquals": {"aws:PrincipalOrgID": "${aws:PrincipalOrgID}"}}"#, false),
            (#"{"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}}"#, true),
            (#"{"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}}"#, false),
            (#"{"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-*/r-ab12/*"}}"#, false),
            (#"{"StringEqualsIfExists": {"aws:PrincipalAccount": "111122223333"}}"#, true),
            (#"{"StringLike": {"aws:PrincipalAccount": "1111????3333"}}"#, false),
            (#"{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}}"#, true),
            (#"{"ArnLike": {"aws:PrincipalArn": "arn:*:iam::111122223333:*"}}"#, true),
            (
                #"{"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:*", "arn:aws:iam::*:role/Admin"]}}"#,
                false
            ),
            (#"{"StringLike": {"aws:userid": "AROAEXAMPLEEXAMPLE123:*"}}"#, true),
            (#"{"StringLike": {"aws:userid": "AROA*"}}"#, false),
        ])
    func callers(condition: String, isRestricted: Bool) throws {
        let demands = try demands(condition)
        #expect((demands.restrictsOrganization || demands.restrictsAccount) == isRestricted)
    }

    @Test(
        "A Deny demands that its condition does not hold",
        arguments: [
            (#""Principal": "*", "Action": "sts:*", "Condition": {"StringNotEquals": {"sts:ExternalId": "x"}}"#, true),
            (
                #""Principal": "*", "Action": "sts:*", "Condition": {"StringNotEqualsIfExists": {"sts:ExternalId": "x"}}"#,
                true
            ),
            (
                #""Principal": "*", "Action": "sts:*", "Condition": {"ForAllValues:StringNotEquals": {"sts:ExternalId": "x"}}"#,
                true
            ),
            // False without the key: then nothing is denied.
            (
                #""Principal": "*", "Action": "sts:*", "Condition": {"ForAnyValue:StringNotEquals": {"sts:ExternalId": "x"}}"#,
                false
            ),
            (#""Principal": "*", "Action": "sts:*", "Condition": {"StringNotLike": {"sts:ExternalId": "*"}}"#, false),
            (#""Principal": "*", "Action": "sts:*", "Condition": {"StringEquals": {"sts:ExternalId": "x"}}"#, false),
            (#""Principal": "*", "Action": "sts:*", "Condition": {"Null": {"sts:ExternalId": "true"}}"#, false),
            (
                #""Principal": "*", "NotAction": "sts:TagSession", "Condition": {"StringNotEquals": {"sts:ExternalId": "x"}}"#,
                true
            ),
            (
                #""Principal": "*", "NotAction": "sts:*", "Condition": {"StringNotEquals": {"sts:ExternalId": "x"}}"#,
                false
            ),
            (
                #""Principal": "*", "Action": "sts:TagSession", "Condition": {"StringNotEquals": {"sts:ExternalId": "x"}}"#,
                false
            ),
            (
                #""Principal": {"AWS": "444455556666"}, "Action": "sts:*", "Condition": {"StringNotEquals": {"sts:ExternalId": "x"}}"#,
                true
            ),
            (
                #""Principal": {"AWS": "111122223333"}, "Action": "sts:*", "Condition": {"StringNotEquals": {"sts:ExternalId": "x"}}"#,
                false
            ),
            // Both must hold before it denies: a caller of that organization needs no external id.
            (
                #""Principal": "*", "Action": "sts:*", "Condition": {"StringNotEquals": {"sts:ExternalId": "x", "aws:PrincipalOrgID": "o-1"}}"#,
                false
            ),
            (#""Principal": "*", "Action": "sts:*""#, true),
        ])
    func denials(deny: String, isNeeded: Bool) throws {
        #expect(try demands("{}", deny: #"{"Effect": "Deny", \#(deny)}"#).needsExternalID == isNeeded)
    }

    @Test("A Deny without a true MFA mark is MFA only if it also hits requests without the mark")
    func multiFactorDenied() throws {
        let strict =
            #"{"Effect": "Deny", "Principal": "*", "Action": "*", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}"#
        let loose =
            #"{"Effect": "Deny", "Principal": "*", "Action": "*", "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "false"}}}"#
        #expect(try demands("{}", deny: strict).needsMultiFactor)
        #expect(try !demands("{}", deny: loose).needsMultiFactor)
    }

    private func demands(
        _ condition: String, version: String = "2012-10-17", deny: String? = nil
    ) throws -> RequestDemands {
        let allow =
            #"{"Effect": "Allow", "Principal": {"AWS": "444455556666"}, "Action": "sts:AssumeRole", "Condition": \#(condition)}"#
        let statements = ([allow] + (deny.map { [$0] } ?? [])).joined(separator: ", ")
        let text = #"{"Version": "\#(version)", "Statement": [\#(statements)]}"#
        let policy = Policy(try JSONReader(Array(text.utf8)).root)
        let statement = try #require(policy.statements.first)
        let principal = try #require(statement.principals.first)
        return RequestDemands(of: statement, in: policy, principal: principal, action: "sts:AssumeRole")
    }
}
