/// The stack policies of CloudFormation: they have a policy's elements, and are no policies of IAM. What they say is what
/// an update may do to the resources of a stack.
///
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html>.
enum StackPolicy {
    /// Whether the statements of an object are those of a stack policy: all their actions are kinds of updates, of
    /// which no service has the name.
    static func isOne(_ node: JSONNode) -> Bool {
        guard let member = node["Statement"] else { return false }
        var hasActions = false
        for statement in member.array ?? [member] {
            for name in ["Action", "NotAction"] {
                guard let value = statement[name] else { continue }
                for action in value.array ?? [value] {
                    guard action.string?.hasPrefixIgnoringCase("Update:") ?? false else { return false }
                    hasActions = true
                }
            }
        }
        return hasActions
    }
}
