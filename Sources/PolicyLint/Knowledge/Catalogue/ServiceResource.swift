/// What is known of a resource type of a service.
///
/// Source: <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>.
public struct ServiceResource: Sendable {
    let line: CatalogueLine

    init(_ line: CatalogueLine) { self.line = line }

    /// The service's prefix and the type's name: `s3:bucket`.
    public var name: String { line.field(1) }

    /// The forms of its ARNs, with placeholders: `arn:${Partition}:s3:::${BucketName}`.
    public var arns: [String] { line.list(2) }

    /// The condition keys that AWS documents for it.
    public var conditionKeys: [String] { line.list(Self.keysField) }

    /// The field of its line that lists the condition keys.
    static let keysField = 3
}
