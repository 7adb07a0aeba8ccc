@testable import PolicyLint

/// Holds the fixes of a file to what they say of themselves, with the evaluator as the judge.
///
/// AWS refuses a document with an error of the grammar, and so allows nothing by it: what its author meant is only
/// told once it is mended. The fixes of such errors must give what can be read, and all others are judged on that.
struct FixProof {
    /// The file, as it was handed in.
    let file: SourceFile
    let settings: LintSettings
    /// How many requests are tried on each document.
    var requests = 100
    var actionLists: ActionListForm?

    /// What is wrong with the fixes, and which of them were tried.
    struct Outcome {
        var flaws: [String] = []
        var tried: [String: Int] = [:]
        /// How many pairs of verdicts were told for sure, and how many of them on requests that were allowed.
        var compared = 0
        var allowed = 0
    }

    /// Applies every fix alone, and then all together, and compares.
    func outcome() -> Outcome {
        var outcome = Outcome()
        let linter = Linter(settings: settings)
        let engine = FixEngine(linter, actionLists: actionLists)
        let whole = engine.fix(file)
        if engine.fix(whole.file).file.bytes != whole.file.bytes {
            outcome.flaws.append("fixing twice changes something: \(text(whole.file))")
        }
        let suggesting = FixEngine(linter, effects: [.suggestion]).fix(file)
        if suggesting.file.bytes != file.bytes || whole.applied.contains(where: { $0.fix?.effect == .suggestion }) {
            outcome.flaws.append("a suggestion is applied")
        }

        let accepted = mendedGrammar()
        let report = linter.lint(accepted)
        if report.isUnreadable && !linter.lint(file).isUnreadable { outcome.flaws.append("it cannot be read any more") }
        for diagnostic in report.diagnostics {
            guard let fix = diagnostic.fix else { continue }
            outcome.tried["\(diagnostic.rule) (\(fix.effect.rawValue))", default: 0] += 1
            // Somebody fills the places in a suggestion first.
            if fix.effect == .suggestion { continue }
            let fixed = SourceFile(
                name: file.name, bytes: TextEdit.apply(fix.edits, to: accepted.bytes), permissions: file.permissions)
            compare(accepted, fixed, fix.effect, "\(diagnostic.rule): \(fix.title)", report, &outcome)
        }
        let result = engine.fix(accepted)
        let isPreserving = result.applied.allSatisfy { $0.fix?.effect == .preserving } && result.rewrites.isEmpty
        let title = "all of \(result.applied.map(\.rule))"
        compare(accepted, result.file, isPreserving ? .preserving : .narrowing, title, report, &outcome)
        return outcome
    }

    /// The file without the errors of its grammar that can be mended.
    private func mendedGrammar() -> SourceFile {
        var grammar = settings
        grammar.selectedRules = RuleCatalogue.ids(named: "grammar")
        grammar.minimumSeverity = .error
        return FixEngine(Linter(settings: grammar)).fix(file).file
    }

    private func text(_ file: SourceFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

    /// A policy, with what it is about as far as its file says: the role that it lets others take, or the type of
    /// resource that it belongs to.
    private struct OwnedPolicy {
        let policy: Policy
        var role: AmazonResourceName?
        var bearer: PolicyBearer?
    }

    /// The policies of a file, in their order.
    private func policies(of file: SourceFile) -> [OwnedPolicy?] {
        DocumentFinder(kind: settings.kind(of: file)).documents(in: file).map { document in
            guard case .policy(let policy) = document.content else { return nil }
            return OwnedPolicy(
                policy: policy, role: document.kind == .trustPolicy ? document.owner.arn : nil,
                bearer: document.kind == .resourcePolicy ? document.owner.kind.flatMap(PolicyBearer.init) : nil)
        }
    }

    private func compare(
        _ file: SourceFile, _ fixed: SourceFile, _ effect: Fix.Effect, _ title: String, _ report: FileReport,
        _ outcome: inout Outcome
    ) {
        if fixed.bytes == file.bytes { return }
        let after = Linter(settings: settings(for: report)).lint(fixed)
        if after.isUnreadable && !report.isUnreadable { outcome.flaws.append("\(title): it cannot be read any more") }
        let (old, new) = (grammarErrors(report), grammarErrors(after))
        for (rule, count) in new where count > old[rule, default: 0] {
            outcome.flaws.append("\(title): a new finding of \(rule): \(text(fixed))")
        }
        let (before, now) = (policies(of: file), policies(of: fixed))
        guard before.count == now.count else {
            // A shared file may become none: it is no policy.
            if before.contains(where: { $0 != nil }) { outcome.flaws.append("\(title): a document is lost") }
            return
        }
        for (index, pair) in zip(before, now).enumerated() {
            guard let old = pair.0, let new = pair.1 else { continue }
            if let flaw = compare(old, new.policy, effect, seed: UInt64(index), &outcome) {
                outcome.flaws.append("\(title) (\(effect.rawValue)): \(flaw): \(text(fixed))")
            }
        }
    }

    /// The settings for a file that comes of one with a report. The owner of a bare policy knows its kind; a statement
    /// that goes may be the one that told it.
    private func settings(for report: FileReport) -> LintSettings {
        var settings = settings
        guard settings.kind(of: file) == nil, let only = report.documents.first, report.documents.count == 1,
            only.pointer.isEmpty
        else { return settings }
        settings.kind = only.kind
        return settings
    }

    private func grammarErrors(_ report: FileReport) -> [String: Int] {
        report.diagnostics.reduce(into: [:]) { counts, diagnostic in
            let isGrammar = RuleCatalogue.metadata(for: diagnostic.rule)?.wing == .grammar
            if isGrammar, diagnostic.severity == .error { counts[diagnostic.rule, default: 0] += 1 }
        }
    }

    /// A request on which two policies differ as they should not; nil where none was found.
    private func compare(
        _ old: OwnedPolicy, _ new: Policy, _ effect: Fix.Effect, seed: UInt64, _ outcome: inout Outcome
    ) -> String? {
        var sampler = RequestSampler(of: [old.policy, new], trustedBy: old.role, bearer: old.bearer, seed: seed)
        for _ in 0..<requests {
            let request = sampler.next()
            // A wildcard that --shrink writes takes in what AWS adds later, which the program says.
            if actionLists == .shrunk, settings.catalogue.action(request.action) == nil { continue }
            let (before, after) = (PolicyVerdict(old.policy, on: request).alone, PolicyVerdict(new, on: request).alone)
            if before == .unclear || after == .unclear { continue }
            outcome.compared += 1
            if before == .allow { outcome.allowed += 1 }
            let isGained = after == .allow && before != .allow
            let isLost = before == .allow && after != .allow
            if isGained || (isLost && effect == .preserving) {
                return "\(request) was \(before) and is \(after)"
            }
        }
        return nil
    }
}
