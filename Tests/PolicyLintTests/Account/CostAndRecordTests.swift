import Testing

@testable import PolicyLint

/// The controls about costs, and about the record of who creates resources.
@Suite struct CostAndRecordTests {
    private static let limit = #""BudgetLimit": {"Amount": "10.0", "Unit": "USD"}"#
    private static let budget = "{\"Budgets\": [{\"BudgetName\": \"a b\", \"BudgetType\": \"COST\", \(limit)}]}"
    private static let notification =
        "{\"NotificationType\": \"FORECASTED\", \"ComparisonOperator\": \"GREATER_THAN\", \"Threshold\": 12.5, \"ThresholdType\": \"ABSOLUTE_VALUE\"}"
    private static let subscribers =
        "{\"Subscribers\": [{\"SubscriptionType\": \"SNS\", \"Address\": \"arn:aws:sns:x\"}]}"

    @Test("A budget with an alert and a subscriber passes, by folders whose names are percent-encoded")
    func budgetPasses() {
        let export = Export([
            "describe-budgets.json": Self.budget,
            "budgets/a%20b/describe-notifications-for-budget.json": "{\"Notifications\": [\(Self.notification)]}",
            "budgets/a%20b/notifications/1/notification.json": Self.notification,
            "budgets/a%20b/notifications/1/describe-subscribers-for-notification.json": Self.subscribers,
        ])
        #expect(
            export.says("cost-budget") == [
                "pass budget a b: the budget tells somebody over SNS when it is forecast to reach 12.5 USD"
            ]
        )
        #expect(export.marked("cost-budget") == ["12.5", "\"SNS\""])
    }

    @Test("A list without a budget for costs is open; a budget whose alerts are not there cannot be told")
    func budgetIsOpenOrUnknown() {
        let usage = Self.budget.replacing("COST", with: "USAGE")
        #expect(Export(["x.json": usage]).says("cost-budget") == ["open account: there is no budget for costs"])
        #expect(Export(["describe-budgets.json": "{\"Budgets\": []}"]).lines("cost-budget").map(\.outcome) == [.open])
        #expect(Export(["x.json": Self.budget]).lines("cost-budget").map(\.outcome) == [.cannotTell])
        let silent = Export([
            "describe-budgets.json": Self.budget,
            "budgets/a%20b/describe-notifications-for-budget.json": "{\"Notifications\": []}",
        ])
        #expect(silent.says("cost-budget") == ["open budget a b: the budget tells nobody"])
        let refused = Export(["describe-budgets.error.txt": Answers.error("AccessDeniedException", "DescribeBudgets")])
        #expect(
            refused.says("cost-budget") == ["cannot-tell account: AWS did not let the exporter list the budgets"])
    }

    @Test("What is lacking of a budget is asked for step by step, and each answer is read where it is saved")
    func budgetIsExported() throws {
        var export = Export(["describe-budgets.json": Self.budget])
        func command() throws -> String { try #require(export.lines("cost-budget").first?.command) }
        let folder = "budgets/a%20b"
        #expect(
            try command() == "mkdir -p \(folder) && aws budgets describe-notifications-for-budget "
                + "--account-id ACCOUNT_ID --budget-name 'a b' > \(folder)/describe-notifications-for-budget.json")
        export.files.append(
            ("\(folder)/describe-notifications-for-budget.json", "{\"Notifications\": [\(Self.notification)]}"))
        let alert = "\(folder)/notifications/1"
        let words = Self.notification.replacing(": ", with: ":").replacing(", ", with: ",")
        #expect(
            try command() == "mkdir -p \(alert) && printf '%s\\n' '\(words)' > \(alert)/notification.json && "
                + "aws budgets describe-subscribers-for-notification --account-id ACCOUNT_ID --budget-name 'a b' "
                + "--notification file://\(alert)/notification.json > \(alert)/describe-subscribers-for-notification.json"
        )
        export.files.append(("\(alert)/notification.json", words))
        export.files.append(("\(alert)/describe-subscribers-for-notification.json", Self.subscribers))
        #expect(export.lines("cost-budget").map(\.outcome) == [.pass])
    }

    /// What the control says of a budget with these members, and an alert to somebody.
    private func says(budget members: String, alert: String? = nil) -> [String] {
        let limit = members.contains("Limit") ? "" : Self.limit + ", "
        let budget = Self.budget.replacing(Self.limit, with: limit + members)
        let alert = alert ?? Self.notification
        return Export([
            "describe-budgets.json": budget,
            "budgets/a%20b/describe-notifications-for-budget.json": "{\"Notifications\": [\(alert)]}",
            "budgets/a%20b/notifications/1/notification.json": alert,
            "budgets/a%20b/notifications/1/describe-subscribers-for-notification.json": Self.subscribers,
        ]).says("cost-budget")
    }

    @Test(
        "A budget that is over, that counts a part of the costs, or that does not work, is none for all costs",
        arguments: [
            (#""TimePeriod": {"End": "2026-11-01T00:00:00+00:00"}"#, "budget `a b` ended on 2026-11-01"),
            (#""CostFilters": {"Service": ["Amazon S3"]}"#, "budget `a b` counts a part of the costs only"),
            (
                #""FilterExpression": {"Dimensions": {"Key": "SERVICE", "Values": ["Amazon S3"]}}"#,
                "budget `a b` counts a part of the costs only"
            ),
            (
                #""FilterExpression": {"Not": {"Dimensions": {"Key": "RECORD_TYPE", "Values": ["Usage"]}}}"#,
                "budget `a b` counts a part of the costs only"
            ),
            (#""TimePeriod": {"Start": "2030-01-01T00:00:00+00:00"}"#, "budget `a b` begins on 2030-01-01"),
            (
                #""CostTypes": {"IncludeRecurring": false, "IncludeCredit": true}"#,
                "budget `a b` counts a part of the costs only"
            ),
            (#""HealthStatus": {"Status": "UNHEALTHY"}"#, "AWS says that budget `a b` does not work"),
        ])
    func budgetForAPart(members: String, flaw: String) {
        #expect(says(budget: members) == ["open account: no budget is for all costs: \(flaw)"])
    }

    @Test(
        "A budget that runs and leaves nothing out but credits is one for all costs",
        arguments: [
            #""TimePeriod": {"End": "2087-06-15T00:00:00+00:00"}, "CostFilters": {}"#,
            #""FilterExpression": {"And": [{"Not": {"Dimensions": {"Key": "RECORD_TYPE", "Values": ["Credit", "Refund"]}}}]}"#,
            #""HealthStatus": {"Status": "HEALTHY"}, "CostFilters": {"Service": []}"#,
            #""BudgetLimit": {"Amount": "10.0", "Unit": "USD"}"#,
            #""PlannedBudgetLimits": {"1790812800": {"Amount": "10.0", "Unit": "USD"}}"#,
            #""CostTypes": {"IncludeCredit": false, "IncludeRefund": false, "IncludeTax": true, "UseBlended": false}"#,
            #""TimePeriod": {"Start": "2026-11-01T00:00:00+00:00"}"#,
            #""BillingViewArn": "arn:aws:billing::111122223333:billingview/primary""#,
        ])
    func budgetForAll(members: String) {
        #expect(says(budget: members).map { $0.prefix(15) } == ["pass budget a b"])
    }

    @Test("An alert for costs that fall, or far above the limit, warns of nothing")
    func lateAlert() {
        let late = [
            "open budget a b: no alert of the budget warns in time: each is for costs below a number, far above the limit, or at a sum that no account reaches"
        ]
        let limit = #""BudgetLimit": {"Amount": "10.0", "Unit": "USD"}"#
        #expect(says(budget: limit, alert: Self.notification.replacing("GREATER", with: "LESS")) == late)
        #expect(says(budget: limit, alert: Self.notification.replacing("12.5", with: "20.5")) == late)
        let percentage = Self.notification.replacing("ABSOLUTE_VALUE", with: "PERCENTAGE")
        #expect(says(budget: limit, alert: percentage.replacing("12.5", with: "100000")) == late)
        #expect(says(budget: limit, alert: percentage.replacing("12.5", with: "200")).map { $0.prefix(5) } == ["pass "])
    }

    @Test(
        "Without its limit, an alert at a sum may come far too late, however large the number",
        arguments: ["12.5", "1e30", "9300000000000000000"])
    func unknownLimit(threshold: String) {
        let alert = Self.notification.replacing("12.5", with: threshold)
        let unknown =
            "cannot-tell account: whether an alert of budget `a b` warns in time, only the budget's limit tells"
        let late = "open budget a b: no alert of the budget warns in time: "
        #expect(
            says(budget: #""PlannedBudgetLimits": {}"#, alert: alert).map {
                $0.hasPrefix(threshold == "12.5" ? unknown : late)
            } == [true])
        let planned = #""PlannedBudgetLimits": {"1": {"Amount": "1", "Unit": "USD"}, "2": {"Amount": "9"}}"#
        #expect(
            says(budget: planned, alert: alert).map { $0.prefix(5) } == [threshold == "12.5" ? "canno" : "open "])
        // Nobody ever hears of costs that no account has.
        let large = #""BudgetLimit": {"Amount": "1e30", "Unit": "USD"}"#
        #expect(
            says(budget: large, alert: alert).map { String($0.prefix(5)) } == [threshold == "12.5" ? "pass " : "open "])
    }

    @Test(
        "A percentage of a limit that no account reaches warns of nothing",
        arguments: [
            ("1e30", "open "), ("1000000000000", "open "), ("10000000000", "pass "), ("20", "pass "), ("0.0", "pass "),
        ])
    func absurdLimit(amount: String, outcome: String) {
        let alert = Self.notification.replacing("ABSOLUTE_VALUE", with: "PERCENTAGE").replacing("12.5", with: "100")
        let limit = #"{"Amount": "\#(amount)", "Unit": "USD"}"#
        #expect(says(budget: "\"BudgetLimit\": \(limit)", alert: alert).map { String($0.prefix(5)) } == [outcome])
        #expect(
            says(budget: "\"PlannedBudgetLimits\": {\"1\": \(limit), \"2\": \(limit)}", alert: alert)
                .map { String($0.prefix(5)) } == [outcome])
    }

    @Test("An alert is told of with its unit, and as a forecast where it is one")
    func wordsOfAnAlert() {
        let percentage = Self.notification.replacing("12.5", with: "80").replacing("ABSOLUTE_VALUE", with: "PERCENTAGE")
        func words(_ alert: String) -> [String] { says(budget: Self.limit, alert: alert) }
        let start = "pass budget a b: the budget tells somebody over SNS "
        #expect(words(percentage) == [start + "when it is forecast to reach 80 % of 10 USD"])
        #expect(words(percentage.replacing("FORECASTED", with: "ACTUAL")) == [start + "at 80 % of 10 USD"])
        #expect(
            words(Self.notification.replacing("12.5", with: "5").replacing("FORECASTED", with: "ACTUAL"))
                == [start + "at 5 USD"])
    }

    @Test("Which costs a billing view of somebody's making shows is not known")
    func billingView() {
        #expect(
            says(budget: #""BillingViewArn": "arn:aws:billing::111122223333:billingview/custom-1234""#) == [
                "cannot-tell account: the export does not tell which costs the billing view of budget `a b` shows"
            ])
    }

    @Test("A budget that is only meant proves nothing, nor do subscribers of nobody knows what")
    func budgetProvesNothing() {
        let request =
            "{\"AccountId\": \"111122223333\", \"Budget\": {\"BudgetName\": \"a\", \"BudgetType\": \"COST\"}, \"NotificationsWithSubscribers\": [{\"Notification\": \(Self.notification), \"Subscribers\": [{\"SubscriptionType\": \"EMAIL\", \"Address\": \"a@b\"}]}]}"
        #expect(Export(["create-budget.json": request]).lines("cost-budget").map(\.outcome) == [.cannotTell])
        let loose = Export([
            "a.json": Self.budget, "b.json": "{\"Notifications\": [\(Self.notification)]}", "c.json": Self.subscribers,
        ])
        #expect(loose.lines("cost-budget").map(\.outcome) == [.cannotTell])
    }

    private static let channels = "{\"DeliveryChannels\": [{\"name\": \"d\", \"s3BucketName\": \"b\"}]}"

    private static func recorder(_ group: String) -> String {
        "{\"ConfigurationRecorders\": [{\"name\": \"d\", \"roleARN\": \"arn:aws:iam::1:role/c\", \"recordingGroup\": {\(group)}}]}"
    }

    /// What the control says of a Region with a recorder and no rule.
    private func says(status: String, recorder: String?, channels: String?) -> [String] {
        var export = Export([
            "regions/a/describe-configuration-recorder-status.json":
                "{\"ConfigurationRecordersStatus\": [{\"name\": \"d\", \"recording\": true, \"lastStatus\": \"\(status)\"}]}",
            "regions/a/list-rules.json": "{\"Rules\": []}",
        ])
        if let recorder { export.files.append(("regions/a/describe-configuration-recorders.json", recorder)) }
        if let channels { export.files.append(("regions/a/describe-delivery-channels.json", channels)) }
        return export.says("creation-record")
    }

    @Test("A recorder that fails, leaves types out or delivers nowhere is no record")
    func recorderWithoutRecord() {
        let all = Self.recorder(#""allSupported": true"#)
        let few = Self.recorder(
            #""allSupported": false, "resourceTypes": ["AWS::S3::Bucket"], "recordingStrategy": {"useOnly": "INCLUSION_BY_RESOURCE_TYPES"}"#
        )
        let most = Self.recorder(
            #""allSupported": false, "recordingStrategy": {"useOnly": "EXCLUSION_BY_RESOURCE_TYPES"}, "exclusionByResourceTypes": {"resourceTypes": ["AWS::S3::Bucket"]}"#
        )
        let none = "{\"DeliveryChannels\": []}"
        #expect(
            says(status: "SUCCESS", recorder: all, channels: Self.channels) == ["pass region a: AWS Config records"])
        #expect(
            says(status: "Pending", recorder: most, channels: Self.channels) == [
                "cannot-tell region a: AWS Config leaves 1 type of resources out: a person must say whether they matter"
            ])
        let own = most.replacing("AWS::S3::Bucket", with: "AWS::Config::ResourceCompliance")
        #expect(
            says(status: "Pending", recorder: own, channels: Self.channels) == ["pass region a: AWS Config records"])
        #expect(
            says(status: "FAILURE", recorder: all, channels: Self.channels) == [
                "open region a: AWS Config fails to record"
            ])
        #expect(
            says(status: "SUCCESS", recorder: few, channels: Self.channels) == [
                "open region a: AWS Config records 1 type of resources only"
            ])
        #expect(
            says(status: "SUCCESS", recorder: all, channels: none) == [
                "open region a: AWS Config delivers nothing: it has no delivery channel"
            ])
        #expect(
            says(status: "SUCCESS", recorder: all, channels: nil) == [
                "cannot-tell region a: the export holds no list of delivery channels of AWS Config"
            ])
        #expect(
            says(status: "SUCCESS", recorder: nil, channels: Self.channels) == [
                "cannot-tell region a: the export holds no list of recorders of AWS Config"
            ])
    }

    @Test(
        "A rule is a record where its pattern takes what creates resources, in every service",
        arguments: [
            (#", "detail": {"eventName": ["DeleteBucket"]}"#, "open"),
            (#", "detail": {"eventName": ["CreateBucket"]}"#, "cannot-tell"),
            (#", "source": ["aws.s3"]"#, "cannot-tell"),
            (#", "detail": {"eventSource": ["s3.amazonaws.com"], "eventName": [{"prefix": "Create"}]}"#, "cannot-tell"),
            (#", "detail": {"eventName": [{"prefix": "Create"}, {"prefix": "Run"}], "readOnly": [false]}"#, "trail"),
            (#", "source": [{"prefix": "aws."}]"#, "trail"), ("", "trail"),
            (#", "account": ["999999999999"]"#, "open"), (#", "account": ["111122223333"]"#, "trail"),
            (#", "region": ["us-west-2"]"#, "open"), (#", "region": ["a", "us-west-2"]"#, "trail"),
        ])
    func rules(more: String, outcome: String) {
        let pattern = #"{"detail-type": ["AWS API Call via CloudTrail"]\#(more)}"#.replacing("\"", with: "\\\"")
        let export = Export([
            "regions/a/list-rules.json":
                "{\"Rules\": [{\"Name\": \"b\", \"Arn\": \"arn:aws:events:a:1:rule/b\", \"State\": \"ENABLED\", \"EventPattern\": \"\(pattern)\"}]}",
            "regions/a/rules/b/list-targets-by-rule.json": Self.targets,
            "regions/a/describe-configuration-recorder-status.json": "{\"ConfigurationRecordersStatus\": []}",
            "get-caller-identity.json":
                #"{"UserId": "A", "Account": "111122223333", "Arn": "arn:aws:iam::111122223333:user/a"}"#,
        ])
        #expect(
            export.lines("creation-record").map {
                $0.says.hasPrefix("EventBridge hears of API calls only where a trail") ? "trail" : $0.outcome.rawValue
            } == [outcome])
    }

    private static let restsOnTrail =
        "EventBridge hears of API calls only where a trail of CloudTrail logs them: the export holds no list of trails"
    private static let targets = "{\"Targets\": [{\"Id\": \"1\", \"Arn\": \"arn:aws:sns:a:111122223333:t\"}]}"

    @Test("A rule of EventBridge is a record where it has targets, and a trail logs; the command asks for the targets")
    func ruleTargets() {
        let pattern = #"{"detail-type": ["AWS API Call via CloudTrail"]}"#.replacing("\"", with: "\\\"")
        var export = Export([
            "regions/a/list-rules.json":
                "{\"Rules\": [{\"Name\": \"b\", \"Arn\": \"arn:aws:events:a:1:rule/b\", \"State\": \"ENABLED\", \"EventPattern\": \"\(pattern)\"}]}",
            "regions/a/describe-configuration-recorder-status.json": "{\"ConfigurationRecordersStatus\": []}",
        ])
        #expect(
            export.says("creation-record") == [
                "cannot-tell region a: the export holds no list of targets of the rule that hears of API calls"
            ])
        let command = export.lines("creation-record").first?.command ?? ""
        let file = "regions/a/rules/b/list-targets-by-rule.json"
        #expect(command.hasSuffix("aws events list-targets-by-rule --rule b --region a > \(file)"))
        var silent = export
        silent.files.append((file, "{\"Targets\": []}"))
        #expect(
            silent.says("creation-record") == [
                "open region a: the rule of EventBridge that hears of API calls has no target"
            ])
        var refused = export
        refused.files.append(
            ("regions/a/rules/b/list-targets-by-rule.error.txt", Answers.error("AccessDenied", "ListTargetsByRule")))
        #expect(refused.lines("creation-record").map(\.outcome) == [.cannotTell])
        export.files.append((file, Self.targets))
        #expect(export.says("creation-record") == ["cannot-tell region a: \(Self.restsOnTrail)"])
        let other = export.files[0].text.replacing("\"State\"", with: "\"EventBusName\": \"custom\", \"State\"")
        export.files[0].text = other
        #expect(export.says("creation-record") == ["open account: nothing records who creates resources in a"])
        export.files[0].text = other.replacing("custom", with: "default")
        #expect(export.says("creation-record") == ["cannot-tell region a: \(Self.restsOnTrail)"])
    }

    @Test("A recorder that runs is a record of its Region, a rule for API calls may be one; others are named together")
    func records() {
        let rule =
            "{\"Rules\": [{\"Name\": \"b\", \"Arn\": \"arn:aws:events:a:1:rule/b\", \"State\": \"ENABLED\", \"EventPattern\": \"{\\\"detail-type\\\":[\\\"AWS API Call via CloudTrail\\\"]}\"}]}"
        let export = Export([
            "regions/a/describe-configuration-recorder-status.json":
                "{\"ConfigurationRecordersStatus\": [{\"name\": \"d\", \"recording\": true}]}",
            "regions/a/describe-configuration-recorders.json": Self.recorder(#""allSupported": true"#),
            "regions/a/describe-delivery-channels.json": Self.channels,
            "regions/b/list-rules.json": rule,
            "regions/b/rules/b/list-targets-by-rule.json": Self.targets,
            "regions/c/describe-configuration-recorder-status.json":
                "{\"ConfigurationRecordersStatus\": [{\"name\": \"d\", \"recording\": false}]}",
            "regions/c/list-rules.json": rule.replacing("ENABLED", with: "DISABLED"),
            "regions/d/list-rules.json": "{\"Rules\": []}",
            "regions/d/describe-configuration-recorder-status.error.txt":
                Answers.error("AccessDenied", "DescribeConfigurationRecorderStatus"),
        ])
        #expect(
            export.says("creation-record") == [
                "pass region a: AWS Config records", "cannot-tell region b: \(Self.restsOnTrail)",
                "cannot-tell region d: AWS did not let the exporter list the recorders of AWS Config",
                "open account: nothing records who creates resources in c",
            ])
        #expect(Export([:]).lines("creation-record").map(\.outcome) == [.cannotTell])
    }
}
