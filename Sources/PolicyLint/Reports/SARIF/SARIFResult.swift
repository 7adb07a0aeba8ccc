/// Writes the findings of one file as SARIF results.
struct SARIFResult {
    /// The names of the findings.
    var fingerprints: Fingerprints
    private let file: ReportedFile
    private let ruleIndices: [String: Int]
    private let lineHashes: [Int: String]
    /// The file's name as GitHub reads it.
    private let path: String

    /// The findings of a file; `ruleIndices` says where in the report each rule stands.
    init(_ file: ReportedFile, ruleIndices: [String: Int], _ options: ReportOptions) {
        self.file = file
        path = options.repositoryPath(of: file.name)
        self.ruleIndices = ruleIndices
        fingerprints = Fingerprints(file)
        // The hash is simple arithmetic on the very text, which a short password would not survive.
        lineHashes =
            file.redaction.hidesSecrets
            ? [:]
            : LineHash.hashes(
                of: file.report.file.bytes, lines: Set(file.report.diagnostics.map { file.start(of: $0.span).line }))
    }

    /// Writes a finding.
    func write(_ diagnostic: Diagnostic, _ fingerprint: String, to result: JSONWriter.Object) {
        result.add("ruleId", diagnostic.rule)
        if let index = ruleIndices[diagnostic.rule] { result.add("ruleIndex", index) }
        result.add("level", diagnostic.severity.rawValue)
        result.object("message") { $0.add("text", message(diagnostic)) }
        result.array("locations") { array in
            array.object { location in
                physicalLocation(diagnostic.span, in: location)
                guard !diagnostic.pointer.isEmpty else { return }
                location.array("logicalLocations") { array in
                    array.object { $0.add("fullyQualifiedName", diagnostic.pointer) }
                }
            }
        }
        if !diagnostic.related.isEmpty {
            result.array("relatedLocations") { array in
                for (index, related) in diagnostic.related.prefix(Self.mostRelated).enumerated() {
                    array.object { location in
                        location.add("id", index + 1)
                        physicalLocation(related.span, in: location)
                        location.object("message") { $0.add("text", plain(related.message)) }
                    }
                }
            }
        }
        result.object("partialFingerprints") { object in
            if let hash = lineHashes[file.start(of: diagnostic.span).line] {
                object.add("primaryLocationLineHash", hash)
            }
            object.add("policylint/v1", fingerprint)
        }
        if let fix = diagnostic.fix { write(fix, to: result) }
    }

    /// GitHub shows no more than this many locations of a result.
    private static let mostRelated = 100
    /// Bytes of a marked text that are repeated in the report.
    private static let longestSnippet = 1000

    // MARK: Words

    private func message(_ diagnostic: Diagnostic) -> String {
        var lines = [plain(diagnostic.message)]
        if let help = diagnostic.help { lines.append("help: " + plain(help)) }
        if let command = diagnostic.command { lines.append("run: " + plain(command)) }
        if let fix = diagnostic.fix { lines.append("\(FullFinding.name(of: fix.effect)): " + plain(fix.title)) }
        for (index, related) in diagnostic.related.prefix(Self.mostRelated).enumerated() {
            let text = file.text(related.message).map { $0 == "[" || $0 == "]" ? "\\\($0)" : String($0) }.joined()
            lines.append("see: [\(text.isEmpty ? "there" : text)](\(index + 1))")
        }
        return lines.joined(separator: "\n")
    }

    /// Text without secrets, in which nothing is taken for a link (section 3.11.6 of the standard).
    private func plain(_ text: String) -> String {
        var result = ""
        for (index, part) in file.text(text).split(separator: "]", omittingEmptySubsequences: false).enumerated() {
            result += (index == 0 ? "" : part.hasPrefix("(") ? "\\]" : "]") + part
        }
        return result
    }

    // MARK: Places

    /// Says of a run what its lines and columns count.
    static func addUnits(to run: JSONWriter.Object) {
        run.add("columnKind", "utf16CodeUnits")
        run.array("newlineSequences") { array in
            for sequence in ["\r\n", "\n", "\r"] { array.append(sequence) }
        }
    }

    private func physicalLocation(_ span: SourceSpan, in object: JSONWriter.Object) {
        object.object("physicalLocation") { location in
            Self.artifact(path, in: location)
            location.object("region") { region in
                fill(region, span)
                guard !span.isEmpty, span.count <= Self.longestSnippet else { return }
                region.object("snippet") { $0.add("text", file.text(at: span)) }
            }
        }
    }

    private func fill(_ region: JSONWriter.Object, _ span: SourceSpan) {
        let (start, end) = (file.start(of: span), file.end(of: span))
        region.add("startLine", start.line)
        region.add("startColumn", start.utf16Column)
        region.add("endLine", end.line)
        region.add("endColumn", end.utf16Column)
    }

    /// Writes the `artifactLocation` of a path.
    static func artifact(_ path: String, in object: JSONWriter.Object) {
        object.object("artifactLocation") { $0.add("uri", uri(path)) }
    }

    /// A path as a URI reference: relative to the repository, unless the path is absolute.
    static func uri(_ path: String) -> String {
        if path.hasPrefix("/") { return "file://" + encoded(path[...]) }
        var path = path[...]
        while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
        return encoded(path)
    }

    private static func encoded(_ path: Substring) -> String {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .map { PercentEncoding.encode(String($0)) }.joined(separator: "/")
    }

    // MARK: Fixes

    private func write(_ fix: Fix, to result: JSONWriter.Object) {
        switch fix.effect {
        case .preserving, .narrowing: break
        // Who takes a fix from here takes it unseen; this one needs a person's value.
        case .suggestion: return
        }
        guard let edits = file.redaction.edits(of: fix) else { return }
        // No line and column leads to a byte order mark, which is none of the text's characters.
        if edits.contains(where: { file.lines.isInByteOrderMark(Int($0.span.start)) }) { return }
        result.array("fixes") { array in
            array.object { object in
                object.object("description") {
                    $0.add("text", "\(FullFinding.name(of: fix.effect)): " + file.text(fix.title))
                }
                object.array("artifactChanges") { array in
                    array.object { change in
                        Self.artifact(path, in: change)
                        change.array("replacements") { array in
                            for edit in edits {
                                array.object { replacement in
                                    replacement.object("deletedRegion") { fill($0, edit.span) }
                                    replacement.object("insertedContent") { $0.add("text", edit.replacement) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
