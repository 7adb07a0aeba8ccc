@testable import PolicyLint

/// An export of a test: paths, and the texts of their files.
struct Export {
    var files: [(path: String, text: String)]

    init(_ files: KeyValuePairs<String, String>) { self.files = files.map { ($0.key, $0.value) } }

    /// What the export tells.
    func evidence(now: String? = "2026-11-25") -> AccountEvidence {
        AccountEvidence(
            files.map { EvidenceFile(SourceFile(name: $0.path, text: $0.text)) }, now: now.flatMap { Timestamp($0) })
    }

    /// The lines of one control.
    func lines(_ control: String, now: String? = "2026-11-25") -> [ChecklistLine] {
        Checklist(evidence(now: now)).lines.filter { $0.control == control }
    }

    /// What the lines of one control say: "open root: …".
    func says(_ control: String, now: String? = "2026-11-25") -> [String] {
        lines(control, now: now).map { line in
            "\(line.outcome.rawValue) \([line.subject.sort, line.subject.name].compactMap { $0 }.joined(separator: " ")): "
                + line.says
        }
    }

    /// The texts at the evidence of the lines of one control.
    func marked(_ control: String) -> [String] {
        let evidence = evidence()
        return lines(control).flatMap(\.evidence).map { place in
            SourceText(evidence.files[place.file].bytes)[place.span]
        }
    }
}

/// Answers that several tests use.
enum Answers {
    /// A credential report with root's row and those of users.
    static func report(root: [String: String] = [:], users: [String: [String: String]] = [:]) -> String {
        let columns = [
            "user", "arn", "user_creation_time", "password_enabled", "password_last_used", "password_last_changed",
            "password_next_rotation", "mfa_active", "access_key_1_active", "access_key_1_last_rotated",
            "access_key_1_last_used_date", "access_key_2_active", "access_key_2_last_rotated",
            "access_key_2_last_used_date", "cert_1_active", "cert_1_last_rotated", "cert_2_active",
            "cert_2_last_rotated",
        ]
        func row(_ name: String, _ arn: String, _ cells: [String: String]) -> String {
            columns.map { column in
                switch column {
                case "user": name
                case "arn": arn
                case "user_creation_time": cells[column] ?? "2026-01-01T00:00:00+00:00"
                default: cells[column] ?? (column.hasSuffix("_active") ? "false" : "N/A")
                }
            }.joined(separator: ",")
        }
        var rows = [columns.joined(separator: ",")]
        rows.append(row("<root_account>", "arn:aws:iam::111122223333:root", root))
        for (name, cells) in users.sorted(by: { $0.key < $1.key }) {
            rows.append(row(name, "arn:aws:iam::111122223333:user/\(name)", cells))
        }
        return rows.joined(separator: "\n") + "\n"
    }

    /// The account summary with these entries.
    static func summary(_ entries: KeyValuePairs<String, Int>) -> String {
        "{\"SummaryMap\": {\(entries.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", "))}}"
    }

    /// What the AWS CLI says when a call fails.
    static func error(_ code: String, _ operation: String) -> String {
        "\nAn error occurred (\(code)) when calling the \(operation) operation: words\n"
    }
}
