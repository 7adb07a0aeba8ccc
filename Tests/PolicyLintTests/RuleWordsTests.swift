import Testing

@testable import PolicyLint

/// What rules say of one and the same flaw in different surroundings.
@Suite struct RuleWordsTests {
    private func messages(_ rule: String, _ statement: String) -> [String] {
        var settings = LintSettings()
        settings.selectedRules = [rule]
        let text = #"{"Version": "2012-10-17", "Statement": {\#(statement)}}"#
        return Linter(settings: settings).lint(SourceFile(name: "x.json", text: text)).diagnostics.map(\.message)
    }

    @Test("Whoever must sign a request needs an AWS account", arguments: ["AWS_IAM", "NONE"])
    func functionURL(type: String) throws {
        let statement =
            #""Effect": "Allow", "Principal": "*", "Action": "lambda:InvokeFunctionUrl", "Resource": "*", "#
            + #""Condition": {"StringEquals": {"lambda:FunctionUrlAuthType": "\#(type)"}}"#
        let message = try #require(messages("grant-to-anyone", statement).first)
        #expect(message.hasPrefix("anyone with an AWS account") == (type == "AWS_IAM"))
        #expect(message.hasSuffix("including people without an AWS account") == (type == "NONE"))
    }

    @Test("The two statements of a public function URL are one finding, which shows the other place")
    func publicFunctionURL() throws {
        func statement(_ action: String, _ condition: String) -> String {
            #"{"Effect": "Allow", "Principal": "*", "Action": "\#(action)", "Resource": "*", "Condition": {\#(condition)}}"#
        }
        let url = statement("lambda:InvokeFunctionUrl", #""StringEquals": {"lambda:FunctionUrlAuthType": "NONE"}"#)
        let call = statement("lambda:InvokeFunction", #""Bool": {"lambda:InvokedViaFunctionUrl": "true"}"#)
        let other = statement("lambda:InvokeFunction", #""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#)
        let text = #"{"Version": "2012-10-17", "Statement": [\#(other), \#(call), \#(url)]}"#
        let found = Linter().lint(SourceFile(name: "x.json", text: text)).diagnostics.filter {
            $0.rule == "grant-to-anyone"
        }
        #expect(found.count == 1)
        let finding = try #require(found.first)
        let principals = text.utf8.indices.filter { text[$0...].hasPrefix(#""*", "Action""#) }
            .map { text.utf8.distance(from: text.startIndex, to: $0) }
        #expect(Int(finding.span.start) == principals[2])
        #expect(finding.related.map { Int($0.span.start) } == [principals[1]])
    }

    @Test("A Deny that further conditions limit does not always deny", arguments: [true, false])
    func limitedDeny(isLimited: Bool) throws {
        let limit = isLimited ? #", "Bool": {"aws:SecureTransport": "true"}"# : ""
        let statement =
            #""Effect": "Deny", "Action": ["s3:PutObject", "s3:GetObject"], "Resource": "*", "Condition": "#
            + #"{"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}\#(limit)}"#
        let message = try #require(messages("condition-key-inapplicable", statement).first)
        #expect(message.hasPrefix("this statement always denies `s3:GetObject`") == !isLimited)
        #expect(message.hasPrefix("this condition never keeps the statement from denying `s3:GetObject`") == isLimited)
    }
}
