extension AccountEvidence {
    /// The partition of the account: `aws`, `aws-cn`, `aws-us-gov`; `aws` where the export does not tell.
    var partition: String {
        let arn =
            caller.value?.value.arn?.value ?? users.elements.lazy.compactMap { $0.arn?.value.value }.first
            ?? roles.elements.lazy.compactMap { $0.arn?.value.value }.first
        return arn.flatMap { AmazonResourceName($0) }?.partition ?? "aws"
    }
}
