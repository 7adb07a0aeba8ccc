/// Whether the files of a trail arrive.
extension TrailEvidence {
    /// How many days may lie between the last delivery and the export. CloudTrail delivers within minutes what was done,
    /// and nothing where nothing was done in the Region.
    ///
    /// Source: <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/get-and-view-cloudtrail-log-files.html>.
    private static let quietDays = 30

    /// Whether its files arrive, as far as its status tells at the time of the export. AWS does not say when an error was
    /// over; to other accounts than its own it leaves out when the trail delivered.
    func delivers(by export: Timestamp?) -> TrailFinding {
        guard let status = status.value else { return .yes([]) }
        if let error = status.value.deliveryError {
            return .unknown(
                EvidenceGap(
                    "trail `\(name)` failed to deliver: a person must say whether it does again",
                    [status.evidence("`LatestDeliveryError` is `\(error.value)`", at: error.span)]))
        }
        guard foreignOwner == nil, let export else { return .yes([]) }
        let deliveries = [
            ("LatestDeliveryTime", status.value.deliveryTime), ("LatestDigestDeliveryTime", status.value.digestTime),
        ]
        .compactMap { member, time in time.map { (member: member, time: $0) } }
        if let last = deliveries.max(by: { $0.time.value < $1.time.value }) {
            let said = [status.evidence("`\(last.member)` is of \(last.time.value)", at: last.time.span)]
            let days = export.days(since: last.time.value)
            if days <= Self.quietDays { return .yes(said) }
            return .unknown(
                EvidenceGap(
                    "trail `\(name)` delivered nothing in the last \(days) days before the export: a person must say whether it does",
                    said))
        }
        guard let start = status.value.startTime, export.days(since: start.value) > 0 else { return .yes([]) }
        return .unknown(
            EvidenceGap(
                "trail `\(name)` was switched on \(export.days(since: start.value)) days before the export, and has delivered nothing: a person must say why",
                [status.evidence("`StartLoggingTime` is of \(start.value)", at: start.span)]))
    }
}
