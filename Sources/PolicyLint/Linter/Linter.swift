/// Lints files: sources in, reports out. It reads nothing and writes nothing.
public struct Linter: Sendable {
    /// What the person configured.
    public let settings: LintSettings
    private let rules: [ActiveRule]
    /// Those of a kind of document, sorted out when the first document of the kind comes.
    private let rulesOfKinds = Memo<DocumentKind, [ActiveRule]>()

    /// A linter with these settings.
    public init(settings: LintSettings = LintSettings()) {
        self.settings = settings
        rules = RuleCatalogue.rules.compactMap { type in
            let metadata = type.metadata
            guard settings.selectedRules?.contains(metadata.id) ?? true, !settings.ignoredRules.contains(metadata.id)
            else { return nil }
            return ActiveRule(type, metadata)
        }
    }

    /// What is wrong with the documents of a file.
    public func lint(_ file: SourceFile) -> FileReport {
        FileReport(merging: FilePart.parts(of: file, kind: settings.kind(of: file)).map { lint(file, $0) }, of: file)
    }

    /// What is wrong with the documents of a part of a file.
    public func lint(_ file: SourceFile, _ part: FilePart) -> FileReport { lint([(file, part)])[0] }

    /// What is wrong with the documents of parts of files. Small ones are linted together, which is faster than one by one.
    public func lint(_ parts: [(file: SourceFile, part: FilePart)]) -> [FileReport] {
        var reports = parts.map { FileReport(file: $0.file) }
        var batch = DocumentBatch(self)
        var rest = parts.indices[...]
        while !rest.isEmpty {
            var bytes = 0
            let together = rest.prefix { number in
                defer { bytes += parts[number].file.bytes.count }
                return bytes < Self.manyBytes
            }
            rest = rest.dropFirst(together.count)
            let read = together.map { number in
                let (file, part) = parts[number]
                let finder = DocumentFinder(kind: settings.kind(of: file))
                return (number: number, finder: finder, reading: part.isWhole ? finder.read(file) : nil)
            }
            for (number, finder, reading) in read {
                let (file, part) = parts[number]
                finder.documents(in: file, part: part, reading) { document in
                    batch.add(document, in: file, report: number)
                    if batch.isFull { batch.lint(into: &reports) }
                }
            }
            batch.lint(into: &reports)
        }
        for number in reports.indices { reports[number].sort() }
        return reports
    }

    /// Bytes of files that are not read together with others: what is made of them takes ten times the room.
    private static let manyBytes = 1 << 18

    /// The rules that look at documents of a kind.
    func rules(for kind: DocumentKind) -> [ActiveRule] {
        rulesOfKinds.answer(kind) { rules.filter { $0.metadata.kinds.contains(kind) } }
    }

    /// Whether a person accepts, by a suppression with its reason, that a file cannot be read.
    public func accepts(unreadable report: FileReport) -> Bool {
        if settings.suppressions.isEmpty || !report.diagnostics.isEmpty { return false }
        var settings = settings
        settings.selectedRules = nil
        settings.ignoredRules = []
        settings.minimumSeverity = .note
        return Linter(settings: settings).lint(report.file).diagnostics.isEmpty
    }
}
