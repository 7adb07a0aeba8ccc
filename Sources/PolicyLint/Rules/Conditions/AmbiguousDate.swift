/// A date that AWS may not read as it was meant.
enum AmbiguousDate: ConditionRule {
    static let metadata = RuleMetadata(
        id: "ambiguous-date", wing: .conditions, severity: .warning, kinds: .policies,
        fixes: [.preserving, .suggestion],
        references: [
            .accessAnalyzer("INVALID_DATE_VALUE"),
            .documentation(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date"
            ),
            .documentation("https://www.w3.org/TR/NOTE-datetime"),
            .peer(.iamPolicyValidator, "condition_type_mismatch.invalid_value_format"),
        ])

    static func check(_ statement: Statement, _ context: inout RuleContext) {
        for condition in statement.conditions where condition.operator?.name.family == .date {
            for value in condition.values {
                let text = value.value
                if text.utf8.allSatisfy(\.isDigit) {
                    checkSeconds(value, condition, &context)
                } else if Timestamp(text + "Z") != nil {
                    let edit = context.editing.replace(value.span, withString: text + "Z")
                    context.report(.noZone(text), at: value.span, fix: Fix("say that it is UTC", .suggestion, [edit]))
                }
            }
        }
    }

    private static func checkSeconds(_ value: Located<String>, _ condition: Condition, _ context: inout RuleContext) {
        let text = value.value
        if text.utf8.count == 4 {
            let edit = context.editing.replace(value.span, withString: "\(text)-01-01T00:00:00Z")
            context.report(.yearOrSeconds(text), at: value.span, fix: Fix("write a whole date", .suggestion, [edit]))
        } else if let day = day(text) {
            let edit = context.editing.replace(value.span, withString: day)
            context.report(.dayOrSeconds(text, day), at: value.span, fix: Fix("write `\(day)`", .suggestion, [edit]))
        } else if let seconds = Int(text), text.utf8.count == 13 {
            let meant = Timestamp(secondsSince1970: seconds / 1000).dateAndTime
            let edit = context.editing.replace(value.span, withString: meant)
            context.report(
                .milliseconds(text, meant), at: value.span, fix: Fix("write `\(meant)`", .suggestion, [edit]))
        } else if let seconds = Int(text), seconds < yearTenThousand, !condition.isOn("aws:EpochTime") {
            let date = Timestamp(secondsSince1970: seconds).dateAndTime
            // Proved, not only computed: both writings are the same moment.
            let isSame = ConditionNumber.moment(date) == ConditionNumber.moment(text)
            let edit = context.editing.replace(value.span, withString: date)
            context.report(
                .seconds(text, date), at: value.span,
                fix: isSame ? Fix("write `\(date)`", .preserving, [edit]) : nil)
        }
    }

    /// The day that eight digits are meant for, without hyphens, rather than a second of 1970: `20260131`.
    private static func day(_ digits: String) -> String? {
        guard digits.utf8.count == 8, digits >= "19900101" else { return nil }
        let day = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
        return Timestamp(day).map { _ in day + "T00:00:00Z" }
    }

    private static let yearTenThousand = 253_402_300_800
}

extension Timestamp {
    /// Date and time in UTC: `2026-01-31T08:30:00Z`.
    fileprivate var dateAndTime: String {
        let second = (secondsSince1970 % 86_400 + 86_400) % 86_400
        let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(self)T\(parts.joined(separator: ":"))Z"
    }
}

extension Message {
    fileprivate static func seconds(_ text: String, _ date: String) -> Message {
        Message(
            "`\(text)` is a date in seconds since 1970, which nobody can read", help: "write `\(date)`", severity: .note
        )
    }

    fileprivate static func yearOrSeconds(_ text: String) -> Message {
        Message(
            "`\(text)` may be the year, or so many seconds after the beginning of 1970",
            help: "write a whole date, such as `\(text)-01-01T00:00:00Z`")
    }

    fileprivate static func dayOrSeconds(_ text: String, _ date: String) -> Message {
        Message(
            "`\(text)` looks like a day, and AWS takes it for so many seconds after the beginning of 1970",
            help: "write `\(date)`")
    }

    fileprivate static func milliseconds(_ text: String, _ date: String) -> Message {
        Message(
            "`\(text)` counts milliseconds, it seems; AWS counts seconds, and so takes it for a date far in the future",
            help: "write `\(date)`")
    }

    fileprivate static func noZone(_ text: String) -> Message {
        Message(
            "`\(text)` does not say in which time zone",
            help: "write `\(text)Z` for UTC, or an offset such as `+01:00`",
            severity: .note)
    }
}
