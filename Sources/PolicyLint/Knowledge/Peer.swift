/// Another linter of access documents. `rules/data/checks-of-NAME.txt` lists its checks.
public enum Peer: String, CaseIterable, Sendable {
    case parliament
    case iamPolicyValidator = "iam-policy-validator"
    case cfnLint = "cfn-lint"
    case checkov
    case cloudsplaining
}
