/// The condition keys of which AWS says that a wildcard in their values has no valid use: what stands for an
/// account, an organization or a network is made by machines, and a part of it means nothing.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sensitive>.
enum SensitiveKey {
    /// All of them.
    static let all: NameSet = [
        "aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:SourceAccount",
        "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce", "aws:VpceAccount", "aws:VpceOrgID",
    ]
}
