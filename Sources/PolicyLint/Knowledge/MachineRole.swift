/// Roles that AWS has set up under these names for programs of its own to assume, which never carry MFA, while their
/// trust policies name a whole account.
struct MachineRole: Sendable {
    /// The names, as a pattern.
    let pattern: String
    /// Who assumes them, in words.
    let caller: String
    /// The page that says so.
    let source: String

    /// The row of a role's name; nil where nothing is known of it.
    static func named(_ name: String) -> MachineRole? {
        table.first { GlobPattern.matches(name, pattern: $0.pattern) }
    }

    private static let table: [MachineRole] =
        [
            MachineRole(
                pattern: "AWSControlTowerExecution", caller: "AWS Control Tower",
                source: "https://docs.aws.amazon.com/controltower/latest/userguide/roles-how.html"),
            MachineRole(
                pattern: "AWSCloudFormationStackSetExecutionRole", caller: "CloudFormation StackSets",
                source:
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html"
            ),
            MachineRole(
                pattern: "stacksets-exec-*", caller: "CloudFormation StackSets",
                source:
                    "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-activate-trusted-access.html"
            ),
        ]
        + ["deploy", "file-publishing", "image-publishing", "lookup"].map { task in
            MachineRole(
                pattern: "cdk-*-\(task)-role-*", caller: "the AWS CDK",
                source: "https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html")
        }
}
