/// Writes `README.md`: what `apply.sh` does, and in words what only a person can do.
struct CorrectionPage {
    private let steps: [CorrectionStep]
    private let byHand: [ChecklistLine]
    /// The buckets whose policy no step corrects, since Amazon S3 may refuse it.
    private let refused: [String]
    private let checklist: Checklist
    private let accountID: String

    init(
        _ steps: [CorrectionStep], byHand: [ChecklistLine], refused: [String], _ checklist: Checklist,
        accountID: String
    ) {
        self.refused = refused
        self.steps = steps
        self.byHand = byHand
        self.checklist = checklist
        self.accountID = accountID
    }

    /// The page.
    var text: String {
        var parts = ["# Account \(accountID), corrected", summary]
        if !steps.isEmpty { parts += ["## What apply.sh does", how, list] }
        let hand = byHand.map(hand) + refused.map(Self.policy)
        if !hand.isEmpty { parts += ["## What only you can do"] + hand }
        parts += ["## Then", Self.then]
        return parts.joined(separator: "\n\n") + "\n"
    }

    private var summary: String {
        let open = checklist.count(of: .open)
        let closed = Set(steps.flatMap(\.closes)).count
        let left = byHand.isEmpty ? "nothing is" : byHand.count == 1 ? "1 is" : "\(byHand.count) are"
        let untold = checklist.count(of: .cannotTell)
        let rest =
            untold == 0
            ? ""
            : " \(Self.count(untold, "line")) cannot be told: the checklist says what to export for \(untold == 1 ? "it" : "them")."
        return """
            \(Self.count(open, "line")) of the checklist \(open == 1 ? "is" : "are") open. `apply.sh` closes \
            \(closed == 0 ? "none" : String(closed)); \(left) left to you.\(rest) Nothing has been changed yet.
            """
    }

    private var how: String {
        """
        Read it first. Run it as an administrator of the account, in this directory: `sh apply.sh`. Every step shows \
        its commands and asks for a `yes`; what you answer otherwise is passed over. It stops where a command fails, \
        and goes on from there when you run it again. What adds protection comes first, what takes something away \
        last: a step that requires MFA waits until its user has a device. A step that writes over a document, or \
        deletes it, waits where the account has another one by now than at the export, of which a copy lies beside \
        the corrected one, as `NAME.before`. Keep another administrator, or the root \
        user with its MFA, at hand until you have assumed your role once.
        """
    }

    private var list: String {
        steps.enumerated().map { index, step in
            var lines = ["\(index + 1). \(Self.plain(step.title))"]
            lines.append("   \(Self.plain(ApplyScript.lines(of: step)))")
            if let caution = step.caution { lines.append("   take care: \(Self.plain(caution))") }
            lines += step.files.map { "   file: `\($0.path)`" }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private func hand(_ line: ChecklistLine) -> String {
        let title = ControlCatalogue.metadata(for: line.control)?.title ?? line.control
        var text = "### \(Self.plain(ApplyScript.name(of: line)))\n\n"
        text += "Wanted: \(title). Found: \(Self.plain(line.says))."
        if let next = line.next { text += "\n\nDo: \(Self.plain(next))." }
        if let command = line.command { text += "\n\n    \(Self.plain(command))" }
        return text
    }

    /// Why the policy of a bucket is left as it is.
    private static func policy(ofBucket name: String) -> String {
        """
        ### the policy of bucket \(plain(name))

        Amazon S3 counts a policy as public that does not say by fixed names, networks or accounts whom it lets in, and \
        refuses to take such a policy where public access is blocked. It is, or a step blocks it, or the export does \
        not tell. So no step corrects the policy.

        Do: name those whom the bucket is for in the place of everyone, or take the statement away. Then export the \
        account again, and correct that.
        """
    }

    private static let then = """
        Export the account again with `scripts/export-account`, and run `policylint account` on it: what is done is \
        proven there.
        """

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    /// A text on one line.
    private static func plain(_ text: String) -> String {
        String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
}
