/// A bucket policy that forbids everybody to change it.
enum BucketLockout: StatementRule {
    static let metadata = RuleMetadata(
        id: "bucket-lockout", wing: .effect, severity: .warning, kinds: DocumentKinds(.resourcePolicy),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html"),
            .peer(.checkov, "CKV_AWS_93"),
        ])

    /// The actions by which somebody could take the Deny away.
    private static let ways = ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"]

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        guard statement.denies, statement.condition.member == nil,
            let anyone = statement.principals.first(where: { $0.type == .aws && $0.identity == .anyone }),
            reachesBucket(statement), ways.allSatisfy({ statement.speaks(of: ActionName($0)) })
        else { return }
        context.report(.everybody, at: anyone.value.span)
    }

    /// Whether the bucket itself is among the resources, and not only its objects.
    private static func reachesBucket(_ statement: Statement) -> Bool {
        if let excepted = statement.notResource.value {
            return excepted.unrecognised.isEmpty && !excepted.items.contains { isBucket($0.value) }
        }
        return statement.resources.contains { isBucket($0.value) }
    }

    private static func isBucket(_ resource: String) -> Bool {
        if GlobPattern.isEveryResource(resource) { return true }
        guard let arn = ResourceARN.of(resource), arn.service == "s3" else { return false }
        return !arn.resource.isEmpty && !arn.resource.utf8.contains(UInt8(ascii: "/"))
    }
}

extension Message {
    fileprivate static let everybody = Message(
        "this forbids everybody to change the bucket's policy, so that nobody but the root user can ever take it back",
        help: "except an administrator: `ArnNotEquals` on `aws:PrincipalArn`; or deny other actions only")
}
