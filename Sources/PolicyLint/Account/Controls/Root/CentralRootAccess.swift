/// Whether the organization looks after the root users of its member accounts.
enum CentralRootAccess: Control {
    static let metadata = ControlMetadata(
        id: "central-root-access", group: .root, title: "the organization looks after its accounts' root users",
        closes: "every member account has a root user of its own to lose",
        references: [
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-access-management.html")
        ] + .cis(nil, nil, nil, nil, "2.1.1"), isOnlyForBenchmarks: true)

    static func check(_ evidence: AccountEvidence) -> [ChecklistLine] {
        switch evidence.organizationsFeatures {
        case .value(let features):
            if let feature = features.value.rootCredentialsManagement {
                let said = features.evidence("`\(feature.value)` is on", at: feature.span)
                return [pass(.account, "the organization manages the root users of its accounts", [said])]
            }
            return [
                open(
                    .account, "the organization does not manage the root users of its accounts",
                    [features.evidence("`RootCredentialsManagement` is not among them", at: features.value.span)],
                    next: "switch it on from the management account, then delete the root credentials of the members",
                    command: "aws iam enable-organizations-root-credentials-management")
            ]
        case .absent(let said):
            return [pass(.account, "the account is in no organization", [said])]
        case .refused where evidence.organizationObstacle != nil:
            return evidence.organizationObstacle.map { [obstacle($0)] } ?? []
        case .refused, .contradictory, .unknown:
            return [
                cannotTell(
                    .account,
                    evidence.organizationsFeatures.gap("features of the organization")
                        ?? EvidenceGap("the export does not tell"),
                    next: "export it from the management account of the organization",
                    command: "aws iam list-organizations-features > list-organizations-features.json")
            ]
        }
    }

    /// The line of an organization that cannot look after root users as it is.
    private static func obstacle(_ error: Sourced<CommandError>) -> ChecklistLine {
        let said = error.evidence("AWS answered `\(error.value.code.value)`", at: error.value.code.span)
        let isAccess = error.value.isAboutTrustedAccess
        return open(
            .account,
            isAccess
                ? "the organization does not manage the root users of its accounts: IAM has no trusted access to it"
                : "the organization does not manage the root users of its accounts: it does not have all features",
            [said],
            next: isAccess
                ? "in the management account give IAM trusted access, then switch the management of root users on"
                : "in the management account enable all features, to which every member account has to agree",
            command: isAccess
                ? "aws organizations enable-aws-service-access --service-principal iam.amazonaws.com && aws iam enable-organizations-root-credentials-management"
                : "aws organizations enable-all-features")
    }
}
