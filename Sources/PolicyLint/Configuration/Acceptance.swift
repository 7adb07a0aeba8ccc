/// Lines of an account's checklist that somebody has looked at and accepted, with the reason.
public struct Acceptance: Hashable, Sendable {
    /// The ids of the controls.
    public let controls: Set<String>
    /// What the lines are about, as the checklist names it: `bucket amzn-s3-demo-bucket`, `root`; nil for all.
    public let subject: String?
    /// Why they are accepted.
    public let reason: String
    /// From this moment on they are open again.
    public let expires: Timestamp?
    /// Where it stands in the configuration, from 1.
    public let line: Int
    /// From 1, in characters.
    public let column: Int

    /// Whether it has run out on a day. Without a day nothing does.
    public func hasExpired(on day: Timestamp?) -> Bool { expires.map { $0.hasCome(on: day) } ?? false }

    /// Whether it speaks of a line, even where it has run out.
    func names(control: String, subject: String) -> Bool {
        controls.contains(control) && self.subject.map { $0 == subject } ?? true
    }
}
