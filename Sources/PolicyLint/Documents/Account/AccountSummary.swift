/// The answer of `aws iam get-account-summary`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html>.
public struct AccountSummary: Sendable {
    /// The object `SummaryMap`.
    public let map: JSONNode

    /// An entry of the map whose value is an integer. Absence proves nothing: old answers lack some.
    public func entry(_ name: String) -> (member: JSONMember, value: Int)? {
        guard let member = map.member(name), case .number(let text) = member.value.value, let value = Int(text) else {
            return nil
        }
        return (member, value)
    }
}
