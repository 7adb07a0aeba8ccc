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
        var read: [(number: Int, file: SourceFile, part: FilePart, reading: DocumentFinder.Reading?)] = []
        var bytes = 0
        for (number, (file, part)) in parts.enumerated() {
            let reading = part.isWhole ? finder(for: file).read(file) : nil
            bytes += file.bytes.count
            read.append((number, file, part, reading))
            guard bytes >= Self.manyBytes || number == parts.count - 1 else { continue }
            for (number, file, part, reading) in read {
                finder(for: file).documents(in: file, part: part, reading) { document in
                    batch.add(document, in: file, report: number)
                    if batch.isFull { batch.lint(into: &reports) }
                }
            }
            batch.lint(into: &reports)
            read.removeAll(keepingCapacity: true)
            bytes = 0
        }
        for number in reports.indices { reports[number].sort() }
        return reports
    }

    private func finder(for file: SourceFile) -> DocumentFinder { DocumentFinder(kind: settings.kind(of: file)) }

    /// Bytes of files that are not read together with others: what is made of them takes ten times the room.
    private static let manyBytes = 1 << 19

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
