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
            case .securityHub(let id): self == .securityHub ? id : nil
            case .cis(let version, let id): name == "cis-" + version ? id : nil
            case .documentation, .accessAnalyzer, .peer: nil
            }
        }
    }
}
