/// The checks of a peer, as one version of it has them.
struct PeerChecks: Sendable {
    /// The version that was read.
    let version: String
    /// The month of that version: `2026-10`.
    let month: String
    /// Where its checks are to be seen.
    let source: String
    /// The checks, in the order of the list.
    let checks: [Check]

    /// A check of a peer.
    struct Check: Sendable {
        /// What the peer calls it.
        let id: String
        /// What it finds, in a few words.
        let finds: String
        /// Why no rule answers it; nil where one does.
        let reason: String?
    }

    /// The checks of a peer.
    static func of(_ peer: Peer) -> PeerChecks {
        PeerChecks(RuleData.text("checks-of-\(peer.rawValue)")?.description ?? "")
    }

    /// Reads a list; lines that are none of a list are left out.
    init(_ text: String) {
        var facts: [Substring: Substring] = [:]
        var checks: [Check] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# ") {
                let words = line.dropFirst(2).parts(separatedBy: ": ", atMost: 1)
                if words.count == 2 { facts[words[0]] = words[1] }
            } else if let check = Check(line: line) {
                checks.append(check)
            }
        }
        version = String(facts["version"] ?? "")
        month = String(facts["as of"] ?? "")
        source = String(facts["source"] ?? "")
        self.checks = checks
    }
}

extension PeerChecks.Check {
    fileprivate init?(line: Substring) {
        guard !line.hasPrefix("#") else { return nil }
        let fields = line.parts(separatedBy: " | ").map(String.init)
        guard (2...3).contains(fields.count), fields.allSatisfy({ !$0.isEmpty }) else { return nil }
        id = fields[0]
        finds = fields[1]
        reason = fields.count == 3 ? fields[2] : nil
    }
}
