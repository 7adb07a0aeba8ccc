/// The checklist for programs; `docs/json-format.md` says what every field means.
enum JSONChecklist {
    /// The version of the format. It rises when a field changes its meaning or goes.
    static let version = 1

    /// Writes a checklist.
    static func write(_ checklist: Checklist, toolVersion: String, to sink: inout some ByteSink) {
        var stream = JSONStream { root in
            root.add("version", version)
            root.object("tool") { tool in
                tool.add("name", "policylint")
                tool.add("version", toolVersion)
            }
            root.add("account", orNull: checklist.accountID)
            root.add("benchmark", orNull: checklist.benchmark?.name)
            root.object("summary") { summary in
                summary.add("pass", checklist.count(of: .pass))
                summary.add("open", checklist.count(of: .open))
                summary.add("cannotTell", checklist.count(of: .cannotTell))
                summary.add("accepted", checklist.accepted.count)
            }
            root.array("controls") { $0.streamed() }
            root.array("lines") { $0.streamed() }
            root.array("accepted") { $0.streamed() }
            root.array("unanswered") { $0.streamed() }
        }
        for control in checklist.controls {
            stream.append(to: &sink) { write(control, to: $0) }
        }
        stream.endArray(to: &sink)
        var files = ChecklistFiles(checklist)
        for line in checklist.lines {
            let regions = line.evidence.map { files.region(of: $0) }
            stream.append(to: &sink) { write(line, regions, files, to: $0) }
        }
        stream.endArray(to: &sink)
        for accepted in checklist.accepted {
            stream.append(to: &sink) { object in
                object.add("control", accepted.line.control)
                object.object("subject") { write(accepted.line.subject, to: $0) }
                object.add("outcome", accepted.line.outcome.rawValue)
                object.add("says", files.text(accepted.line.says))
                object.add("reason", accepted.acceptance.reason)
            }
        }
        stream.endArray(to: &sink)
        for control in checklist.unanswered {
            stream.append(to: &sink) { object in
                object.add("control", control.id)
                object.add("title", control.title)
                object.add("reason", control.reason)
            }
        }
        stream.endArray(to: &sink)
        stream.finish(to: &sink)
    }

    private static func write(_ control: ControlMetadata, to object: JSONWriter.Object) {
        object.add("id", control.id)
        object.add("group", control.group.rawValue)
        object.add("title", control.title)
        object.add("closes", control.closes)
        object.array("benchmarks") { array in
            for benchmark in Benchmark.all {
                for id in benchmark.ids(of: control) {
                    array.object { object in
                        object.add("benchmark", benchmark.name)
                        object.add("control", id)
                    }
                }
            }
        }
    }

    private static func write(_ subject: Subject, to object: JSONWriter.Object) {
        object.add("kind", subject.sort)
        object.add("name", orNull: subject.name)
    }

    private static func write(
        _ line: ChecklistLine, _ regions: [(start: TextPosition, end: TextPosition)], _ files: ChecklistFiles,
        to object: JSONWriter.Object
    ) {
        object.add("control", line.control)
        object.object("subject") { write(line.subject, to: $0) }
        object.add("outcome", line.outcome.rawValue)
        object.add("says", files.text(line.says))
        object.array("evidence") { array in
            for (evidence, region) in zip(line.evidence, regions) {
                array.object { object in
                    object.add("file", files.name(of: evidence))
                    object.object("region") { object in
                        for (key, position) in [("start", region.start), ("end", region.end)] {
                            object.object(key) { place in
                                place.add("offset", position.offset)
                                place.add("line", position.line)
                                place.add("column", position.column)
                                place.add("utf16Column", position.utf16Column)
                            }
                        }
                    }
                    object.add("says", files.text(evidence.says))
                }
            }
        }
        object.add("next", orNull: line.next.map(files.text))
        object.add("command", orNull: line.command.map(files.text))
    }
}
