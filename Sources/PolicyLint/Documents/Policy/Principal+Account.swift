extension Principal.Identity {
    /// The twelve digits of the account that an AWS principal belongs to; nil for principals of no
    /// account, and where the place of the account holds something else.
    public var account: String? {
        switch self {
        case .account(let account, _): AmazonResourceName.isAccountID(account) ? account : nil
        case .user(let arn), .role(let arn), .roleSession(let arn), .federatedSession(let arn):
            AmazonResourceName.isAccountID(arn.account) ? arn.account : nil
        default: nil
        }
    }
}
