/// Corrects a file: applies fixes, reads and lints the result again, until no fix is left to apply.
public struct FixEngine: Sendable {
    /// The effects that may be applied. Suggestions never are.
    public let effects: Set<Fix.Effect>
    /// How the lists of actions are to be written; nil leaves them as they are.
    public let actionLists: ActionListForm?
    private let linter: Linter

    /// An engine that applies what `linter` finds, where its effect is among `effects`, and writes the lists of
    /// actions in the form asked for.
    public init(
        _ linter: Linter, effects: Set<Fix.Effect> = [.preserving, .narrowing], actionLists: ActionListForm? = nil
    ) {
        self.linter = linter
        self.effects = effects.subtracting([.suggestion])
        self.actionLists = actionLists
    }

    /// What became of a file.
    public struct Result: Sendable {
        /// The corrected file; the same bytes where nothing was applied.
        public let file: SourceFile
        /// The diagnostics whose fixes were applied, in the places they had when they were.
        public let applied: [Diagnostic]
        /// The lists of actions that were written in another form.
        public let rewrites: [ActionRewrite]
        /// The policies whose lists stay as they are, since they would be longer than AWS takes.
        public let unwrittenPolicies: Int
        /// The report of the corrected file: what is left.
        public let remaining: FileReport
    }

    /// Corrects a file.
    public func fix(_ file: SourceFile) -> Result {
        let mended = mend(file)
        guard let actionLists else { return mended }
        let written = ActionRewriter(form: actionLists, settings: linter.settings).rewrite(mended.file)
        let result = written.rewrites.isEmpty ? nil : mend(written.file)
        return Result(
            file: result?.file ?? mended.file, applied: mended.applied + (result?.applied ?? []),
            rewrites: written.rewrites, unwrittenPolicies: written.unwrittenPolicies,
            remaining: result?.remaining ?? mended.remaining)
    }

    private func mend(_ file: SourceFile) -> Result {
        var current = file
        var report = linter.lint(file)
        var applied: [Diagnostic] = []
        for _ in 0..<Self.maximumPasses {
            let chosen = choose(from: report.diagnostics)
            if chosen.isEmpty { break }
            // Two fixes may write the same key into one object, each as if it were alone.
            let candidates = [chosen] + (chosen.count > 1 ? chosen.map { [$0] } : [])
            guard
                let (used, corrected, next) = candidates.lazy.compactMap({ apply($0, to: current, report) }).first
            else { break }
            applied += used
            (current, report) = (corrected, next)
        }
        return Result(file: current, applied: applied, rewrites: [], unwrittenPolicies: 0, remaining: report)
    }

    /// The file with the fixes of some diagnostics, and its report; nil where the document could not be read back, or
    /// lost something.
    private func apply(
        _ diagnostics: [Diagnostic], to file: SourceFile, _ report: FileReport
    ) -> (used: [Diagnostic], file: SourceFile, report: FileReport)? {
        let edits = Set(diagnostics.flatMap { $0.fix?.edits ?? [] })
        let bytes = TextEdit.apply(Array(edits), to: file.bytes)
        let corrected = SourceFile(name: file.name, bytes: bytes, permissions: file.permissions)
        let next = linter.lint(corrected)
        if next.isUnreadable || losesDocument(from: report, to: next) || next.repeatedKeys > report.repeatedKeys {
            return nil
        }
        return (diagnostics, corrected, next)
    }

    /// Whether a document is there no more. A shared file may be known by a profile that was taken out of it,
    /// and is one still, with whatever is left.
    private func losesDocument(from report: FileReport, to next: FileReport) -> Bool {
        next.documents.count < report.documents.count
            && !report.documents.allSatisfy { DocumentKinds.sharedFiles.contains($0.kind) }
    }

    /// The diagnostics whose fixes can be applied together, first come first served.
    ///
    /// The grammar comes first: other fixes write elements and operators by their right names, and must
    /// find those that are there under them. What has no effect is taken away last: whether it has one
    /// depends on all the rest.
    private func choose(from diagnostics: [Diagnostic]) -> [Diagnostic] {
        let stages = Dictionary(grouping: diagnostics) { diagnostic in
            switch RuleCatalogue.metadata(for: diagnostic.rule)?.wing {
            case .grammar: 0
            case .effect: 2
            default: 1
            }
        }
        return (0...2).lazy.map { fitting(stages[$0] ?? []) }.first { !$0.isEmpty } ?? []
    }

    /// The diagnostics whose fixes may be applied and do not conflict with an earlier one.
    private func fitting(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var chosen: [Diagnostic] = []
        var edits: [TextEdit] = []
        for diagnostic in diagnostics {
            guard let fix = diagnostic.fix, effects.contains(fix.effect) else { continue }
            let fits = fix.edits.allSatisfy { edit in
                edits.allSatisfy { !edit.conflicts(with: $0) }
            }
            if fits {
                chosen.append(diagnostic)
                edits += fix.edits
            }
        }
        return chosen
    }

    /// More rounds than any chain of fixes has; a document that still changes then is left as it is.
    private static let maximumPasses = 100
}
