/// A value that is not the name of a Region, where one belongs.
enum RegionUnknown: ConditionKeyRule {
    static let metadata = RuleMetadata(
        id: "region-unknown", wing: .conditions, severity: .error, kinds: .policies, fixes: [.narrowing, .suggestion],
        references: [
            .accessAnalyzer("INVALID_REGION"),
            .documentation("https://docs.aws.amazon.com/general/latest/gr/rande.html#region-names-codes"),
        ])

    /// The keys that hold names of Regions.
    static let keys: NameSet = [
        "aws:RequestedRegion", "ec2:Region", "account:TargetRegion", "cloudformation:TargetRegion", locationKey,
        "kms:PrimaryRegion", "kms:ReplicaRegion", "secretsmanager:AddReplicaRegions",
        "secretsmanager:SecretPrimaryRegion", "ses:ReplicaRegion", "sso:PrimaryRegion",
    ]

    /// The key that also holds `EU`, the old name of `eu-west-1`.
    ///
    /// Source: <https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucketConfiguration.html>.
    private static let locationKey = "s3:LocationConstraint"

    /// What requests carry that Amazon Bedrock sends to a Region of its choice.
    ///
    /// Source: <https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html>.
    private static let noRegion = "unspecified"

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions where condition.isOn(keys) {
            guard let test = condition.operator, test.name.family == .string else { continue }
            for value in condition.values where !isOtherWord(value.value, condition) {
                check(value, test, statement, &context)
            }
        }
    }

    /// Whether a value is no Region's name, and yet what the key holds.
    private static func isOtherWord(_ text: String, _ condition: Condition) -> Bool {
        text == "EU" && condition.isOn(locationKey) || text == noRegion && condition.isOn("aws:RequestedRegion")
    }

    private static func check(
        _ value: Located<String>, _ test: ConditionOperator, _ statement: Statement, _ context: inout RuleContext
    ) {
        let text = value.value
        // `aws-global` and the like stand for all of a partition.
        if text.hasVariable || text.hasSuffix("-global") { return }
        if text.hasWildcard {
            // Under an operator without wildcards they are another sort of mistake.
            if test.name.takesWildcards, context.catalogue.standing(ofRegion: text) == .unknown {
                context.report(.unmatched(text), at: value.span)
            }
            return
        }
        let standing = context.catalogue.standing(ofRegion: text, ignoringCase: test.name.ignoresCase)
        guard standing == .unknown else { return }
        let isZone = context.catalogue.standing(ofRegion: String(text.dropLast())) == .known
        let meant = context.catalogue.nearestRegion(to: text)
        let edit = meant.map { context.editing.replace(value.span, withString: $0) }
        // Only the case of the letters leaves no doubt.
        let effect: Fix.Effect =
            meant?.equalsIgnoringCase(text) == true ? .listingMore(test, in: statement) : .suggestion
        context.report(
            isZone ? .zone(text) : .unknown(text, meant, context.catalogue.date), at: value.span,
            fix: meant.flatMap { meant in edit.map { Fix("write `\(meant)`", effect, [$0]) } })
    }
}

extension Message {
    fileprivate static func unknown(_ text: String, _ meant: String?, _ date: String) -> Message {
        let guess = meant.map { "; did you mean `\($0)`?" } ?? ""
        guard ServicePrincipalName.isRegion(text), meant?.equalsIgnoringCase(text) != true else {
            return Message(
                "`\(text.excerpt)` is not the name of a Region\(guess)",
                help: "write a name such as `eu-central-1`, in lower case")
        }
        return Message(
            "AWS had no Region `\(text.excerpt)` on \(date)\(guess)",
            help: "correct the name; if the Region is newer, give a newer catalogue with `--catalogue`",
            severity: .warning)
    }

    fileprivate static func zone(_ text: String) -> Message {
        Message(
            "`\(text.excerpt)` is an Availability Zone, and a Region's name belongs here",
            help: "write `\(text.dropLast())`")
    }

    fileprivate static func unmatched(_ text: String) -> Message {
        Message(
            "no Region's name matches `\(text.excerpt)`", help: "write a pattern such as `eu-*`", severity: .warning)
    }
}
