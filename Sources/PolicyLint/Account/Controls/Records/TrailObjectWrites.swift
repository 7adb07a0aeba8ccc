/// Whether a trail of CloudTrail keeps who wrote and deleted objects in buckets.
///
/// Sources: <https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html>,
/// <https://docs.aws.amazon.com/config/latest/developerguide/cloudtrail-all-write-s3-data-event-check.html>.
enum TrailObjectWrites: Control {
    static let metadata = ControlMetadata(
        id: "trail-object-writes", group: .records, title: "a trail keeps who writes objects in buckets",
        closes: "who changed or deleted a file in a bucket, nobody can tell",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"),
            .securityHub("S3.22"),
        ] + .cis("3.8", "3.8", "3.8", "4.8", "4.8"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] { [lineOfObjects(.writing, evidence)] }
}
