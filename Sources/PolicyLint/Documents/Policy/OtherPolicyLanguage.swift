/// What has statements, and is no policy of IAM: policies in languages of their own, and answers that hold one statement
/// of a policy. All are passed over.
enum OtherPolicyLanguage {
    /// Whether an object is such a one.
    static func isOne(_ node: JSONNode) -> Bool {
        guard let statements = node["Statement"]?.oneOrMore else { return false }
        return isDataProtection(statements) || isOfStack(statements) || isAddedPermission(node)
    }

    /// Whether the statements are those of a stack policy of CloudFormation, which says what an update may do to the
    /// resources of a stack: all their actions are kinds of updates, of which no service has the name.
    ///
    /// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html>.
    private static func isOfStack(_ statements: JSONElements) -> Bool {
        var hasActions = false
        for statement in statements {
            for name in ["Action", "NotAction"] {
                guard let value = statement[name] else { continue }
                for action in value.oneOrMore {
                    guard action.string?.hasPrefixIgnoringCase("Update:") ?? false else { return false }
                    hasActions = true
                }
            }
        }
        return hasActions
    }

    /// Whether an object is the answer to `aws lambda add-permission` or `add-layer-version-permission`, which hold the
    /// statement that was added.
    ///
    /// Source: <https://docs.aws.amazon.com/cli/latest/reference/lambda/add-layer-version-permission.html>.
    private static func isAddedPermission(_ node: JSONNode) -> Bool {
        node["RevisionId"] != nil && node["Statement"]?.isArray != true && node["Version"] == nil
    }

    /// Whether the statements are those of a data protection policy of SNS or CloudWatch Logs, which say what is done
    /// with sensitive data in messages.
    ///
    /// Source: <https://docs.aws.amazon.com/sns/latest/dg/sns-message-data-protection-policies.html>.
    private static func isDataProtection(_ statements: JSONElements) -> Bool {
        guard let first = statements.first(where: { _ in true }) else { return false }
        return first["DataIdentifier"] != nil && first["Operation"] != nil
    }
}
