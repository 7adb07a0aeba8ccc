/// Whether AWS Config records with the role that it made for itself.
enum ConfigRole: Control {
    static let metadata = ControlMetadata(
        id: "config-role", group: .records, title: "what AWS Config records, it records with its service-linked role",
        closes: "what another role may not read is not recorded",
        references: [
            .documentation("https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html"),
            .securityHub("Config.1"),
        ], isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        let command = ExportCommand.answer("configservice", "describe-configuration-recorders", inRegion: nil)
        if evidence.regions.isEmpty {
            return [
                cannotTell(
                    .account, EvidenceGap("the export holds no recorders of AWS Config"),
                    next: "export it from the Regions that you use", command: command)
            ]
        }
        return evidence.regions.flatMap { region -> [ChecklistLine] in
            let subject = region.name.map { Subject.region($0) } ?? .account
            if let mixed = line(ofMixed: region) { return [mixed] }
            let gap = region.recorderStatus.gap("recorders' status") ?? region.recorders.gap("recorders")
            if let gap {
                return [
                    cannotTell(
                        subject, gap, next: "export it from this Region",
                        command: ExportCommand.answer(
                            "configservice", "describe-configuration-recorders", inRegion: region.name))
                ]
            }
            // That nothing records is another control's line.
            return region.runningRecorders.compactMap(\.recorder).compactMap { line(of: $0, subject) }
        }
    }

    private static func line(of recorder: Sourced<ConfigurationRecorder>, _ subject: Subject) -> ChecklistLine? {
        // A service that records for itself needs no role of the account.
        guard recorder.value.service == nil, let role = recorder.value.roleARN else { return nil }
        let said = [recorder.evidence("`roleARN` is `\(role.value)`", at: role.span)]
        if recorder.value.usesServiceRole {
            return pass(subject, "AWS Config records with its service-linked role", said)
        }
        return open(
            subject, "AWS Config records with another role than its service-linked one", said,
            next: "let the recorder use `AWSServiceRoleForConfig`, which may read all that AWS Config records")
    }
}
