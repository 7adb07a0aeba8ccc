import PolicyLint

/// What `policylint fix` does, once the command line is understood.
struct FixJob {
    /// Where corrected documents go.
    enum Destination {
        /// Back into their files; standard input to standard output.
        case inPlace
        /// Nowhere: a patch is printed.
        case patch
        /// Into a directory, under their own paths; the originals stay as they are.
        case directory(String)
        /// Into a directory, each policy alone, as the AWS CLI takes it.
        case bareDocuments(String)
    }

    var inputs = Inputs()
    var settings = LintSettings()
    var destination = Destination.inPlace
    var effects: Set<Fix.Effect> = [.preserving, .narrowing]
    var actionLists: ActionListForm?
    var failOn = Severity.note
    var exitZero = false
    var usesColor = false

    /// A file with what became of it.
    private struct Fixed: Sendable {
        let input: InputReader.Input
        let result: FixEngine.Result
        /// The report of the file as it was; nil where nothing has changed.
        let before: FileReport?
        var isChanged: Bool { before != nil }
    }

    private enum Attempt: Sendable {
        case fixed(Fixed)
        case failed(InputReader.Failure)
    }

    /// Corrects, writes, and says how the program ends.
    func run() -> ExitCode {
        let linter = Linter(settings: settings)
        let engine = FixEngine(linter, effects: effects, actionLists: actionLists)
        let found = inputs.files()
        var hasFailed = !found.failures.isEmpty
        for failure in found.failures { Output.complain(failure.path, failure.message) }

        var attempts = found.files.concurrentMap(threads: inputs.threads) { path -> Attempt in
            do throws(InputReader.Failure) {
                return .fixed(Self.fix(try InputReader.read(path), engine, linter))
            } catch {
                return .failed(error)
            }
        }
        if inputs.readStandardInput {
            do throws(InputReader.Failure) {
                let input = try InputReader.readStandardInput(name: inputs.standardInputName)
                // What the configuration leaves out passes as it is.
                let isExcluded = inputs.isExcluded(inputs.standardInputName)
                attempts.insert(.fixed(isExcluded ? Self.untouched(input) : Self.fix(input, engine, linter)), at: 0)
            } catch {
                attempts.append(.failed(error))
            }
        }

        if let clash = clash(attempts) {
            Output.complain(clash.path, clash.message)
            return .failure
        }

        var fixed: [Fixed] = []
        let files = Set(found.files.filter { !Platform.isSymbolicLink($0) }.compactMap { try? Platform.resolve($0) })
        var done: Set<String> = []
        for attempt in attempts {
            switch attempt {
            case .failed(let failure):
                Output.complain(failure.path, failure.message)
                hasFailed = true
            case .fixed(let file):
                if writesOverInput, file.input.state != nil, let path = try? Platform.resolve(file.input.file.name) {
                    // A file may be named twice, by a symbolic link and by its own name, which then counts.
                    if Platform.isSymbolicLink(file.input.file.name), files.contains(path) { continue }
                    guard done.insert(path).inserted else { continue }
                }
                let left = file.result.remaining
                if let reason = left.reasonNothingWasRead, !linter.accepts(unreadable: left) {
                    Output.complain("\(file.input.file.name):\(reason)")
                    hasFailed = true
                }
                if write(file) { fixed.append(file) } else { hasFailed = true }
            }
        }
        if !fixed.isEmpty || !hasFailed { report(fixed) }
        if hasFailed { return .failure }
        return !exitZero && failsGate(fixed) ? .findings : .clean
    }

    /// Whether corrections, or patches, are for the files themselves.
    private var writesOverInput: Bool {
        switch destination {
        case .inPlace, .patch: true
        case .directory, .bareDocuments: false
        }
    }

    private static func fix(_ input: InputReader.Input, _ engine: FixEngine, _ linter: Linter) -> Fixed {
        let result = engine.fix(input.file)
        let isChanged = result.file.bytes != input.file.bytes
        return Fixed(input: input, result: result, before: isChanged ? linter.lint(input.file) : nil)
    }

    private static func untouched(_ input: InputReader.Input) -> Fixed {
        var settings = LintSettings()
        settings.selectedRules = []
        let linter = Linter(settings: settings)
        return fix(input, FixEngine(linter), linter)
    }

    private func failsGate(_ fixed: [Fixed]) -> Bool {
        if case .patch = destination { return fixed.contains(where: \.isChanged) }
        return fixed.contains { $0.result.remaining.diagnostics.contains { $0.severity >= failOn } }
    }

    // MARK: Writing

    private func write(_ file: Fixed) -> Bool {
        let name = file.input.file.name
        do throws(FileWriter.Failure) {
            switch destination {
            case .patch: printPatch(file)
            case .inPlace:
                guard let state = file.input.state, state.type == .regular else {
                    Output.write(file.result.file.bytes)
                    return true
                }
                if file.isChanged { try FileWriter.replace(name, readIn: state, with: file.result.file.bytes) }
            case .directory(let directory):
                if file.isChanged {
                    try FileWriter.write(
                        OutputName.path(of: file.input, in: directory), file.result.file.bytes,
                        permissions: permissions(file))
                }
            case .bareDocuments(let directory):
                for document in bareDocuments(of: file, in: directory) {
                    try FileWriter.write(document.path, document.document.bareBytes, permissions: permissions(file))
                    if let command = document.command { Output.say("  \(command)") }
                }
            }
            return true
        } catch {
            Output.complain(error.path, error.message)
            return false
        }
    }

    private func printPatch(_ file: Fixed) {
        guard let before = file.before else { return }
        let (old, new) = (before.shownContent, file.result.remaining.shownContent)
        let patch = UnifiedDiff.patch(path: file.input.file.name, old: old.bytes, new: new.bytes)
        Output.write(usesColor ? UnifiedDiff.coloured(patch) : patch)
        if file.input.state != nil, OutputName.leadsUp(file.input.file.name) {
            Output.complain(file.input.file.name, "`git apply` takes no path that leads up; run the program further up")
        }
        if old.isMasked || new.isMasked {
            Output.complain(
                file.input.file.name, "secrets are masked in the patch, so it cannot be applied; run without --diff")
        }
    }

    /// A policy that is written alone, where it goes, and how it is applied if it has changed.
    private struct BareDocument {
        let document: Document
        let path: String
        let command: String?
    }

    private func bareDocuments(of file: Fixed, in directory: String) -> [BareDocument] {
        let documents = policies(in: file.result.file)
        let before = Dictionary(
            policies(in: file.input.file).map { ($0.pointer, $0.bareBytes) }, uniquingKeysWith: { first, _ in first })
        let path = OutputName.path(of: file.input, in: directory)
        return documents.enumerated().map { index, document in
            let own = documents.count > 1 ? OutputName.numbered(path, index + 1) : path
            let isChanged = before[document.pointer] != document.bareBytes
            let command = isChanged ? ApplyCommand.command(for: document, path: own) : nil
            return BareDocument(document: document, path: own, command: command)
        }
    }

    private func policies(in file: SourceFile) -> [Document] {
        DocumentFinder(kind: settings.kind(of: file)).documents(in: file).filter { $0.kind.isPolicy && $0.isReadable }
    }

    private func permissions(_ file: Fixed) -> UInt16 { file.input.file.permissions ?? 0o644 }

    /// The first output that two inputs have, or that is its own input; nothing is written then.
    private func clash(_ attempts: [Attempt]) -> FileWriter.Failure? {
        var sources: [String: InputReader.Input] = [:]
        let files = attempts.compactMap { if case .fixed(let file) = $0 { file } else { nil } }
        for file in files {
            let paths: [String]
            switch destination {
            case .inPlace, .patch: return nil
            case .directory(let directory): paths = [OutputName.path(of: file.input, in: directory)]
            case .bareDocuments(let directory): paths = bareDocuments(of: file, in: directory).map(\.path)
            }
            for path in paths {
                let name = file.input.file.name
                if let other = sources.updateValue(file.input, forKey: path),
                    other.state == nil || other.state?.identity != file.input.state?.identity
                {
                    let message = "both `\(other.file.name)` and `\(name)` would be written here; nothing was written"
                    return FileWriter.Failure(path: path, message: message)
                }
                if let identity = file.input.state?.identity, (try? Platform.state(of: path))?.identity == identity {
                    let message = "is the original, which --output-dir leaves alone; nothing was written"
                    return FileWriter.Failure(path: path, message: message)
                }
            }
        }
        return nil
    }

    // MARK: Saying

    /// Says on standard error what was done, what is left, and how to apply the corrected documents.
    private func report(_ fixed: [Fixed]) {
        let changed = fixed.filter(\.isChanged)
        let count = changed.reduce(0) { $0 + $1.result.applied.count }
        let rewrites = changed.reduce(0) { $0 + $1.result.rewrites.count }
        let verb = if case .patch = destination { "would fix" } else { "fixed" }
        for file in changed {
            for diagnostic in file.result.applied {
                guard let fix = diagnostic.fix else { continue }
                Output.say(
                    "\(file.input.file.name): \(verb) \(diagnostic.rule): \(fix.title) (\(fix.effect.rawValue))")
            }
            for rewrite in file.result.rewrites {
                Output.say("\(file.input.file.name): \(rewrite.inWords(settings.catalogue.date))")
            }
            sayHowToApply(file)
        }
        let report = Report(files: fixed.map(\.result.remaining), toolVersion: Version.number)
        if let words = report.wordsWithoutDocuments {
            for line in words { Output.say(line) }
            return
        }
        let left = report.totals.diagnostics
        let findings = count == 1 ? "1 finding" : "\(count) findings"
        let files = changed.count == 1 ? "1 file" : "\(changed.count) files"
        var summary = count == 0 ? "nothing to fix" : "\(verb) \(findings) in \(files)"
        if let actionLists {
            let lists = rewrites == 1 ? "1 list of actions" : "\(rewrites == 0 ? "no" : "\(rewrites)") lists of actions"
            summary += "; \(actionLists.rawValue) \(lists)"
            let unwritten = fixed.reduce(0) { $0 + $1.result.unwrittenPolicies }
            if unwritten > 0 {
                let policies = unwritten == 1 ? "1 policy stays as it is" : "\(unwritten) policies stay as they are"
                summary += "; \(policies), and would be longer than AWS takes"
            }
        }
        if left > 0 { summary += "; \(left) left, which `policylint check` shows" }
        Output.say(summary + ".")
    }

    /// Prints the command for each corrected document that stands alone in its file.
    private func sayHowToApply(_ file: Fixed) {
        let path: String
        switch destination {
        case .inPlace where file.input.state == nil: return
        case .inPlace: path = file.input.file.name
        case .directory(let directory): path = OutputName.path(of: file.input, in: directory)
        case .patch, .bareDocuments: return
        }
        for document in DocumentFinder(kind: settings.kind(of: file.result.file)).documents(in: file.result.file) {
            guard document.pointer.isEmpty,
                let command = ApplyCommand.command(for: document, path: path, account: settings.accountID)
            else { continue }
            Output.say("  apply it with: \(command)")
        }
    }
}

extension ActionRewrite {
    /// What was done, and what it means for actions that AWS adds after the day of the catalogue.
    fileprivate func inWords(_ date: String) -> String {
        let written =
            written.count == 1 ? "`\(written[0])`" : "\(written.count) \(form == .shrunk ? "wildcards" : "actions")"
        let place = "`\(element)` of statement \(statement + 1)"
        switch form {
        case .expanded:
            let wildcards = members == 1 ? "1 wildcard" : "\(members) wildcards"
            return "expanded \(wildcards) to \(written) in \(place) (\(effect.rawValue)): "
                + "what AWS adds after \(date) is not allowed by it"
        case .shrunk where isGrant:
            return "shrank \(members) actions to \(written) in \(place) (\(effect.rawValue) for the actions known on "
                + "\(date)): what AWS adds later and a wildcard matches is allowed, too"
        case .shrunk:
            return "shrank \(members) actions to \(written) in \(place) (\(effect.rawValue)): what AWS adds after "
                + "\(date) and a wildcard matches is not allowed, either"
        }
    }
}
