/// The profiles of the shared files that are read together: of one file, or of the credentials and the config file.
///
/// Profiles of one name are one profile. Of a setting in both files, that of the credentials file counts.
///
/// Source: <https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html#cli-configure-files-where>.
struct SharedProfiles {
    /// The files, the one first whose settings count.
    let files: [SharedFile]

    /// A setting, in one of the files.
    struct Setting {
        let property: SharedFile.Property
        /// The position of the file.
        let file: Int
    }

    /// A setting that says of which account a key must be.
    struct Claim {
        /// The name of the profile that it is a setting of.
        let profile: String
        /// The setting's name.
        let name: String
        /// The account's twelve digits.
        let account: String
        /// The value.
        let setting: Setting

        /// Whether it is the MFA device that goes with the key.
        var isDevice: Bool { name == SharedProfiles.device }
    }

    /// A setting of a profile.
    func setting(_ name: String, of profile: String) -> Setting? {
        for (index, file) in files.enumerated() {
            guard let property = file.profile(profile)?.property(name) else { continue }
            return Setting(property: property, file: index)
        }
        return nil
    }

    /// What is said of the account of the key that stands in a profile. Its MFA devices are those of the key's user, and
    /// so of the key's account, in whatever account the role is for which they are asked.
    ///
    /// Source: `SerialNumber`, <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>.
    func claims(ofKeyIn profile: String) -> [Claim] {
        let own = ["aws_account_id", "sso_account_id"].compactMap { name in
            claim(name, of: profile) { $0 }
        }
        let devices = profilesThatUse(keyOf: profile).compactMap { user in
            claim(Self.device, of: user) { AmazonResourceName($0)?.account }
        }
        return own + devices
    }

    private static let device = "mfa_serial"

    private func claim(_ name: String, of profile: String, _ account: (String) -> String?) -> Claim? {
        guard let setting = setting(name, of: profile), let id = account(setting.property.meant.value),
            AmazonResourceName.isAccountID(id)
        else { return nil }
        return Claim(profile: profile, name: name, account: id, setting: setting)
    }

    /// The profiles that ask for something with the key of a profile: itself, and those that assume their role so.
    private func profilesThatUse(keyOf profile: String) -> [String] {
        var names: [String] = []
        for name in files.flatMap(\.profiles).map(\.name) where !names.contains(name) { names.append(name) }
        return names.filter { name in
            // Keys from elsewhere, and so the devices of somebody else.
            if setting("credential_source", of: name) != nil { return false }
            guard let source = setting("source_profile", of: name)?.property.meant.value else { return name == profile }
            return source == profile
        }
    }
}
