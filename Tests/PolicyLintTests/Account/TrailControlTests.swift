import Testing

@testable import PolicyLint

/// The controls about trails of CloudTrail, and what trails are to a rule of EventBridge.
@Suite struct TrailControlTests {
    private static let arn = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/main"
    private static let folder = "trails/arn%3Aaws%3Acloudtrail%3Aeu-west-1%3A111122223333%3Atrail%2Fmain"
    private static let whole = "regions/eu-west-1/describe-trails.json"
    private static let caller =
        #"{"UserId": "AIDA2EXAMPLE3EXAMPLE4", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:user/a"}"#
    private static let elsewhere = "regions/us-east-1/describe-trails.json"

    /// The answer of a Region that lists one trail.
    private static func trails(
        multiRegion: Bool = true, validation: Bool = true, more: String = "", arn: String = Self.arn
    ) -> String {
        """
        {"trailList": [{"Name": "main", "S3BucketName": "b", "IncludeGlobalServiceEvents": true,
         "IsMultiRegionTrail": \(multiRegion), "HomeRegion": "eu-west-1", "TrailARN": "\(arn)",
         "LogFileValidationEnabled": \(validation)\(more), "HasInsightSelectors": false, "IsOrganizationTrail": false}]}
        """
    }

    private static func status(_ isLogging: Bool = true, error: String = "") -> String {
        """
        {"IsLogging": \(isLogging), "LatestDeliveryError": "\(error)",
         "StartLoggingTime": "2026-11-01T10:45:00.118000+00:00", "TimeLoggingStopped": "",
         "LatestDeliveryTime": "2026-11-24T22:50:00.412000+00:00"}
        """
    }

    private static func selectors(_ members: String = #""ReadWriteType": "All", "IncludeManagementEvents": true"#)
        -> String
    {
        "{\"TrailARN\": \"\(arn)\", \"EventSelectors\": [{\(members), \"DataResources\": []}]}"
    }

    private static func advanced(_ fields: String...) -> String {
        let selectors = fields.map {
            #"{"Name": "n", "FieldSelectors": [{"Field": "eventCategory", "Equals": ["Management"]}\#($0)]}"#
        }
        return "{\"TrailARN\": \"\(arn)\", \"AdvancedEventSelectors\": [\(selectors.joined(separator: ","))]}"
    }

    private static func export(
        trails: String = trails(), status: String? = status(), selectors: String? = selectors()
    ) -> Export {
        var export = Export([whole: trails])
        if let status { export.files.append((folder + "/get-trail-status.json", status)) }
        if let selectors { export.files.append((folder + "/get-event-selectors.json", selectors)) }
        return export
    }

    @Test("A trail of all Regions that logs all management events passes, whichever Region tells of it")
    func recording() {
        let pass = ["pass account: trail `main` keeps what is done in every Region"]
        var export = Self.export()
        #expect(export.says("trail-recording") == pass)
        #expect(export.marked("trail-recording").prefix(2) == ["true", "true"])
        // Another Region lists it, too; one that the exporter could not ask does no harm.
        export.files.append((Self.elsewhere, Self.trails()))
        export.files.append(
            ("regions/a/describe-trails.error.txt", Answers.error("AccessDeniedException", "DescribeTrails")))
        #expect(export.says("trail-recording") == pass)
        let advanced = [
            Self.advanced(""), Self.advanced(#", {"Field": "readOnly", "Equals": ["true", "false"]}"#),
            Self.advanced(
                #", {"Field": "readOnly", "Equals": ["true"]}"#, #", {"Field": "readOnly", "Equals": ["false"]}"#),
            Self.advanced(#", {"Field": "eventSource", "NotEquals": ["kms.amazonaws.com"]}"#, ""),
        ]
        for selectors in advanced { #expect(Self.export(selectors: selectors).says("trail-recording") == pass) }
    }

    /// What Regions and a trail say, and what is wrong with it.
    private static let tooLittle: [(trails: String, status: String, selectors: String, flaw: String)] = [
        (trails(multiRegion: false), status(), selectors(), "trail `main` logs in one Region only"),
        (trails(), status(false), selectors(), "trail `main` does not log"),
        (
            trails(), status(), selectors(#""ReadWriteType": "WriteOnly", "IncludeManagementEvents": true"#),
            "trail `main` logs no management events that read"
        ),
        (
            trails(), status(), selectors(#""ReadWriteType": "ReadOnly", "IncludeManagementEvents": true"#),
            "trail `main` logs no management events that change something"
        ),
        (
            trails(), status(), selectors(#""ReadWriteType": "All", "IncludeManagementEvents": false"#),
            "trail `main` logs no management events that read"
        ),
        (
            trails(), status(),
            selectors(#""ReadWriteType": "All", "ExcludeManagementEventSources": ["kms.amazonaws.com"]"#),
            "trail `main` leaves out what `kms.amazonaws.com` does"
        ),
        (
            trails(), status(), advanced(#", {"Field": "eventSource", "NotEquals": ["kms.amazonaws.com"]}"#),
            "trail `main` leaves out what `kms.amazonaws.com` does"
        ),
        (
            trails(), status(), advanced(#", {"Field": "readOnly", "Equals": ["false"]}"#),
            "trail `main` logs no management events that read"
        ),
    ]

    @Test(
        "A trail of one Region, one that is off, and one that leaves management events out keep too little",
        arguments: tooLittle)
    func keepsTooLittle(trails: String, status: String, selectors: String, flaw: String) {
        let export = Self.export(trails: trails, status: status, selectors: selectors)
        #expect(
            export.says("trail-recording") == [
                "open account: no trail keeps all that is done in the account: \(flaw)"
            ])
        let start = "aws cloudtrail start-logging --name \(Self.arn) --region eu-west-1"
        #expect(export.lines("trail-recording").map(\.command) == [flaw.hasSuffix("does not log") ? start : nil])
    }

    @Test("Without a trail it is open; without the list of any Region it cannot be told")
    func noTrail() {
        let none = Export([Self.whole: "{\"trailList\": []}"])
        #expect(none.says("trail-recording") == ["open account: no trail keeps what is done in the account"])
        #expect(none.lines("trail-recording").first?.command?.hasPrefix("aws cloudtrail create-trail ") == true)
        let refused = Export([
            "regions/a/describe-trails.error.txt": Answers.error("AccessDeniedException", "DescribeTrails")
        ])
        #expect(
            refused.says("trail-recording") == ["cannot-tell account: AWS did not let the exporter list the trails"])
        #expect(
            refused.lines("trail-recording").map(\.command) == [
                "mkdir -p regions/a && aws cloudtrail describe-trails --region a > regions/a/describe-trails.json"
            ])
        #expect(
            Export([:]).says("trail-recording") == ["cannot-tell account: the export holds no list of trails"])
        // Of two lists of a Region one is older.
        let twice = Export([Self.whole: "{\"trailList\": []}", "old/" + Self.whole: Self.trails()])
        #expect(twice.says("trail-recording") == ["cannot-tell account: two answers differ on the trails"])
    }

    /// What is said of a trail's state, where something is lacking, and what that is.
    private static let untold: [(status: String?, selectors: String?, gap: String)] = [
        (status(), nil, "the export holds no event selectors of trail `main`"),
        (nil, selectors(), "the export holds no status of trail `main`"),
        (
            status(error: "AccessDenied"), selectors(),
            "trail `main` failed to deliver: a person must say whether it does again"
        ),
        (
            status(), advanced(#", {"Field": "eventName", "Equals": ["RunInstances"]}"#),
            "trail `main` logs some management events that read"
        ),
    ]

    @Test("What an answer does not tell of a trail cannot be told", arguments: untold)
    func unknown(status: String?, selectors: String?, gap: String) {
        #expect(
            Self.export(status: status, selectors: selectors).says("trail-recording") == ["cannot-tell account: \(gap)"]
        )
    }

    @Test("A trail of the organization is switched on by the account to which it belongs")
    func foreignTrail() throws {
        let arn = Self.arn.replacing("111122223333", with: "444455556666")
        var export = Self.export(trails: Self.trails(arn: arn), status: nil, selectors: nil)
        let folder = "trails/" + PercentEncoding.encode(arn)
        export.files += [
            (folder + "/get-trail-status.json", Self.status(false)),
            ("selectors.json", Self.selectors().replacing(Self.arn, with: arn)),
            ("get-caller-identity.json", Self.caller),
        ]
        let line = try #require(export.lines("trail-recording").first)
        #expect(line.outcome == .open && line.command == nil)
        #expect(line.next?.hasPrefix("ask account 444455556666, to which it belongs") == true)
    }

    @Test("Where nothing is lacking, nothing is exported again")
    func nothingToExport() {
        let export = Self.export(status: Self.status(error: "AccessDenied"))
        #expect(export.lines("trail-recording").map(\.command) == [nil])
    }

    @Test("The commands export what is lacking of a trail into its folder, where it is read")
    func commands() throws {
        var export = Self.export(status: nil, selectors: nil)
        let command = try #require(export.lines("trail-recording").first?.command)
        let words = { (operation: String, option: String) in
            "mkdir -p \(Self.folder) && aws cloudtrail \(operation) --\(option) \(Self.arn) --region eu-west-1 "
                + "> \(Self.folder)/\(operation).json"
        }
        #expect(command == words("get-trail-status", "name") + "; " + words("get-event-selectors", "trail-name"))
        // A status that lies anywhere else is of nobody knows which trail.
        export.files += [("get-trail-status.json", Self.status()), ("get-event-selectors.json", Self.selectors())]
        #expect(export.lines("trail-recording").map(\.outcome) == [.cannotTell])
    }

    @Test("A trail to which nobody gave event selectors logs all management events")
    func selectorsByDefault() {
        let custom = { (flag: Bool) in Self.trails(more: ", \"HasCustomEventSelectors\": \(flag)") }
        func outcomes(_ flag: Bool, error: String? = nil) -> [ChecklistLine.Outcome] {
            var export = Self.export(trails: custom(flag), selectors: nil)
            if let error { export.files.append((Self.folder + "/get-event-selectors.error.txt", error)) }
            return export.lines("trail-recording").map(\.outcome)
        }
        let refused = Answers.error("AccessDeniedException", "GetEventSelectors")
        #expect(outcomes(false) == [.pass] && outcomes(false, error: refused) == [.pass])
        #expect(outcomes(true) == [.cannotTell] && outcomes(true, error: refused) == [.cannotTell])
    }

    /// What a control of Security Hub says.
    private func says(_ control: String, _ export: Export) -> [String] {
        Checklist(export.evidence(), benchmark: .securityHub).lines.filter { $0.control == control }
            .map { "\($0.outcome.rawValue) \($0.subject.name ?? "account"): \($0.says)" }
    }

    /// A control of each trail, with an answer that passes and one that does not.
    struct Setting: Sendable {
        let control: String
        let good: String
        let pass: String
        let bad: String
        let open: String
    }

    private static let settings = [
        Setting(
            control: "trail-validation", good: trails(), pass: "the trail's files can be validated",
            bad: trails(validation: false), open: "the trail's files cannot be validated"),
        Setting(
            control: "trail-encryption",
            good: trails(more: #", "KmsKeyId": "arn:aws:kms:eu-west-1:111122223333:key/1""#),
            pass: "the trail is encrypted with a key of AWS KMS", bad: trails(),
            open: "the trail is not encrypted with a key of AWS KMS"),
        Setting(
            control: "trail-log-group",
            good: trails(more: #", "CloudWatchLogsLogGroupArn": "arn:aws:logs:a:1:log-group:g:*""#),
            pass: "the trail writes to a log group", bad: trails(), open: "the trail writes to no log group"),
    ]

    @Test("Each trail is told of by its settings", arguments: settings)
    func eachTrail(setting: Setting) {
        let control = setting.control
        let pass = "pass main: \(setting.pass)"
        #expect(says(control, Export([Self.whole: setting.good])) == [pass])
        #expect(says(control, Export([Self.whole: setting.bad])) == ["open main: \(setting.open)"])
        #expect(says(control, Export([Self.whole: "{\"trailList\": []}"])) == [])
        #expect(
            says(control, Export([Self.whole: setting.good, Self.elsewhere: setting.bad])) == [
                "cannot-tell main: two answers differ on trail `main`"
            ])
        let refused = Export([
            Self.whole: setting.good,
            "regions/us-east-1/describe-trails.error.txt": Answers.error("AccessDeniedException", "DescribeTrails"),
        ])
        #expect(
            says(control, refused) == [pass, "cannot-tell account: AWS did not let the exporter list the trails"])
        #expect(says(control, Export([:])) == ["cannot-tell account: the export holds no list of trails"])
    }

    @Test("A trail is changed by whom it belongs to, and two of one name are told apart by their ARNs")
    func owners() throws {
        let foreign = Self.arn.replacing("111122223333", with: "444455556666")
        let export = Export([
            Self.whole: Self.trails(validation: false), "get-caller-identity.json": Self.caller,
            Self.elsewhere: Self.trails(validation: false, arn: foreign),
        ])
        let lines = Checklist(export.evidence(), benchmark: .securityHub).lines.filter {
            $0.control == "trail-validation"
        }
        #expect(lines.map(\.subject) == [.trail(Self.arn), .trail(foreign)])
        #expect(
            lines[0].command
                == "aws cloudtrail update-trail --name \(Self.arn) --region eu-west-1 --enable-log-file-validation")
        #expect(lines[1].command == nil && lines[1].next?.hasPrefix("ask account 444455556666") == true)
    }

    // MARK: EventBridge

    private static let hears = "EventBridge hears of API calls only where a trail of CloudTrail logs them: "

    /// What is said of a Region with a rule for API calls and these trails.
    private func rule(_ export: Export, region: String = "eu-west-1") -> [String] {
        let pattern = #"{"detail-type": ["AWS API Call via CloudTrail"]}"#.replacing("\"", with: "\\\"")
        let folder = "regions/\(region)/"
        var export = export
        export.files += [
            (
                folder + "list-rules.json",
                "{\"Rules\": [{\"Name\": \"b\", \"Arn\": \"arn:aws:events:a:1:rule/b\", \"State\": \"ENABLED\", \"EventPattern\": \"\(pattern)\"}]}"
            ),
            (
                folder + "rules/b/list-targets-by-rule.json",
                "{\"Targets\": [{\"Id\": \"1\", \"Arn\": \"arn:aws:sns:a:111122223333:t\"}]}"
            ),
            (
                folder + "describe-configuration-recorder-status.json", "{\"ConfigurationRecordersStatus\": []}"
            ),
        ]
        return export.says("creation-record").filter { $0.contains(region) }
    }

    @Test("A rule for API calls is a record where a trail of the Region, or of all, logs what changes something")
    func ruleWithTrail() {
        let pass = "a rule of EventBridge hears of the API calls that trail `main` logs"
        let writes = Self.selectors(#""ReadWriteType": "WriteOnly""#)
        #expect(rule(Self.export(selectors: writes)) == ["pass region eu-west-1: \(pass)"])
        #expect(
            rule(Self.export(trails: Self.trails(multiRegion: false))) == ["pass region eu-west-1: \(pass)"])
        #expect(rule(Self.export(), region: "us-east-1") == ["pass region us-east-1: \(pass)"])
    }

    @Test("Where no trail logs what changes something, a rule for API calls is no record")
    func ruleWithoutTrail() {
        let open = "open region eu-west-1: " + Self.hears
        #expect(rule(Export([Self.whole: "{\"trailList\": []}"])) == [open + "there is none"])
        #expect(rule(Self.export(status: Self.status(false))) == [open + "trail `main` does not log"])
        #expect(
            rule(Self.export(selectors: Self.selectors(#""ReadWriteType": "ReadOnly""#))) == [
                open + "trail `main` logs no management events that change something"
            ])
        // A trail of another Region only is none.
        var other = Self.export(trails: Self.trails(multiRegion: false))
        other.files.append((Self.elsewhere, "{\"trailList\": []}"))
        #expect(
            rule(other, region: "us-east-1") == ["open region us-east-1: \(Self.hears)there is none"])
    }

    @Test("What the export does not tell of the trails, a rule for API calls hangs on")
    func ruleHangs() {
        let unknown = "cannot-tell region eu-west-1: "
        #expect(
            rule(Self.export(status: nil)) == [
                unknown + Self.hears + "the export holds no status of trail `main`"
            ])
        #expect(
            rule(Self.export(selectors: Self.selectors(#""ExcludeManagementEventSources": ["kms.amazonaws.com"]"#)))
                == [
                    unknown + Self.hears
                        + "trail `main` leaves out what `kms.amazonaws.com` does: a person must say whether it matters"
                ])
        #expect(rule(Export([:])) == [unknown + Self.hears + "the export holds no list of trails"])
        // Only the trails of all Regions show elsewhere.
        let elsewhere = Export([Self.elsewhere: "{\"trailList\": []}"])
        #expect(rule(elsewhere) == [unknown + Self.hears + "the export holds no list of trails"])
        let twice = Export([Self.whole: "{\"trailList\": []}", "old/" + Self.whole: Self.trails()])
        #expect(rule(twice) == [unknown + "two answers differ on the trails"])
    }
}
