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
    /// `useOnly` of `recordingStrategy`: `ALL_SUPPORTED_RESOURCE_TYPES`, `INCLUSION_BY_RESOURCE_TYPES` or
    /// `EXCLUSION_BY_RESOURCE_TYPES`; absent in old recorders.
    public let strategy: Located<String>?
    /// `servicePrincipal`: the service that a service-linked recorder records for.
    public let service: Located<String>?
    /// `resourceTypes` of `recordingGroup`.
    public let resourceTypes: [Located<String>]
    /// `resourceTypes` of `exclusionByResourceTypes`.
    public let excludedTypes: [Located<String>]

    /// Whether it records only the types of resources that it lists, or records for a service alone.
    public var recordsListed: Bool {
        service != nil || strategy?.value == "INCLUSION_BY_RESOURCE_TYPES"
            || recordsAll?.value == false && strategy == nil
    }

    /// The types of resources that it leaves out of all others. What AWS Config itself makes is nobody's resource.
    public var leftOut: [Located<String>] {
        guard strategy?.value == "EXCLUSION_BY_RESOURCE_TYPES" else { return [] }
        return excludedTypes.filter { !$0.value.hasPrefix("AWS::Config::") }
    }

    /// Whether its role is the one that AWS Config made for itself.
    public var usesServiceRole: Bool {
        roleARN?.value.hasSuffix(":role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig") ?? false
    }

    init(_ node: JSONNode) {
        let group = node["recordingGroup"]
        span = node.span
        name = node["name"]?.locatedString
        roleARN = node["roleARN"]?.locatedString
        recordsAll = group?["allSupported"]?.locatedBoolean
        recordsGlobal = group?["includeGlobalResourceTypes"]?.locatedBoolean
        strategy = group?["recordingStrategy"]?["useOnly"]?.locatedString
        service = node["servicePrincipal"]?.locatedString
        resourceTypes = group?["resourceTypes"]?.locatedStrings ?? []
        excludedTypes = group?["exclusionByResourceTypes"]?["resourceTypes"]?.locatedStrings ?? []
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
    /// `lastStatus`: `Pending`, `Success`, `Failure` or `NotApplicable`, which AWS also writes in capitals.
    public let lastStatus: Located<String>?

    /// Where it says that it fails; nil where it does not.
    public var failure: Located<String>? { lastStatus.flatMap { $0.value.equalsIgnoringCase("failure") ? $0 : nil } }

    init(_ node: JSONNode) {
        span = node.span
        name = node["name"]?.locatedString
        isRecording = node["recording"]?.locatedBoolean
        lastStatus = node["lastStatus"]?.locatedString
    }
}
