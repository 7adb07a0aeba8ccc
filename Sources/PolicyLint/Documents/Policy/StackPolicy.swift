/// The stack policies of CloudFormation: they have a policy's elements, and are no policies of IAM. What they say is what
/// an update may do to the resources of a stack.
///
/// Source: <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/protect-stack-resources.html>.
enum StackPolicy {
    /// Whether the statements of an object are those of a stack policy: all their actions are kinds of updates, of
    /// which no service has the name.
    static func isOne(_ node: JSONNode) -> Bool {
        guard let member = node["Statement"] else { return false }
        let actions = (member.array ?? [member]).flatMap { statement in
            ["Action", "NotAction"].flatMap { name -> [JSONNode] in
                statement[name].map { $0.array ?? [$0] } ?? []
            }
        }
        return !actions.isEmpty && actions.allSatisfy { $0.string?.hasPrefixIgnoringCase("Update:") ?? false }
    }
}
