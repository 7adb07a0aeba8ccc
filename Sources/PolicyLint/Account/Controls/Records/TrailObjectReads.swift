/// Whether a trail of CloudTrail keeps who read objects in buckets.
///
/// Sources: <https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html>,
/// <https://docs.aws.amazon.com/config/latest/developerguide/cloudtrail-all-read-s3-data-event-check.html>.
enum TrailObjectReads: Control {
    static let metadata = ControlMetadata(
        id: "trail-object-reads", group: .records, title: "a trail keeps who reads objects in buckets",
        closes: "which files a thief took from a bucket, nobody can tell",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"),
            .securityHub("S3.23"),
        ] + .cis("3.9", "3.9", "3.9", "4.9", "4.9"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] { [lineOfObjects(.reading, evidence)] }
}
