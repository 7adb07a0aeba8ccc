extension AccountPublicAccessBlock: CorrectableControl {
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        lines.map { line in
            CorrectionStep(
                id: "account-public-access-block", stage: .publicAccess,
                title: "block public access to all buckets of the account, also to those that are made later",
                closes: [line],
                caution: "what any bucket is to show to the public, such as a website, is shown no longer",
                commands: [PublicAccessBlock.command(forAccount: account.accountID)])
        }
    }
}
