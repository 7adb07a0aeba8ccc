/// What shows that a profile is the root user's.
enum RootEvidence {
    /// The setting of a section that names the root user, or its MFA device.
    static func property(in section: SharedFile.Section) -> SharedFile.Property? {
        if let device = section.property("mfa_serial"), let arn = AmazonResourceName(device.meant.value),
            arn.service == "iam", arn.resource == "mfa/root-account-mfa-device"
        {
            return device
        }
        return ["login_session", "role_arn"].lazy.compactMap { section.property($0) }.first { property in
            AmazonResourceName(property.meant.value).map { $0.service == "iam" && $0.resource == "root" } ?? false
        }
    }

    /// The root user's row.
    static func row(_ report: CredentialReport) -> CredentialReport.Row? { report.rows.first(where: \.isRoot) }
}
