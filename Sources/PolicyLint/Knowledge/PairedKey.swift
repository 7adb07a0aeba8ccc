/// A condition key that says little without another: private addresses are the same in many networks.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>, at each key.
struct PairedKey: Sendable {
    /// The key.
    let name: String
    /// The keys of which one belongs beside it, the usual one first.
    let partners: [String]

    /// All that AWS documents.
    static let all = [
        PairedKey(name: "aws:VpcSourceIp", partners: ["aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn"]),
        PairedKey(name: "aws:Ec2InstanceSourcePrivateIPv4", partners: ["aws:Ec2InstanceSourceVpc"]),
    ]
}
