import PolicyLint

/// What `policylint account` does, once the command line is understood.
struct AccountJob {
    var inputs = Inputs()
    var settings = LintSettings()
    var benchmark: Benchmark?
    var format = ChecklistFormat.full
    var outputFile: String?
    var usesColor = false
    var correction: CorrectionRequest?
    var exitZero = false
    /// The path of the configuration that accepts lines.
    var configurationPath: String?

    /// Where corrections go, and what only a person knows.
    struct CorrectionRequest {
        let directory: String
        let wishes: CorrectionWishes
    }

    /// Reads the export, writes the checklist, and says how the program ends.
    func run() -> ExitCode {
        let (evidence, failures) = gather()
        if evidence.accounts.count > 1 {
            for account in evidence.accounts {
                Output.complain(evidence.files[account.evidence.file].name, "is of account \(account.id)")
            }
            Output.complain("these are exports of \(evidence.accounts.count) accounts; give those of one")
            return .failure
        }
        if evidence.files.isEmpty, failures.isEmpty {
            Output.complain("there is no export of an account here; `scripts/export-account` writes one")
            return .failure
        }
        if correction != nil, let trusted = settings.trustedUser, evidence.lacks(trusted) {
            let meant = evidence.nearest(to: trusted).map { "; did you mean `\($0)`?" } ?? ""
            Output.complain("there is no `\(trusted)` in the account, whom trust documents should name\(meant)")
            return .failure
        }
        let answers = Checklist.questions(of: benchmark).concurrentMap(
            threads: inputs.threads, "checking", "controls"
        ) { $0.answer(evidence) }
        let checklist = Checklist(
            evidence, benchmark: benchmark, answers: answers, accepting: settings.acceptances)
        guard write(checklist, format.hasAppendix ? appendix(evidence) : ChecklistAppendix()) else { return .failure }
        guard correct(checklist, evidence) else { return .failure }
        if let limitation = format.limitation(of: checklist) {
            Output.complain(outputFile ?? "standard output", limitation)
        }
        for failure in failures { Output.complain(failure.path, failure.message) }
        if !failures.isEmpty { return .failure }
        sayStaleAcceptances(of: checklist, on: evidence.now)
        return checklist.count(of: .open) > 0 && !exitZero ? .findings : .clean
    }

    /// Says which entries of the configuration accept nothing, and which have run out.
    private func sayStaleAcceptances(of checklist: Checklist, on day: Timestamp?) {
        let asked = Set(checklist.controls.map(\.id))
        let used = Set(checklist.accepted.map(\.acceptance))
        for acceptance in settings.acceptances where !used.contains(acceptance) {
            let place = "\(configurationPath ?? "configuration"):\(acceptance.line):\(acceptance.column)"
            if let expires = acceptance.expires, acceptance.hasExpired(on: day) {
                Output.complain(place, "this ran out on \(expires): its lines count again")
            } else if acceptance.controls.isSubset(of: asked) {
                Output.complain(place, "this accepts nothing: no line that is open or cannot be told is like it")
            }
        }
    }

    /// What the files tell, and what could not be read. What was found in each file is in the evidence, and is not
    /// kept besides.
    private func gather() -> (AccountEvidence, [InputReader.Failure]) {
        let found = inputs.files()
        var failures = found.failures
        var files: [EvidenceFile] = []
        for outcome in read(found.files) {
            switch outcome {
            case .success(let file):
                if file.isInOtherFormat {
                    Output.complain(file.file.name, "is not JSON: nothing is read; export it with `--output json`")
                }
                if let (path, reason) = file.unreadablePlace {
                    failures.append(InputReader.Failure(path: path, message: reason))
                }
                files.append(file)
            case .failure(let failure): failures.append(failure)
            }
        }
        return (AccountEvidence(files, now: settings.day, catalogue: settings.catalogue), failures)
    }

    private enum FirstLook: Sendable {
        case done(EvidenceFile)
        /// A large export, still to be read part by part.
        case parts(SourceFile, [FilePart])
        case failed(InputReader.Failure)
    }

    private struct PendingPart: Sendable {
        let index: Int
        let file: SourceFile
        let part: FilePart
    }

    /// What is in the files of these paths, in their order whatever the number of threads.
    private func read(_ paths: [String]) -> [Result<EvidenceFile, InputReader.Failure>] {
        let settings = settings
        let looks = paths.concurrentMap(threads: inputs.threads, "reading", "files") { path -> FirstLook in
            do throws(InputReader.Failure) {
                let file = try InputReader.read(path).file
                let parts = FilePart.parts(of: file, kind: settings.kind(of: file))
                return parts.count > 1 ? .parts(file, parts) : .done(EvidenceFile(file, kind: settings.kind(of: file)))
            } catch {
                return .failed(error)
            }
        }
        let pending = looks.enumerated().flatMap { index, look -> [PendingPart] in
            guard case .parts(let file, let parts) = look else { return [] }
            return parts.map { PendingPart(index: index, file: file, part: $0) }
        }
        let found = pending.concurrentMap(threads: inputs.threads, "reading", "parts of large files") {
            EvidencePart($0.file, $0.part, isAlone: false)
        }
        var byFile: [Int: [EvidencePart]] = [:]
        for (part, evidence) in zip(pending, found) { byFile[part.index, default: []].append(evidence) }
        return looks.enumerated().map { index, look in
            switch look {
            case .done(let file): .success(file)
            case .parts(let file, _): .success(EvidenceFile(file, parts: byFile[index] ?? []))
            case .failed(let failure): .failure(failure)
            }
        }
    }

    /// Writes the corrections where they are asked for.
    private func correct(_ checklist: Checklist, _ evidence: AccountEvidence) -> Bool {
        guard let correction else { return true }
        guard
            let found = Correction(checklist, evidence, settings: settings, wishes: correction.wishes)
        else {
            Output.complain(
                "the export does not say of which account it is; `aws sts get-caller-identity` does")
            return false
        }
        do {
            try CorrectionWriter.write(found.files, to: correction.directory)
        } catch {
            Output.complain(error.path, error.message)
            return false
        }
        Output.say(
            "\(correction.directory): apply.sh has \(Self.count(found.steps.count, "step")); README.md tells of "
                + "\(Self.count(found.byHand.count, "open line")) that only you can close.")
        return true
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// What the linter finds in the files of the export, and who can become whom.
    private func appendix(_ evidence: AccountEvidence) -> ChecklistAppendix {
        var appendix = ChecklistAppendix()
        let outcome = LintRun(linter: Linter(settings: settings), threads: inputs.threads).lint(evidence.files)
        appendix.findings = Report(
            files: outcome.reports, toolVersion: Version.number, minimumSeverity: settings.minimumSeverity)
        appendix.picture = AccessPicture(evidence)
        // Without Graphviz the page has a table.
        if let drawing = AccessDrawing(appendix.picture) {
            appendix.layout = Platform.output(of: "dot", ["-Tplain"], input: drawing.dot, milliseconds: 10_000)
        }
        appendix.day = settings.day
        return appendix
    }

    private func write(_ checklist: Checklist, _ appendix: ChecklistAppendix) -> Bool {
        Output.report(to: outputFile, usesColor: usesColor) {
            format.write(checklist, toolVersion: Version.number, appendix: appendix, to: &$0, options: $1)
        }
    }
}
