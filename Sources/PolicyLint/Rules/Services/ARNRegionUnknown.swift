/// An ARN whose Region there is not, or not in the ARN's partition.
enum ARNRegionUnknown: PolicyRule {
    static let metadata = RuleMetadata(
        id: "arn-region-unknown", wing: .services, severity: .error, kinds: .policies, fixes: [.suggestion],
        references: [
            .accessAnalyzer("INVALID_ARN_REGION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"),
            .documentation("https://docs.aws.amazon.com/general/latest/gr/rande.html#region-names-codes"),
        ])

    static func check(_ policy: Policy, _ context: inout RuleContext) {
        for doubtful in context.doubtfulResources where doubtful.finding.doubts.contains(.region) {
            check(doubtful.resource, .resource, &context)
        }
        for statement in policy.conditionedStatements {
            for condition in statement.conditions {
                guard let name = condition.operator?.name, name.family == .arn || name.family == .string else {
                    continue
                }
                // A quick look: most values are no ARNs.
                for (index, sketch) in condition.sketches.enumerated() where sketch.prefixHash == prefix {
                    let value = condition.values[index]
                    guard context.catalogue.hasDoubtfulRegion(value.value) else { continue }
                    check(value, name.takesWildcards ? .pattern : .text, &context)
                }
            }
        }
    }

    private static let prefix = TextHash("arn")

    /// What an ARN stands as: a resource, or a value of a condition whose wildcards count, or do not.
    private enum Role { case resource, pattern, text }

    private static func check(_ text: Located<String>, _ role: Role, _ context: inout RuleContext) {
        let catalogue = context.catalogue
        guard let fields = text.value.arnFields else { return }
        let region = fields[3]
        // A wildcard or variable before it may stand for several fields.
        guard !fields[2].hasWildcard,
            !fields[..<4].contains(where: { $0.utf8.contains(UInt8(ascii: "$")) || String($0).hasVariable })
        else {
            return
        }
        if region.hasWildcard {
            if role != .text { checkPattern(region, at: text.span, &context) }
            return
        }
        if let partition = catalogue.partition(ofRegion: region) {
            guard fields[1] == "aws" || fields[1].hasPrefix("aws-"), !fields[1].hasWildcard
            else { return }
            let mended = "arn:\(partition)" + text.value[fields[1].endIndex...]
            context.report(
                .foreign(region, partition, fields[1]), at: text.span, fix: fix(mended, text.span, context))
            return
        }
        guard catalogue.standing(ofRegion: String(region)) == .unknown else { return }
        // A resource without the form of one is another sort of mistake.
        if role == .resource, ResourcePattern.flaw(of: text.value) != nil { return }
        let meant = catalogue.nearestRegion(to: String(region))
        let mended = meant.flatMap { text.value.replacingARNFields(region: $0) }
        context.report(
            .unknown(region, meant, catalogue.date), at: text.span, fix: mended.flatMap { fix($0, text.span, context) })
    }

    /// Whether no Region's name begins as a pattern does. What its first wildcard stands for may reach over colons.
    private static func checkPattern(_ pattern: Substring, at span: SourceSpan, _ context: inout RuleContext) {
        let prefix = pattern.prefix { $0 != "*" && $0 != "?" }
        guard context.catalogue.hasRegions, !context.catalogue.hasRegion(withPrefix: prefix) else { return }
        context.report(.unmatched(pattern), at: span)
    }

    private static func fix(_ mended: String, _ span: SourceSpan, _ context: RuleContext) -> Fix? {
        Fix("write `\(mended)`", .suggestion, [context.editing.replace(span, withString: mended)])
    }
}

extension Message {
    fileprivate static func unknown(_ region: Substring, _ meant: String?, _ date: String) -> Message {
        let guess = meant.map { "; did you mean `\($0)`?" } ?? ""
        return Message(
            "AWS had no Region `\(String(region).excerpt)` on \(date)\(guess)",
            help: "correct the ARN; if the Region is newer, give a newer catalogue with `--catalogue`",
            severity: .warning, issue: "INVALID_ARN_REGION")
    }

    fileprivate static func foreign(_ region: Substring, _ partition: String, _ written: Substring) -> Message {
        Message(
            "`\(region)` is a Region of the partition `\(partition)`, and the ARN is of `\(String(written).excerpt)`",
            help: "write `arn:\(partition):…`, or a Region of the partition that is meant", issue: "INVALID_ARN_REGION")
    }

    fileprivate static func unmatched(_ pattern: Substring) -> Message {
        Message(
            "no Region's name matches `\(String(pattern).excerpt)`", help: "write a pattern such as `eu-*`",
            severity: .warning, issue: "INVALID_ARN_REGION")
    }
}
