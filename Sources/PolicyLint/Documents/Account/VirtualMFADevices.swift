/// The answer of `aws iam list-virtual-mfa-devices`.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html>.
public struct VirtualMFADevices: Sendable {
    /// One device.
    public struct Device: Sendable {
        /// The device's object.
        public let node: JSONNode
        /// `SerialNumber`: for a virtual device, its ARN.
        public let serialNumber: Located<String>?
        /// `Arn` of the user that the device is assigned to.
        public let userARN: Located<String>?

        /// Whether the device is the root user's: its owner is `…:root`, or it carries the name that
        /// the console gives to root's device.
        public var isRoots: Bool {
            if let userARN { return userARN.value.hasSuffix(":root") }
            return serialNumber?.value.hasSuffix(":mfa/root-account-mfa-device") ?? false
        }
    }

    /// The devices.
    public let devices: [Device]

    /// The devices as one page of a list.
    let list: AnswerList<Device>

    /// Reads the array `VirtualMFADevices` of an answer.
    public init(_ list: JSONNode, in answer: JSONNode) {
        self.list = AnswerList(list, in: answer) { node in
            Device(
                node: node, serialNumber: node["SerialNumber"]?.locatedString,
                userARN: node["User"]?["Arn"]?.locatedString)
        }
        devices = self.list.elements
    }
}
