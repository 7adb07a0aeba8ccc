/// A control of a benchmark that no export of IAM and S3 can answer.
///
/// The controls are in `rules/data/unanswered-controls.txt`.
public struct UnansweredControl: Hashable, Sendable {
    /// The benchmark's id: `1.1`; of AWS Security Hub also several: `EC2.*`.
    public let id: String
    /// What it asks for, in words of our own.
    public let title: String
    /// Why it cannot be told.
    public let reason: String

    /// Those of a benchmark, in the order of their ids.
    static func all(of benchmark: Benchmark) -> [UnansweredControl] {
        let text = RuleData.text("unanswered-controls")?.description ?? ""
        return read(text, benchmark).sorted { BenchmarkID($0.id) < BenchmarkID($1.id) }
    }

    /// Reads the lines of a text of such controls: the ids in each benchmark, the title, the reason. Lines that have
    /// no id in the benchmark are left out.
    static func read(_ text: String, _ benchmark: Benchmark) -> [UnansweredControl] {
        DataLines.facts(in: text).compactMap { fields in
            guard fields.count == 3 else { return nil }
            let ids = DataLines.words(fields[0]).compactMap { entry -> String? in
                let parts = DataLines.words(entry, apart: "=")
                return parts.count == 2 && parts[0] == benchmark.name ? parts[1] : nil
            }
            return ids.first.map { UnansweredControl(id: $0, title: fields[1], reason: fields[2]) }
        }
    }
}
