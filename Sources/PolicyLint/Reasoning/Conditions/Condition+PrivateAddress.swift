extension Condition {
    /// Whether it asks for private addresses alone, and holds for no request: AWS sees none come from them.
    ///
    /// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip>.
    var asksForPrivateAddress: Bool {
        guard isOn("aws:SourceIp"), let test = self.operator, test.name == .ipAddress, !test.holdsWithoutKey else {
            return false
        }
        return hasOnlyPrivateAddresses
    }

    /// Whether it keeps private addresses alone out, and holds for every request.
    var keepsOutPrivateAddress: Bool {
        guard isOn("aws:SourceIp"), let test = self.operator, test.name == .notIpAddress, test.holdsWithoutKey else {
            return false
        }
        return hasOnlyPrivateAddresses
    }

    private var hasOnlyPrivateAddresses: Bool {
        !values.isEmpty && unrecognised.isEmpty && values.allSatisfy { AddressRange($0.value)?.isPrivate ?? false }
    }
}
