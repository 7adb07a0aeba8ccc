/// What statements say to the time at which a request is made.
extension Statement {
    /// Whether a condition held only for a time that is over, so that the statement will never apply again.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-currenttime>.
    func isOver(at now: Timestamp, hasVariables: Bool) -> Bool {
        var request = Request(by: .anonymous, "", on: "")
        for key in Self.keysOfTime { request[key] = [String(now.secondsSince1970)] }
        return conditions.contains { condition in
            guard Self.keysOfTime.contains(where: condition.isOn) else { return false }
            switch condition.operator?.name {
            case .dateLessThan, .dateLessThanEquals, .numericLessThan, .numericLessThanEquals:
                return condition.holds(for: request, hasVariables: hasVariables) == .no
            default: return false
            }
        }
    }

    private static let keysOfTime = ["aws:CurrentTime", "aws:EpochTime"]
}
