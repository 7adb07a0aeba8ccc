/// A part of a checklist as reports show it: a group of controls, or a section of the benchmark that was asked for.
public struct ChecklistPart: Sendable {
    /// A word for the part, which no other part has: `group-root`, `section-1`.
    public let id: String
    /// The part's title.
    public let title: String
    /// The controls that have lines, each with its lines, in the order of the checklist.
    public private(set) var controls: [(control: ControlMetadata, lines: [ChecklistLine])] = []

    /// The number of lines of an outcome.
    public func count(of outcome: ChecklistLine.Outcome) -> Int {
        controls.reduce(0) { $0 + $1.lines.count { $0.outcome == outcome } }
    }

    /// The parts of a checklist that have lines, in the order of its controls.
    static func all(of checklist: Checklist) -> [ChecklistPart] {
        let lines = Dictionary(grouping: checklist.lines, by: \.control)
        var parts: [ChecklistPart] = []
        for control in checklist.controls {
            guard let lines = lines[control.id] else { continue }
            let part = Self(control, checklist.benchmark)
            let index = parts.firstIndex { $0.id == part.id } ?? parts.count
            if index == parts.count { parts.append(part) }
            parts[index].controls.append((control, lines))
        }
        return parts
    }

    private init(_ control: ControlMetadata, _ benchmark: Benchmark?) {
        if let section = benchmark?.section(of: control) {
            id = "section-" + section.name
            title = section.title
        } else {
            id = "group-" + control.group.rawValue
            title = control.group.title
        }
    }
}

extension Checklist {
    /// The parts of the checklist that have lines.
    public var parts: [ChecklistPart] { ChecklistPart.all(of: self) }
}

extension Benchmark {
    /// The section of the benchmark in which it asks for a control: of CIS by its number and title, of Security Hub the
    /// service; nil where the benchmark has no sections.
    ///
    /// Source: the titles of CIS's sections in Prowler's mappings (<https://github.com/prowler-cloud/prowler>). Since
    /// version 6.0 the first one, about whole organizations, holds no control.
    func section(of control: ControlMetadata) -> (name: String, title: String)? {
        if self == .guides { return nil }
        guard let id = ids(of: control).map({ BenchmarkID($0) }).min(), let name = id.text.split(separator: ".").first
        else { return nil }
        guard let number = Int(name) else { return (String(name), String(name)) }
        let index = number - (Self.sectionsFromTwo.contains(self.name) ? 2 : 1)
        let title = Self.sections.indices.contains(index) ? " " + Self.sections[index] : ""
        return (String(name), name + title)
    }

    private static let sections = ["Identity and Access Management", "Storage", "Logging", "Monitoring", "Networking"]
    /// The versions whose sections count from 2.
    private static let sectionsFromTwo: Set<String> = ["cis-6.0", "cis-7.0"]
}
