/// What the export tells of how the root user signs in.
enum RootSignIn {
    /// Whether root has an MFA device.
    static func mfa(_ evidence: AccountEvidence) -> EvidencePair {
        var result = EvidencePair()
        if let row = evidence.rootRow, let flag = row.value.flag("mfa_active"), let cell = row.value["mfa_active"] {
            result.add(flag, row.evidence("`mfa_active` is `\(cell.value)`", at: cell.span))
        }
        if let (value, evidence) = evidence.summaryEntry("AccountMFAEnabled") { result.add(value > 0, evidence) }
        for device in virtualDevices(evidence) { result.yes.append(device) }
        return result
    }

    /// Whether root has a password. Credential reports write `not_supported` of the password that root has.
    static func password(_ evidence: AccountEvidence) -> EvidencePair {
        var result = EvidencePair()
        if let row = evidence.rootRow, let cell = row.value["password_enabled"],
            ["true", "false", "not_supported"].contains(where: { $0.equalsIgnoringCase(cell.value) })
        {
            result.add(
                !cell.value.equalsIgnoringCase("false"),
                row.evidence("`password_enabled` is `\(cell.value)`", at: cell.span))
        }
        if let (value, evidence) = evidence.summaryEntry("AccountPasswordPresent") { result.add(value > 0, evidence) }
        return result
    }

    /// What the report says of a key or certificate of root's, active or not. One that was never made has no date.
    static func credential(
        _ name: String, _ row: Sourced<CredentialReport.Row>
    ) -> (present: [Evidence], absent: [Evidence]) {
        let (active, rotated) = ("\(name)_active", "\(name)_last_rotated")
        guard let flag = row.value.flag(active), let cell = row.value[active] else { return ([], []) }
        if flag { return ([row.evidence("`\(active)` is `\(cell.value)`", at: cell.span)], []) }
        guard let date = row.value[rotated] else { return ([], []) }
        let said = row.evidence("`\(rotated)` is `\(date.value)`", at: date.span)
        return row.value.date(rotated) == nil ? ([], [said]) : ([said], [])
    }

    /// Root's MFA in words, with its kind where the export tells it.
    static func kind(_ evidence: AccountEvidence) -> String {
        if !virtualDevices(evidence).isEmpty { return "MFA: a virtual device" }
        return evidence.virtualDevices.isWhole ? "MFA: a passkey, security key or hardware token" : "MFA"
    }

    /// What shows root's virtual devices.
    static func virtualDevices(_ evidence: AccountEvidence) -> [Evidence] {
        assignedDevices(evidence).map { device in
            device.evidence(
                "root has a virtual MFA device", at: device.value.serialNumber?.span ?? device.value.node.span)
        }
    }

    /// The device that shows root codes, which passkeys and security keys do not: what it is in words, and its serial
    /// number, as far as the export tells; nil for the one that the console names.
    static func codeDevice(_ evidence: AccountEvidence) -> (inWords: String, serial: String?) {
        let virtual = assignedDevices(evidence)
        if let serial = virtual.first?.value.serialNumber?.value { return ("MFA device", serial) }
        guard evidence.virtualDevices.isWhole, virtual.isEmpty, !mfa(evidence).yes.isEmpty else {
            return ("MFA device", nil)
        }
        return ("hardware token, which a passkey or security key cannot stand in for", "SERIAL_NUMBER")
    }

    /// Root's virtual devices. One without owner and date was made and never assigned.
    private static func assignedDevices(_ evidence: AccountEvidence) -> [Sourced<VirtualMFADevices.Device>] {
        evidence.virtualDevices.elements.filter { device in
            device.value.isRoots && (device.value.userARN != nil || device.value.node["EnableDate"]?.string != nil)
        }
    }
}

extension AccountEvidence {
    /// An entry of the account summary, with its evidence. Absence proves nothing: old answers lack some.
    func summaryEntry(_ name: String) -> (value: Int, evidence: Evidence)? {
        guard let summary = summary.value, let (member, value) = summary.value.entry(name) else { return nil }
        return (value, summary.evidence("`\(name)` is \(value)", at: member.span))
    }
}
