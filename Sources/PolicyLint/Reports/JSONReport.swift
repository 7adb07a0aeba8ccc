/// The report for programs; `docs/json-format.md` says what every field means.
enum JSONReport {
    /// The version of the format. It rises when a field changes its meaning or goes.
    static let version = 1

    /// Writes a report.
    static func write(_ report: Report, to sink: inout some ByteSink) {
        var stream = JSONStream { root in
            root.add("version", version)
            root.object("tool") { tool in
                tool.add("name", "policylint")
                tool.add("version", report.toolVersion)
            }
            root.object("summary") { summary($0, report) }
            root.array("documents") { $0.streamed() }
            root.array("diagnostics") { $0.streamed() }
            root.array("problems") { $0.streamed() }
        }
        for file in report.files {
            for document in file.documents {
                stream.append(to: &sink) { object in
                    object.add("file", file.file.name)
                    object.add("pointer", document.pointer)
                    object.add("kind", document.kind.rawValue)
                    object.add("readable", document.isReadable)
                }
            }
        }
        stream.endArray(to: &sink)
        for fileReport in report.files where !fileReport.diagnostics.isEmpty {
            let file = ReportedFile(fileReport)
            var fingerprints = Fingerprints(file)
            for diagnostic in fileReport.diagnostics {
                let fingerprint = fingerprints.next(diagnostic)
                stream.append(to: &sink) { write(diagnostic, fingerprint, file, to: $0) }
            }
        }
        stream.endArray(to: &sink)
        for problem in report.problems {
            stream.append(to: &sink) { object in
                object.add("file", problem.path)
                object.add("message", problem.message)
            }
        }
        stream.endArray(to: &sink)
        stream.finish(to: &sink)
    }

    private static func summary(_ object: JSONWriter.Object, _ report: Report) {
        let totals = report.totals
        object.add("files", totals.files)
        object.add("filesWithDocuments", totals.filesWithDocuments)
        object.add("documents", totals.documents)
        object.add("errors", totals.errors)
        object.add("warnings", totals.warnings)
        object.add("notes", totals.notes)
        object.add("fixable", totals.fixable)
        object.add("suggestions", totals.suggestions)
        object.add("suppressed", totals.suppressed)
        object.add("minimumSeverity", report.minimumSeverity.rawValue)
    }

    private static func write(
        _ diagnostic: Diagnostic, _ fingerprint: String, _ file: ReportedFile, to object: JSONWriter.Object
    ) {
        object.add("rule", diagnostic.rule)
        object.add("severity", diagnostic.severity.rawValue)
        object.add("message", file.text(diagnostic.message))
        object.add("help", orNull: diagnostic.help.map(file.text))
        object.add("command", orNull: diagnostic.command.map(file.text))
        object.add("file", file.name)
        object.add("pointer", diagnostic.pointer)
        region("region", diagnostic.span, file, in: object)
        object.array("related") { array in
            for related in diagnostic.related {
                array.object { object in
                    object.add("message", file.text(related.message))
                    region("region", related.span, file, in: object)
                }
            }
        }
        guard let fix = diagnostic.fix else {
            object.addNull("fix")
            object.add("fingerprint", fingerprint)
            return
        }
        object.object("fix") { object in
            object.add("title", file.text(fix.title))
            object.add("effect", fix.effect.rawValue)
            if let edits = file.redaction.edits(of: fix) {
                object.array("edits") { array in
                    for edit in edits {
                        array.object { object in
                            region("region", edit.span, file, in: object)
                            object.add("replacement", edit.replacement)
                        }
                    }
                }
            } else {
                object.addNull("edits")
            }
        }
        object.add("fingerprint", fingerprint)
    }

    private static func region(
        _ key: String, _ span: SourceSpan, _ file: ReportedFile, in object: JSONWriter.Object
    ) {
        object.object(key) { object in
            for (key, position) in [("start", file.start(of: span)), ("end", file.end(of: span))] {
                object.object(key) { place in
                    place.add("offset", position.offset)
                    place.add("line", position.line)
                    place.add("column", position.column)
                    place.add("utf16Column", position.utf16Column)
                }
            }
        }
    }
}
