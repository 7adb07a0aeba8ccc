/// The command with which the root user turns on versioning and MFA delete.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html>.
enum VersioningCommand {
    /// The command, with capitals where only a person knows a value.
    static func enable(bucket: String?, account: String?) -> String {
        let name = ApplyCommand.quote(bucket ?? "BUCKET")
        let device = "arn:aws:iam::\(account ?? "ACCOUNT_ID"):mfa/root-account-mfa-device"
        return "aws s3api put-bucket-versioning --bucket \(name) "
            + "--versioning-configuration Status=Enabled,MFADelete=Enabled --mfa \"\(device) CODE\""
    }
}
