/// The command with which the root user turns on versioning and MFA delete.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html>.
enum VersioningCommand {
    /// The command, with capitals where only a person knows a value.
    ///
    /// - Parameters:
    ///   - versioning: The configuration.
    ///   - device: The serial number of root's device, where the configuration does not name one.
    ///   - account: The account's id, where it is known.
    ///   - partition: The partition of the account.
    static func enable(
        _ versioning: BucketVersioning, device: String? = nil, account: String?, partition: String = "aws"
    ) -> String {
        "aws s3api put-bucket-versioning --bucket \(ShellWord.quote(versioning.bucket ?? "BUCKET")) "
            + "--versioning-configuration Status=Enabled,MFADelete=Enabled "
            + mfaOption(device: versioning.device ?? device, account: account, partition: partition)
    }

    /// The option that names root's MFA device, and a place for the code that it shows.
    static func mfaOption(device: String?, account: String?, partition: String = "aws") -> String {
        let device = device ?? "arn:\(partition):iam::\(account ?? "ACCOUNT_ID"):mfa/root-account-mfa-device"
        return "--mfa " + ShellWord.quote(device + " CODE")
    }
}
