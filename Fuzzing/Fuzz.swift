// The fuzz target: compiled together with PolicyLint's sources by scripts/fuzz.

/// The names under which the fuzzer's bytes are read; the first byte chooses.
private let names = [
    "policy.json", "trust-policy.json", "get-role.json", "scp.json", "credentials", "config", ".env", "rootkey.csv",
    "accessKeys.csv", "credential-report.csv", "get-bucket-versioning.json", "put-bucket-versioning.json",
]

/// Takes one input: it must be linted, reported in every format and corrected without a crash, every
/// place must lie in the file, and correcting twice must change nothing.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = input.first else { return 0 }
    let name = names[Int(first) % names.count]
    let file = SourceFile(name: name, bytes: Array(input.dropFirst()), permissions: first & 1 == 0 ? 0o644 : nil)

    var settings = LintSettings()
    settings.now = Timestamp(secondsSince1970: 1_790_000_000)
    settings.trustedUser = AmazonResourceName("arn:aws:iam::111122223333:user/alice")
    let linter = Linter(settings: settings)
    let report = linter.lint(file)
    for diagnostic in report.diagnostics {
        let spans = [diagnostic.span] + diagnostic.related.map(\.span) + (diagnostic.fix?.edits.map(\.span) ?? [])
        for span in spans {
            require(Int(span.end) <= file.bytes.count, "\(diagnostic.rule): a place lies beyond the file")
            require(span.start <= span.end, "\(diagnostic.rule): a place ends before it begins")
        }
    }
    for format in ReportFormat.allCases {
        var text = ""
        format.write(Report(files: [report], toolVersion: "0"), to: &text)
    }

    let engine = FixEngine(linter)
    let fixed = engine.fix(file)
    if !report.isUnreadable { require(!fixed.remaining.isUnreadable, "the corrected document cannot be read") }
    require(engine.fix(fixed.file).file.bytes == fixed.file.bytes, "correcting twice changes something")
    return 0
}

/// Stops the run with `failure`, also where preconditions say nothing.
private func require(_ holds: Bool, _ failure: @autoclosure () -> String) {
    if !holds { fatalError(failure()) }
}
