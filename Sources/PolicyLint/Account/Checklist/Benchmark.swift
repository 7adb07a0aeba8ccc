/// A published list of controls that a person goes by.
public struct Benchmark: Hashable, Sendable {
    /// The name on the command line: `guides`, `fsbp`, `cis-5.0`.
    public let name: String

    /// All benchmarks.
    public static let all = [guides, securityHub] + cisVersions.map { Benchmark(name: "cis-" + $0) }

    /// The steps of the two guides for a new account.
    public static let guides = Benchmark(name: "guides")
    /// AWS Foundational Security Best Practices, by the ids of AWS Security Hub.
    public static let securityHub = Benchmark(name: "fsbp")

    /// The controls of AWS Foundational Security Best Practices among those of AWS Security Hub that are answered here. The
    /// others stand in other standards alone.
    ///
    /// Source: <https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html>.
    private static let foundational: Set<String> = [
        "CloudTrail.1", "CloudTrail.2", "CloudTrail.4", "CloudTrail.5", "Config.1", "IAM.1", "IAM.2", "IAM.3", "IAM.4",
        "IAM.5", "IAM.6", "IAM.7", "IAM.8", "IAM.21", "KMS.1", "KMS.2", "KMS.5", "Lambda.1", "S3.1", "S3.2", "S3.3",
        "S3.5", "S3.6", "S3.8", "S3.13", "SNS.4",
    ]

    private static let cisVersions = ["3.0", "4.0", "5.0", "6.0", "7.0"]

    private init(name: String) { self.name = name }

    /// The benchmark of a name.
    public init?(named name: String) {
        guard let benchmark = Self.all.first(where: { $0.name == name }) else { return nil }
        self = benchmark
    }

    /// What the benchmark calls a control; empty where it has none like it.
    public func ids(of control: ControlMetadata) -> [String] {
        if self == .guides { return control.guide.map { ["step \($0)"] } ?? [] }
        return control.references.compactMap { reference in
            switch reference {
            case .securityHub(let id): self == .securityHub && Self.foundational.contains(id) ? id : nil
            case .cis(let version, let id): name == "cis-" + version ? id : nil
            case .documentation, .accessAnalyzer, .peer: nil
            }
        }
    }
}
