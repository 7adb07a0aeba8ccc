/// What AWS Config records, as `aws configservice describe-configuration-recorders` lists it.
///
/// Source: <https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorder.html>.
public struct ConfigurationRecorder: Sendable {
    /// The recorder's object.
    public let span: SourceSpan
    /// `name`.
    public let name: Located<String>?
    /// `roleARN`.
    public let roleARN: Located<String>?
    /// `allSupported` of `recordingGroup`.
    public let recordsAll: Located<Bool>?
    /// `includeGlobalResourceTypes` of `recordingGroup`: IAM's users, groups, roles and policies.
    public let recordsGlobal: Located<Bool>?
    /// `resourceTypes` of `recordingGroup`.
    public let resourceTypes: [Located<String>]

    init(_ node: JSONNode) {
        let group = node["recordingGroup"]
        span = node.span
        name = node["name"]?.locatedString
        roleARN = node["roleARN"]?.locatedString
        recordsAll = group?["allSupported"]?.locatedBoolean
        recordsGlobal = group?["includeGlobalResourceTypes"]?.locatedBoolean
        resourceTypes = group?["resourceTypes"]?.locatedStrings ?? []
    }
}

/// Whether a recorder of AWS Config runs, as `aws configservice describe-configuration-recorder-status` says.
///
/// Source: <https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationRecorderStatus.html>.
public struct ConfigurationRecorderStatus: Sendable {
    /// The status' object.
    public let span: SourceSpan
    /// `name`.
    public let name: Located<String>?
    /// `recording`.
    public let isRecording: Located<Bool>?
    /// `lastStatus`: `Pending`, `Success` or `Failure`.
    public let lastStatus: Located<String>?

    init(_ node: JSONNode) {
        span = node.span
        name = node["name"]?.locatedString
        isRecording = node["recording"]?.locatedBoolean
        lastStatus = node["lastStatus"]?.locatedString
    }
}
