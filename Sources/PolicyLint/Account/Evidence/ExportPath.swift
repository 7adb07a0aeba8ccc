/// What the path of a file says of the subject of the answer in it, as `scripts/export-account` lays
/// answers out: `users/alice/list-access-keys.json`. Empty answers name no subject themselves. Names with
/// spaces and the like are percent-encoded.
struct ExportPath {
    /// The folders above the file, the nearest one last.
    private let folders: [Substring]

    init(_ path: String) { folders = path.split(separator: "/").dropLast() }

    /// The user of `users/NAME/…`.
    var user: String? { folder(below: "users") }
    /// The group of `groups/NAME/…`.
    var group: String? { folder(below: "groups") }
    /// The role of `roles/NAME/…`.
    var role: String? { folder(below: "roles") }
    /// The managed policy of `policies/NAME/…`.
    var policy: String? { folder(below: "policies") }
    /// The bucket of `buckets/NAME/…`.
    var bucket: String? { folder(below: "buckets") }
    /// The Region of `regions/NAME/…`, also above `rules/NAME`.
    var region: String? { folder(below: "regions") ?? (eventRule == nil ? nil : folder(below: "regions", above: 2)) }
    /// The rule of EventBridge of `rules/NAME/…`.
    var eventRule: String? { folder(below: "rules") }
    /// The ARN of the trail of `trails/ARN/…`.
    var trail: String? { folder(below: "trails") }

    /// Whether it is the answer of `aws s3control`, of which some look like those of `aws s3api`: `s3control/…`.
    var isOfS3Control: Bool { folders.last == "s3control" }

    /// The budget of `budgets/NAME/…`, also above `notifications/NUMBER`.
    var budget: String? { folder(below: "budgets") ?? (isNotification ? folder(below: "budgets", above: 2) : nil) }
    /// The folder of a notification, `budgets/NAME/notifications/NUMBER`, with all that lies above it.
    var notification: String? { isNotification ? folders.joined(separator: "/") : nil }

    private var isNotification: Bool { folders.dropLast().last == "notifications" }

    /// A name without percent-encoding; nil where it was too long for a folder, and was cut.
    private static func decoded(_ name: String) -> String? {
        guard name.utf8.contains(UInt8(ascii: "%")) else { return name }
        let bytes = Array(name.utf8)
        return PercentEncoding.decode(bytes, in: 0..<bytes.count).map { String(decoding: $0.decoded, as: UTF8.self) }
    }

    /// The name of the folder right above, where the one above it is `parent`; `above` folders are passed over.
    private func folder(below parent: String, above: Int = 0) -> String? {
        let rest = folders.dropLast(above)
        guard rest.count > 1, rest.dropLast().last == parent[...] else { return nil }
        return rest.last.flatMap { Self.decoded(String($0)) }
    }
}
