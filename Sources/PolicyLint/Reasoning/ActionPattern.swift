/// Compares actions as AWS does: without case, `*` for any text, `?` for one character.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>.
enum ActionPattern {
    /// Whether an action is among those that a pattern stands for.
    static func matches(_ pattern: String, _ action: String) -> Bool {
        let pattern = Array(pattern.utf8)
        let action = Array(action.utf8)
        var (at, position) = (0, 0)
        var retry: (pattern: Int, action: Int)?
        while position < action.count {
            if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
                retry = (at + 1, position)
                at += 1
            } else if at < pattern.count,
                pattern[at] == UInt8(ascii: "?") || pattern[at].asciiLowercased == action[position].asciiLowercased
            {
                at += 1
                position += 1
            } else if let last = retry {
                at = last.pattern
                position = last.action + 1
                retry = (at, position)
            } else {
                return false
            }
        }
        return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
