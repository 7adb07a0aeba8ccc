import Testing

@Suite struct ActionListTests {
    private static func policy(_ actions: String) -> String {
        """
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Effect": "Allow",
                    "Action": \(actions),
                    "Resource": "arn:aws:sqs:eu-central-1:111122223333:orders"
                }
            ]
        }

        """
    }

    private static let wildcard = policy("\"sqs:Get*\"")
    private static let listed = policy(
        """
        [
                        "sqs:GetQueueAttributes",
                        "sqs:GetQueueUrl"
                    ]
        """)
    private static let shrunk = policy("[\n                \"sqs:Get*\"\n            ]")

    @Test("--expand writes wildcards out in place, and says what that means")
    func expand() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("policy.json", Self.wildcard)
        let run = try program.run("fix", "--expand", "policy.json")
        #expect(run.code == 0)
        #expect(try program.read("policy.json") == Self.listed)
        #expect(run.error.contains("expanded 1 wildcard to 2 actions in `Action` of statement 1 (narrowing)"))
        #expect(run.error.contains("nothing to fix; expanded 1 list of actions."))
    }

    @Test("--shrink writes wildcards on standard input, and says what that means")
    func shrink() throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("fix", "--shrink", "-", input: Self.listed)
        #expect(run.code == 0)
        #expect(run.output == Self.shrunk)
        #expect(run.error.contains("shrank 2 actions to `sqs:Get*` in `Action` of statement 1 (preserving for"))
        #expect(run.error.contains("what AWS adds later and a wildcard matches is allowed, too"))
    }

    @Test("--diff and --output-dir take them, and leave the file alone")
    func destinations() throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("policy.json", Self.wildcard)
        let diff = try program.run("fix", "--expand", "--diff", "policy.json")
        #expect(diff.code == 1)
        #expect(diff.output.contains("-            \"Action\": \"sqs:Get*\","))
        #expect(diff.output.contains("+                \"sqs:GetQueueUrl\"\n"))
        #expect(try program.run("fix", "--shrink", "--diff", "policy.json").code == 0)
        _ = try program.run("fix", "--expand", "--output-dir", "out", "policy.json")
        #expect(try program.read("out/policy.json") == Self.listed)
        #expect(try program.read("policy.json") == Self.wildcard)
    }

    @Test("Without the option, a list stays as it is written")
    func onRequestOnly() throws {
        let program = try Program()
        defer { program.remove() }
        for text in [Self.wildcard, Self.listed] {
            #expect(try program.run("fix", "-", input: text).output == text)
        }
    }

    @Test("A Deny is not written out: it would deny less")
    func deny() throws {
        let program = try Program()
        defer { program.remove() }
        let text = Self.wildcard.replacing("Allow", with: "Deny")
        let run = try program.run("fix", "--expand", "-", input: text)
        #expect(run.output == text)
        #expect(run.error.contains("expanded no lists of actions"))
    }

    @Test("Options that contradict each other are refused", arguments: ["--shrink", "--preserving-only"])
    func contradiction(option: String) throws {
        let program = try Program()
        defer { program.remove() }
        let run = try program.run("fix", "--expand", option, "-", input: Self.wildcard)
        #expect(run.code == 2)
        #expect(run.output.isEmpty)
    }
}
