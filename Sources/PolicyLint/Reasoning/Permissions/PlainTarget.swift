/// Who changes permissions, and on whom, where nothing is known of either: they have no tags and no permissions
/// boundary, and the policy that is attached is the strongest of AWS's own.
enum PlainTarget {
    /// Whether such a request meets a condition; unclear for keys of which it says nothing.
    ///
    /// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html>,
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>.
    static func meets(_ test: ConditionTest) -> Answer {
        if test.key == "iam:policyarn" {
            // Whether another policy is as strong cannot be told.
            if test.scope == .presence { return test.accepted.isEverything }
            return accepted(by: test.accepted) ? .yes : .unclear
        }
        guard absent.contains(where: { test.key.hasPrefix($0) }) else { return .unclear }
        return Answer(test.holdsWithoutKey)
    }

    /// The beginnings of the keys, in lower case, that a request does not carry where nobody set a tag or a boundary.
    private static let absent = [
        "iam:permissionsboundary", "aws:resourcetag/", "iam:resourcetag/", "aws:principaltag/",
    ]

    /// Whether a policy is accepted by which its holder can give themselves every permission. A policy is of one
    /// partition: which one, the values say that are listed, and those that are excluded do not.
    private static func accepted(by values: ValueSet) -> Bool {
        func hasStrongest(_ partition: String) -> Bool {
            ["AdministratorAccess", "IAMFullAccess"].contains { name in
                values.contains("arn:\(partition):iam::aws:policy/\(name)") == .yes
            }
        }
        let partitions = ["aws", "aws-cn", "aws-us-gov"]
        return switch values {
        case .listed: partitions.contains(where: hasStrongest)
        case .allBut: partitions.allSatisfy(hasStrongest)
        }
    }
}
