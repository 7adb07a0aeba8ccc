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
