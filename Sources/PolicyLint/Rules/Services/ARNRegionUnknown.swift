/// An ARN whose Region there is not, or not in the ARN's partition.
enum ARNRegionUnknown: StatementRule {
    static let metadata = RuleMetadata(
        id: "arn-region-unknown", wing: .services, severity: .error, kinds: .policies, fixes: [.suggestion],
        references: [
            .accessAnalyzer("INVALID_ARN_REGION"),
            .documentation("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"),
            .documentation("https://docs.aws.amazon.com/general/latest/gr/rande.html#region-names-codes"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for resource in statement.resources { check(resource, .resource, &context) }
        for resource in statement.notResources { check(resource, .resource, &context) }
        for condition in statement.conditions {
            guard let name = condition.operator?.name, name.family == .arn || name.family == .string else { continue }
            for value in condition.values { check(value, name.takesWildcards ? .pattern : .text, &context) }
        }
    }

    /// What an ARN stands as: a resource, or a value of a condition whose wildcards count, or do not.
    private enum Role { case resource, pattern, text }

    private static func check(_ text: Located<String>, _ role: Role, _ context: inout RuleContext) {
        let catalogue = context.catalogue
        // A quick look: most texts are no ARNs, or name no Region, or a right one.
        guard hasDoubtfulRegion(text.value, catalogue), let fields = text.value.arnFields else { return }
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

    /// Whether a text begins like an ARN with something for its Region, but no Region of its partition.
    private static func hasDoubtfulRegion(_ text: String, _ catalogue: ServiceCatalogue) -> Bool {
        text.withBytes { bytes in
            func field(behind colon: Int) -> Range<Int>? {
                let start = colon + 1
                return bytes.firstPlace(of: UInt8(ascii: ":"), through: UInt8(ascii: ":"), in: start..<bytes.count)
                    .map { start..<$0 }
            }
            guard bytes.starts(with: "arn:".utf8), let partition = field(behind: 3),
                let service = field(behind: partition.upperBound), let region = field(behind: service.upperBound),
                !region.isEmpty
            else { return false }
            // A quick look: what begins with `*` is a pattern of any Region.
            if bytes[region.lowerBound] == UInt8(ascii: "*") { return false }
            return !catalogue.isRegion(
                UnsafeBufferPointer(rebasing: bytes[region]),
                ofPartition: UnsafeBufferPointer(rebasing: bytes[partition]))
        }
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
