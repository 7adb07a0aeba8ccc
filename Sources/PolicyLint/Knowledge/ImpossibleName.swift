/// What people write before or into the name of a resource, though no name of its service can hold it: an ARN with it
/// stands for nothing.
struct ImpossibleName: Sendable {
    /// The service of the ARN.
    let service: String
    /// How the last field of the ARN begins.
    let beginning: String
    /// How it begins as the service writes it.
    let mended: String
    /// The page that says so.
    let source: String

    /// The row of an ARN's last field; nil where a resource may have it.
    static func found(service: String, resource: Substring) -> ImpossibleName? {
        table.first { $0.service == service && resource.hasPrefix($0.beginning) }
    }

    private static let table: [ImpossibleName] = [
        // A name that begins with a slash is written without it.
        ImpossibleName(
            service: "ssm", beginning: "parameter//", mended: "parameter/",
            source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html"),
        // Names have letters, digits, hyphens and underscores, and their ARNs no type before them.
        ImpossibleName(
            service: "sns", beginning: "topic/", mended: "",
            source: "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html"),
        ImpossibleName(
            service: "sqs", beginning: "queue/", mended: "",
            source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html"),
    ]
}
