/// The versioning of an S3 bucket: the answer of `get-bucket-versioning`, or the input of
/// `put-bucket-versioning`.
///
/// Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_VersioningConfiguration.html>.
public struct BucketVersioning: Sendable {
    /// The object that holds `Status` and `MFADelete`; nil for the empty answer of a bucket that never
    /// had versioning.
    public let configuration: JSONNode?
    /// The whole input of `put-bucket-versioning`, where the document is one.
    public let request: JSONNode?
    /// `Status`: `Enabled` or `Suspended`. Absent where versioning was never turned on.
    public let status: JSONMember?
    /// `MFADelete`: `Enabled` or `Disabled`. Absent where it was never configured.
    public let mfaDelete: JSONMember?
    /// The bucket's name, where the document or its file's name says it.
    public let bucket: String?
    /// `MFA` of the input of `put-bucket-versioning`: the device's serial number and a code.
    public let mfa: JSONMember?

    /// Whether AWS Config says it, in names and values of its own.
    public let isConfigItem: Bool

    /// Whether versioning is on.
    public var isEnabled: Bool { status?.value.string == "Enabled" }
    /// Whether versioning was on and is now suspended.
    public var isSuspended: Bool { status?.value.string == "Suspended" }
    /// Whether deleting a version for good needs MFA.
    public var requiresMFAToDelete: Bool {
        mfaDelete?.value.string == "Enabled" || mfaDelete?.value.locatedBoolean?.value == true
    }

    /// Reads the object with `Status` and `MFADelete`, and for the input of `put-bucket-versioning`
    /// the object around it. Both nil for the empty answer.
    public init(configuration: JSONNode? = nil, request: JSONNode? = nil, bucket: String? = nil) {
        self.configuration = configuration
        self.request = request
        status = configuration?.member("Status")
        mfaDelete = configuration?.member("MFADelete")
        let named = request?["Bucket"]?.string
        self.bucket = named?.isEmpty == false ? named : bucket
        mfa = request?.member("MFA")
        isConfigItem = false
    }

    /// Reads `BucketVersioningConfiguration` of an item of AWS Config: `status` is `Enabled`, `Suspended` or
    /// `Off`, and `isMfaDeleteEnabled` a boolean or null.
    init(configItem node: JSONNode, bucket: String?) {
        configuration = node
        request = nil
        status = node.member("status")
        mfaDelete = node.member("isMfaDeleteEnabled")
        self.bucket = bucket
        mfa = nil
        isConfigItem = true
    }

    /// The serial number of the MFA device that the input names: the ARN of a virtual device, or what is
    /// printed on a hardware one.
    public var device: String? {
        mfa?.value.string?.split(separator: " ").first.map(String.init)
    }

    /// Whose versioning it is: the bucket, and the account where the input says it.
    var owner: Owner {
        let expected = request?["ExpectedBucketOwner"]?.string
        let account = [expected, device.flatMap { AmazonResourceName($0)?.account }]
            .compactMap { $0 }.first { AmazonResourceName.isAccountID($0) }
        return Owner(kind: .bucket, name: bucket, accountID: account)
    }

    /// Keys and values that differ in case only from those that AWS knows, with what is meant.
    var slips: [(written: Located<String>, meant: String)] {
        if isConfigItem { return [] }
        var slips: [(written: Located<String>, meant: String)] = []
        for member in configuration?.object ?? [] {
            let key = ["Status", "MFADelete"].first { $0.equalsIgnoringCase(member.key.value) }
            guard let key else { continue }
            if key != member.key.value, configuration?.member(key) == nil { slips.append((member.key, key)) }
            let states = key == "Status" ? ["Enabled", "Suspended"] : ["Enabled", "Disabled"]
            guard let value = member.value.locatedString,
                let state = states.first(where: { $0.equalsIgnoringCase(value.value) }),
                state != value.value
            else { continue }
            slips.append((value, state))
        }
        return slips
    }
}
