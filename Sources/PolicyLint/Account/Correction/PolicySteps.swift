/// The steps that put corrected policies in force.
enum PolicySteps {
    /// The steps for the policies that fixes narrow, or that close a line. What closes a line is found out: the
    /// controls look at the account as it will be.
    static func steps(
        closing open: [ChecklistLine], _ benchmark: Benchmark?, _ input: CorrectionInput
    ) -> [CorrectionStep] {
        let corrected = input.corrected
        if corrected.changes.isEmpty { return [] }
        let holders = DeviceHolders(input.evidence)
        let trust = ChecklistOutcome(corrected.withTrust, benchmark)
        let all = ChecklistOutcome(corrected.evidence, benchmark)
        return corrected.changes.compactMap { change in
            let outcome = change.stage == .trust ? trust : all
            let closes = open.filter { line in
                line.subject == change.subject && outcome.closes(line)
                    && (change.stage == .trust || !trust.closes(line))
            }
            if closes.isEmpty && !change.narrows { return nil }
            return step(change, closes, input, holders)
        }
    }

    private static func step(
        _ change: CorrectedPolicies.Change, _ closes: [ChecklistLine], _ input: CorrectionInput,
        _ holders: DeviceHolders
    ) -> CorrectionStep? {
        guard
            let command = ApplyCommand.command(
                for: change.document, path: change.file.path, account: input.accountID)
        else { return nil }
        let name = change.subject.name ?? ""
        let path = change.file.path
        let replaces = [Replacement(of: change.old, owner: change.document.owner, path: path, with: path)].compactMap(
            \.self)
        let what = change.titles.joined(separator: "; ")
        guard let users = holders.users(of: change) else { return nil }
        guard change.stage == .trust else {
            let room = makingRoom(for: change.document)
            var cautions = change.narrows ? ["what relied on the wider policy works no longer"] : []
            if change.requiresMFA {
                cautions.append(
                    "requests without MFA are refused: who needs the policy needs an MFA device first, and with an access key a session that shows it (`aws sts get-session-token`)"
                )
                if !users.isEmpty {
                    cautions.append("the step waits for the devices of \(users.joined(separator: ", "))")
                }
            }
            if !room.isEmpty {
                cautions.append("where the policy has five versions, the oldest that is not in force is deleted")
            }
            return CorrectionStep(
                id: policyID(change.file.path), stage: .permissions,
                title: "correct a policy of \(change.subject.sort) \(name): \(what)", closes: closes,
                caution: cautions.isEmpty ? nil : cautions.joined(separator: "; "), commands: room + [command],
                files: [change.file], replaces: replaces, mfaUsers: users)
        }
        var cautions: [String] = []
        let (shutOut, isAll) = holders.shutOut(of: name, by: input.corrected.withTrust.accessGraph)
        if !shutOut.isEmpty {
            cautions.append("can assume the role today, and can do so no longer: \(shutOut.joined(separator: ", "))")
        }
        if !isAll { cautions.append("whoever else assumes the role today can do so no longer") }
        if !users.isEmpty {
            cautions.append("each of these needs an MFA device first: \(users.joined(separator: ", "))")
        }
        return CorrectionStep(
            id: trustID(name), stage: .trust, title: "correct who may assume role \(name): \(what)", closes: closes,
            caution: cautions.isEmpty ? nil : cautions.joined(separator: "; "), commands: [command],
            files: [change.file], replaces: replaces, mfaUsers: users)
    }

    /// The commands that make room for one more version of a managed policy: IAM keeps five. The fourth from the end of
    /// those that are not in force is there only where there are five in all, and is the oldest then.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html>.
    private static func makingRoom(for document: Document) -> [String] {
        guard document.owner.kind == .managedPolicy, let arn = document.owner.arn?.description else { return [] }
        let asking = CorrectionStep.command(
            "iam", "list-policy-versions",
            [
                "policy-arn": arn, "query": "sort_by(Versions[?!IsDefaultVersion], &CreateDate)[-4].VersionId",
                "output": "text",
            ])
        let deleting = CorrectionStep.command("iam", "delete-policy-version", ["policy-arn": arn]) + " --version-id"
        return ["oldest=\"$(\(asking))\"", "[ \"$oldest\" = None ] || \(deleting) \"$oldest\""]
    }

    /// The id of the step that corrects a policy, by the path of its file.
    static func policyID(_ path: String) -> String { "policy \(path)" }

    /// The id of the step that corrects the trust policy of a role.
    static func trustID(_ role: String) -> String { "trust \(role)" }
}
