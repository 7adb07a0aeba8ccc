/// A root user whose MFA device is a program.
enum RootMFAVirtual: Rule {
    static let metadata = RuleMetadata(
        id: "root-mfa-virtual", wing: .root, severity: .note, kinds: DocumentKinds(.virtualMFADevices),
        references: [
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html"),
            .securityHub("IAM.6"),
        ] + .cis("1.6", "1.6", "1.5", "2.5", "2.6"))

    static func check(_ document: Document, _ context: inout RuleContext) {
        guard case .virtualMFADevices(let list) = document.content else { return }
        for device in list.devices where device.isRoots {
            // A device without owner and date was made and never assigned.
            guard device.userARN != nil || device.node["EnableDate"]?.string != nil else { continue }
            context.report(.virtual, at: device.serialNumber?.span ?? device.node.span)
        }
    }
}

extension Message {
    fileprivate static let virtual = Message(
        "the root user's MFA device is virtual: its secret lies on a phone or computer, and can be copied",
        help:
            "sign in as root, add a security key or another hardware device under \"Security credentials\", then remove the virtual one"
    )
}
