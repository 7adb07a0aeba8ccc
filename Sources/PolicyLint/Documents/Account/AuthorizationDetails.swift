/// The answer of `aws iam get-account-authorization-details`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html>.
enum AuthorizationDetails {
    /// The members that hold lists.
    static let lists = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"]
}
