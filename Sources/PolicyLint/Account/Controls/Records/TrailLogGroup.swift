/// Whether trails of CloudTrail write to CloudWatch Logs, too, which raises alarms.
enum TrailLogGroup: Control {
    static let metadata = ControlMetadata(
        id: "trail-log-group", group: .records, title: "every trail writes to CloudWatch Logs, too",
        closes: "nothing raises an alarm about what a trail sees",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html"
            ),
            .securityHub("CloudTrail.5"),
        ], isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfTrails(
            evidence, says: "the trail writes to a log group",
            next: "give it a log group and a role that may write there",
            option: "--cloud-watch-logs-log-group-arn LOG_GROUP_ARN --cloud-watch-logs-role-arn ROLE_ARN"
        ) { trail in
            trail.names("CloudWatchLogsLogGroupArn", otherwise: "the trail writes to no log group") { $0.logGroup }
        }
    }
}
