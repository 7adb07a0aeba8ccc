import PolicyLint

/// What a person asked to have linted.
struct Inputs {
    /// Files and directories; `-` is standard input, none is the current directory.
    var paths: [String] = []
    /// Files that the configuration leaves out.
    var excluded: [PathPattern] = []
    /// Where files lie as seen from the configuration, where that matters.
    var places: FilePlaces?
    /// The name under which standard input goes.
    var standardInputName = "<stdin>"
    var threads = Platform.coreCount
    /// Whether they are exports of an account, which may have all sorts of names, and which Git mostly ignores.
    var areExports = false

    /// Whether standard input is asked for.
    var readStandardInput: Bool { paths.contains("-") }

    /// The files below the paths.
    func files() -> FileCollector.Found {
        let named = paths.filter { $0 != "-" }
        if named.isEmpty && !paths.isEmpty { return FileCollector.Found() }
        var found = FileCollector(threads: threads, readsExports: areExports).collect(named.isEmpty ? ["."] : named)
        if !excluded.isEmpty {
            let count = found.files.count
            found.files.removeAll(where: isExcluded)
            found.excludedFiles = count - found.files.count
            found.failures.removeAll { !named.contains($0.path) && isExcluded($0.path) }
            if found.files.isEmpty { sayExcluded(count) }
        }
        return found
    }

    /// The absolute paths of the directories among the inputs.
    var directories: [String] {
        (paths.isEmpty ? ["."] : paths).filter { (try? Platform.state(of: $0).type) == .directory }
            .compactMap { try? Platform.resolve($0) }
    }

    private func sayExcluded(_ count: Int) {
        if count == 0 { return }
        Output.complain("the configuration excludes \(count == 1 ? "the one file" : "all \(count) files") here")
    }

    /// Whether the configuration leaves a file out; standard input by the name under which it goes.
    func isExcluded(_ file: String) -> Bool {
        excluded.contains { places?.matches($0, file) ?? $0.matches(file: RelativePath(file)) }
    }

    /// The reports of all inputs, and what could not be read.
    func lint(with linter: Linter) -> LintRun.Outcome {
        let run = LintRun(linter: linter, threads: threads)
        let found = files()
        var outcome = run.lint(found.files)
        outcome.failures += found.failures
        outcome.excludedFiles = found.excludedFiles
        if readStandardInput, isExcluded(standardInputName) {
            outcome.excludedFiles += 1
            if found.files.isEmpty { sayExcluded(1) }
        } else if readStandardInput {
            do {
                let input = try InputReader.readStandardInput(name: standardInputName)
                outcome.reports.insert(contentsOf: run.lint(input.file).reports, at: 0)
            } catch {
                outcome.failures.append(error)
            }
        }
        return outcome
    }
}
