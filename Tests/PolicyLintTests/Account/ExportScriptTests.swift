import Foundation
import Testing

/// What `scripts/export-account` says of calls that fail.
@Suite struct ExportScriptTests {
    private static let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "scripts/export-account")

    /// Exports an account with a bucket, a budget and a rule of EventBridge, where these branches of the AWS CLI come first.
    private func export(
        _ shell: StubbedShell, _ branches: String, _ options: [String] = []
    ) throws -> StubbedShell.Result {
        try shell.run(
            Self.script, ["--output", "out", "--regions", "eu-central-1"] + options,
            """
            \(branches)
            *get-caller-identity*)
                printf '{\\n"Account": "111122223333",\\n"Arn": "arn:aws:iam::111122223333:user/alice"\\n}\\n' ;;
            *generate-credential-report*) echo COMPLETE ;;
            *"text s3api list-buckets"*) echo b ;;
            *"text budgets describe-budgets"*) echo month ;;
            *"text budgets describe-notifications"*) printf 'ACTUAL\\tGREATER_THAN\\t80.0\\tPERCENTAGE\\n' ;;
            *"text events list-rules"*) echo creations ;;
            *"text cloudtrail describe-trails"*) printf 'arn:aws:cloudtrail:a:1:trail/t\\teu-west-1\\n' ;;
            *"--output json"*) echo '{}' ;;
            """)
    }

    @Test("Where all is answered it ends with 0, and asks for each of what the lists name")
    func whole() throws {
        let shell = StubbedShell()
        defer { shell.remove() }
        let result = try export(shell, "")
        #expect(result.code == 0, "\(result.output)")
        #expect(shell.has("out/buckets/b/get-bucket-policy.json"))
        #expect(shell.has("out/budgets/month/notifications/1/describe-subscribers-for-notification.json"))
        #expect(shell.has("out/regions/eu-central-1/rules/creations/list-targets-by-rule.json"))
        let trail = "out/trails/arn%3Aaws%3Acloudtrail%3Aa%3A1%3Atrail%2Ft/"
        #expect(shell.has(trail + "get-trail-status.json") && shell.has(trail + "get-event-selectors.json"))
    }

    @Test("Budgets are asked for with their filters, and without by a CLI that does not know the request")
    func budgetFilters() throws {
        let shell = StubbedShell()
        defer { shell.remove() }
        let old = "*--show-filter-expression*) echo 'Unknown options: --show-filter-expression' >&2; exit 252 ;;"
        #expect(try export(shell, old).code == 0)
        #expect(shell.has("out/describe-budgets.json") && !shell.has("out/describe-budgets.error.txt"))
    }

    @Test("What AWS tells to the account of a trail alone is said so; of an own trail it is a failure")
    func foreignTrail() throws {
        for (account, words) in [
            ("999988887777", "AWS tells it to the account of the trail (TrailNotFoundException)"),
            ("111122223333", "failed (TrailNotFoundException)"),
        ] {
            let shell = StubbedShell()
            defer { shell.remove() }
            let arn = "arn:aws:cloudtrail:eu-west-1:\(account):trail/t"
            let result = try export(
                shell,
                """
                *"text cloudtrail describe-trails"*) printf '\(arn)\\teu-west-1\\n' ;;
                *"json cloudtrail get-trail-status"*) fail TrailNotFoundException ;;
                """)
            #expect(result.code == 1)
            let name = "trails/arn%3Aaws%3Acloudtrail%3Aeu-west-1%3A\(account)%3Atrail%2Ft/get-trail-status"
            #expect(result.output.contains("  \(name): \(words)\n"), "\(result.output)")
        }
    }

    @Test(
        "A call that fails is said and ends it with 1, whether it is for the answer or for the names in it",
        arguments: ["json", "text"],
        [
            ("list-buckets", "s3api list-buckets"), ("describe-budgets", "budgets describe-budgets"),
            ("budgets/month/describe-notifications-for-budget", "budgets describe-notifications"),
            ("regions/eu-central-1/list-rules", "events list-rules"),
            ("regions/eu-central-1/describe-trails", "cloudtrail describe-trails"),
        ])
    func failures(format: String, call: (name: String, words: String)) throws {
        let shell = StubbedShell()
        defer { shell.remove() }
        let result = try export(shell, "*\"\(format) \(call.words)\"*) fail SlowDown ;;")
        #expect(result.code == 1)
        #expect(result.output.contains("  \(call.name): failed (SlowDown)\n"))
        #expect(shell.has("out/\(call.name).error.txt"))
        #expect(shell.has("out/\(call.name).json") == (format == "text"))
        // What failed is asked again, and is forgotten where it is answered.
        #expect(try export(shell, "", ["--resume"]).code == 0)
        #expect(shell.has("out/\(call.name).json") && !shell.has("out/\(call.name).error.txt"))
        #expect(shell.has("out/buckets/b/get-bucket-policy.json"))
        #expect(shell.has("out/regions/eu-central-1/rules/creations/list-targets-by-rule.json"))
    }
}
