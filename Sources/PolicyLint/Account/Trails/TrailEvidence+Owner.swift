/// Whose a trail is, and what of it is told to whom.
extension TrailEvidence {
    /// The account to which it belongs, if that is another than this one: only the management account changes a trail of its
    /// organization.
    ///
    /// Source: <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html>.
    var foreignOwner: String? {
        guard let account, let owner = AmazonResourceName(arn)?.account, owner != account else { return nil }
        return owner
    }

    /// Whether AWS says that there is no such trail, of which a Region's list tells.
    var isUnfound: Bool {
        (status.value == nil && unfoundBy.contains("GetTrailStatus"))
            || (selectors.value == nil && unfoundBy.contains("GetEventSelectors"))
    }

    /// Why its status cannot be told.
    var gapOfStatus: EvidenceGap { gap(status, "status", "GetTrailStatus") }
    /// Why its event selectors cannot be told.
    var gapOfSelectors: EvidenceGap { gap(selectors, "event selectors", "GetEventSelectors") }

    private func gap<Value>(_ answer: Known<Value>, _ what: String, _ operation: String) -> EvidenceGap {
        if case .refused(let said) = answer, unfoundBy.contains(operation) {
            let says =
                foreignOwner.map { owner in
                    "AWS tells the \(what) of trail `\(name)` to account \(owner), to which it belongs, and not to this one"
                } ?? "AWS says that there is no trail `\(name)`, of which a Region's list tells"
            return EvidenceGap(says, [said])
        }
        return answer.gap("\(what) of trail `\(name)`") ?? EvidenceGap("the export holds no \(what) of trails")
    }

    /// The commands that export what the export does not hold of it, and AWS tells; nil where nothing is missing.
    var export: String? {
        var missing: [String] = []
        if status.value == nil, !unfoundBy.contains("GetTrailStatus") { missing.append("get-trail-status") }
        if selectors.value == nil, !unfoundBy.contains("GetEventSelectors") { missing.append("get-event-selectors") }
        if missing.isEmpty { return nil }
        return missing.map { ExportCommand.answer($0, ofTrail: self) }.joined(separator: "; ")
    }
}
