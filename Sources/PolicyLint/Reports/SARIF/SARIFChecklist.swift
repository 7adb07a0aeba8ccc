/// The checklist as SARIF 2.1.0: what is open, and what cannot be told. What passes is left out: GitHub makes an alert
/// of every result, whatever its kind. What has no place in a file, and what no export can answer, are notifications.
///
/// - https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
/// - https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
enum SARIFChecklist {
    /// Writes a checklist.
    static func write(
        _ checklist: Checklist, toolVersion: String, to sink: inout some ByteSink, options: ReportOptions
    ) {
        let (results, unplaced) = results(of: checklist)
        let found = Set(results.map(\.control))
        let controls = checklist.controls.filter { found.contains($0.id) }
        let indices = Dictionary(controls.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var files = ChecklistFiles(checklist, options)
        var stream = JSONStream { root in
            root.add("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
            root.add("version", "2.1.0")
            root.array("runs") { $0.object { run($0, toolVersion, controls) } }
        }
        if let limitation = limitation(of: checklist) {
            stream.append(to: &sink) { object in
                object.add("level", "warning")
                object.object("message") { $0.add("text", limitation) }
            }
        }
        for line in unplaced {
            stream.append(to: &sink) { object in
                object.add("level", "note")
                object.object("message") { $0.add("text", ids(line, checklist) + message(line, files)) }
                object.object("associatedRule") { $0.add("id", line.control) }
            }
        }
        for accepted in checklist.accepted {
            stream.append(to: &sink) { object in
                object.add("level", "note")
                object.object("message") { message in
                    let says = "\(accepted.line.subject.words): \(accepted.line.says)"
                    message.add("text", plain(files.text("\(says); accepted: \(accepted.acceptance.reason)")))
                }
                object.object("associatedRule") { $0.add("id", accepted.line.control) }
            }
        }
        for control in checklist.unanswered {
            stream.append(to: &sink) { object in
                object.add("level", "note")
                object.object("message") { message in
                    let text = "\(named([control.id], checklist))\(control.title): cannot be told, \(control.reason)"
                    message.add("text", plain(text))
                }
            }
        }
        stream.endArray(to: &sink)
        var seen: [FNVHash: Int] = [:]
        for line in results.prefix(SARIFReport.mostResults) {
            let fingerprint = fingerprint(line, files, &seen)
            stream.append(to: &sink) { write(line, indices[line.control], fingerprint, &files, to: $0) }
        }
        stream.endArray(to: &sink)
        stream.finish(to: &sink)
    }

    /// What is said where not every line is written; nil where all are.
    static func limitation(of checklist: Checklist) -> String? {
        let count = results(of: checklist).results.count
        if count <= SARIFReport.mostResults { return nil }
        return "of \(count) lines \(SARIFReport.mostResults) are in the report, the most that GitHub takes"
    }

    /// The lines that have a place, what is open first, and those that have none, since nothing was exported.
    private static func results(of checklist: Checklist) -> (results: [ChecklistLine], unplaced: [ChecklistLine]) {
        let lines = [ChecklistLine.Outcome.open, .cannotTell].flatMap { outcome in
            checklist.lines.filter { $0.outcome == outcome }
        }
        return (lines.filter { !$0.evidence.isEmpty }, lines.filter(\.evidence.isEmpty))
    }

    private static func run(_ run: JSONWriter.Object, _ toolVersion: String, _ controls: [ControlMetadata]) {
        run.object("tool") { tool in
            tool.object("driver") { driver in
                // Another name than that of `check`, whose results an upload would replace.
                driver.add("name", "PolicyLint account")
                driver.add("version", toolVersion)
                driver.add("semanticVersion", toolVersion)
                driver.array("rules") { array in
                    for control in controls { array.object { write(control, to: $0) } }
                }
            }
        }
        SARIFResult.addUnits(to: run)
        run.array("invocations") { array in
            array.object { invocation in
                invocation.add("executionSuccessful", true)
                invocation.array("toolExecutionNotifications") { $0.streamed() }
            }
        }
        run.array("results") { $0.streamed() }
    }

    // MARK: Controls

    private static func write(_ control: ControlMetadata, to object: JSONWriter.Object) {
        let title = control.title.prefix(1).uppercased() + control.title.dropFirst()
        let text = "\(title). Otherwise \(control.closes)."
        object.add("id", control.id)
        object.object("shortDescription") { $0.add("text", title) }
        object.object("fullDescription") { $0.add("text", text) }
        object.object("help") { help in
            help.add("text", text)
            help.add("markdown", text)
        }
        object.object("defaultConfiguration") { $0.add("level", "warning") }
        object.object("properties") { properties in
            properties.array("tags") { array in
                for tag in tags(control).prefix(20) { array.append(tag) }
            }
            properties.add("precision", "high")
            properties.add("problem.severity", "warning")
            // What a budget or a record lacks is no hole.
            switch control.group {
            case .costs, .records: properties.add("security-severity", "2.0")
            case .root, .users, .credentials, .roles, .permissions, .access, .buckets:
                properties.add("security-severity", "5.5")
            }
        }
    }

    private static func tags(_ control: ControlMetadata) -> [String] {
        let references = control.references.compactMap { reference -> String? in
            switch reference {
            case .securityHub(let id): "security-hub/\(id)"
            case .cis(let version, let id): "cis-aws/\(version)/\(id)"
            case .accessAnalyzer, .documentation, .peer: nil
            }
        }
        return ["security", "aws", "account", control.group.rawValue] + references
    }

    // MARK: Lines

    private static func write(
        _ line: ChecklistLine, _ index: Int?, _ fingerprint: String, _ files: inout ChecklistFiles,
        to result: JSONWriter.Object
    ) {
        result.add("ruleId", line.control)
        if let index { result.add("ruleIndex", index) }
        // "Open" in SARIF's words: there was not enough to decide; its level is then none.
        result.add("kind", line.outcome == .open ? "fail" : "open")
        result.add("level", line.outcome == .open ? "warning" : "none")
        result.object("message") { $0.add("text", message(line, files)) }
        let regions = line.evidence.map { files.region(of: $0) }
        let places = Array(zip(line.evidence, regions).prefix(mostPlaces))
        result.array("locations") { array in
            for place in places.prefix(1) { array.object { write(place, nil, files, to: $0) } }
        }
        if places.count > 1 {
            result.array("relatedLocations") { array in
                for (number, place) in places.dropFirst().enumerated() {
                    array.object { write(place, number + 1, files, to: $0) }
                }
            }
        }
        // Code scanning would tell alerts apart by the line of the file, and one line of an answer holds many users.
        result.object("partialFingerprints") { object in
            object.add("primaryLocationLineHash", fingerprint)
            object.add("policylint/v1", fingerprint)
        }
    }

    /// GitHub shows no more than this many locations of a result.
    private static let mostPlaces = 100

    private static func write(
        _ place: (evidence: Evidence, region: (start: TextPosition, end: TextPosition)), _ id: Int?,
        _ files: ChecklistFiles, to location: JSONWriter.Object
    ) {
        if let id { location.add("id", id) }
        location.object("physicalLocation") { physical in
            SARIFResult.artifact(files.repositoryPath(of: place.evidence), in: physical)
            physical.object("region") { region in
                region.add("startLine", place.region.start.line)
                region.add("startColumn", place.region.start.utf16Column)
                region.add("endLine", place.region.end.line)
                region.add("endColumn", place.region.end.utf16Column)
            }
        }
        location.object("message") { $0.add("text", plain(files.text(place.evidence.says))) }
    }

    private static func message(_ line: ChecklistLine, _ files: ChecklistFiles) -> String {
        let subject = line.subject.name.map { "\(line.subject.sort) \($0): " } ?? ""
        var lines = [plain(files.text(subject + line.says))]
        if let next = line.next { lines.append("next: " + plain(files.text(next))) }
        if let command = line.command { lines.append("run: " + plain(files.text(command))) }
        return lines.joined(separator: "\n")
    }

    /// What the benchmark that was asked for calls the control of a line. A result has it in the tags of its rule.
    private static func ids(_ line: ChecklistLine, _ checklist: Checklist) -> String {
        guard let benchmark = checklist.benchmark else { return "" }
        return named(checklist.controls.filter { $0.id == line.control }.flatMap { benchmark.ids(of: $0) }, checklist)
    }

    private static func named(_ ids: [String], _ checklist: Checklist) -> String {
        guard let benchmark = checklist.benchmark, !ids.isEmpty else { return "" }
        return "\(benchmark.name) \(ids.joined(separator: ", ")): "
    }

    /// Text in which nothing is taken for a link (section 3.11.6 of the standard).
    private static func plain(_ text: String) -> String {
        text.replacing("](", with: "\\](")
    }

    /// Names a line by its control and subject, and a number where several are alike.
    private static func fingerprint(_ line: ChecklistLine, _ files: ChecklistFiles, _ seen: inout [FNVHash: Int])
        -> String
    {
        let name = [line.control, line.subject.sort, files.text(line.subject.name ?? "")].joined(separator: "\0")
        var hash = FNVHash()
        hash.add(name.utf8)
        seen[hash, default: 0] += 1
        return "\(hash.digits):\(seen[hash, default: 1])"
    }
}
