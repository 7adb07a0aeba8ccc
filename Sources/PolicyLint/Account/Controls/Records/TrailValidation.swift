/// Whether it shows when somebody changed what a trail of CloudTrail wrote.
enum TrailValidation: Control {
    static let metadata = ControlMetadata(
        id: "trail-validation", group: .records, title: "the files of every trail can be validated",
        closes: "an attacker takes traces out of the files of a trail, and nobody sees it",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html"),
            .securityHub("CloudTrail.4"),
        ] + .cis("3.2", "3.2", "3.2", "4.2", "4.2"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        linesOfTrails(
            evidence, says: "the trail's files can be validated",
            next: "let CloudTrail write digests, which costs nothing", option: "--enable-log-file-validation"
        ) { trail in
            trail.has("LogFileValidationEnabled", otherwise: "the trail's files cannot be validated") {
                $0.validatesFiles
            }
        }
    }
}
