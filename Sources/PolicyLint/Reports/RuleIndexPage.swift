/// The list of all rules, for people and machines.
public enum RuleIndexPage {
    /// One line a rule: id, wing, severity, fix. The first line says so.
    public static var text: String {
        let lines =
            [["RULE", "WING", "SEVERITY", "FIX"]]
            + RuleCatalogue.all.map { [$0.id, $0.wing.rawValue, $0.severity.rawValue, fixes(of: $0)] }
        let widths = (0..<3).map { column in lines.map(\.[column].count).max() ?? 0 }
        return lines.map { line in
            let padded = zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return (padded + line.suffix(1)).joined(separator: "  ") + "\n"
        }.joined()
    }

    /// `rules/README.md`: the rules by wing, with links to their pages.
    public static var markdown: String {
        var result = "# Rules\n\nWritten by `policylint rules --format markdown`.\n"
        for wing in RuleMetadata.Wing.allCases {
            let rules = RuleCatalogue.all.filter { $0.wing == wing }
            if rules.isEmpty { continue }
            result += "\n## \(wing.rawValue)\n\n| rule | severity | fix | what it finds |\n|---|---|---|---|\n"
            for rule in rules {
                let summary = RuleCatalogue.page(for: rule.id)?.summary ?? ""
                result +=
                    "| [`\(rule.id)`](\(wing.rawValue)/\(rule.id).md) | \(rule.severity.rawValue) | \(fixes(of: rule)) | \(summary) |\n"
            }
        }
        return result
    }

    /// The rules for programs: see `docs/json-format.md`.
    public static var json: String {
        JSONWriter.object { root in
            root.add("version", 1)
            root.array("rules") { rules in
                for rule in RuleCatalogue.all { rules.object { add(rule, to: $0) } }
            }
        }
    }

    private static func add(_ rule: RuleMetadata, to object: JSONWriter.Object) {
        object.add("id", rule.id)
        object.add("wing", rule.wing.rawValue)
        object.add("severity", rule.severity.rawValue)
        object.add("summary", RuleCatalogue.page(for: rule.id)?.summary ?? "")
        object.array("kinds") { array in
            for kind in rule.kinds.kinds { array.append(kind.rawValue) }
        }
        object.array("fixes") { array in
            for fix in rule.fixes { array.append(fix.rawValue) }
        }
        object.array("references") { references in
            for reference in rule.references { references.object { add(reference, to: $0) } }
        }
    }

    private static func add(_ reference: RuleMetadata.Reference, to object: JSONWriter.Object) {
        switch reference {
        case .documentation(let address): object.add("documentation", address)
        case .accessAnalyzer(let code): object.add("accessAnalyzer", code)
        case .securityHub(let control): object.add("securityHub", control)
        case .cis(let version, let control):
            object.add("cis", control)
            object.add("cisVersion", version)
        case .peer(let peer, let check):
            object.add("peer", peer.rawValue)
            object.add("check", check)
        }
    }

    private static func fixes(of rule: RuleMetadata) -> String {
        rule.fixes.isEmpty ? "—" : rule.fixes.map(\.rawValue).joined(separator: ", ")
    }
}
