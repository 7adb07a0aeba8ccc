extension Document {
    /// The places in the document's text that no output may show.
    var secrets: [SourceSpan] {
        switch content {
        case .credentials(let list): secrets(of: list)
        case .sharedFile(let file): secrets(of: file)
        case .unreadable: SecretScan.spans(in: text.bytes, 0..<text.bytes.count)
        case .policy, .credentialReport, .accountSummary, .virtualMFADevices, .callerIdentity, .bucketVersioning,
            .accountAnswer, .accountPrincipal:
            []
        }
    }

    /// The secrets, and whatever else looks like one: also an id in whose place a secret stands.
    private func secrets(of list: CredentialsList) -> [SourceSpan] {
        var found = list.otherSecrets + SecretScan.runs(in: text.bytes, span.range.clamped(to: 0..<text.bytes.count))
        for credential in list.credentials {
            found += [credential.secretAccessKey, credential.sessionToken, credential.password].compactMap { $0 }
            if let id = credential.accessKeyID, AccessKeyID(id.value) == nil { found.append(id.span) }
        }
        return Array(Set(found.filter { !$0.isEmpty })).sorted()
    }

    /// All values but those that are known to be harmless, all lines that did not parse, and whatever
    /// looks like a secret, in comments too.
    private func secrets(of file: SharedFile) -> [SourceSpan] {
        var found = SecretScan.spans(in: text.bytes, 0..<text.bytes.count)
        for property in file.sections.flatMap(\.properties) {
            if !isHarmless(property) { found.append(property.value.span) }
            for nested in property.nested where !isHarmless(nested) { found.append(nested.value.span) }
        }
        for problem in file.problems {
            switch problem.kind {
            case .unparsable, .emptyName, .unclosedSection, .nestedWithoutEquals, .nestedEmptyName, .continuationLine:
                if isNameAlone(problem.span) { continue }
                // A few characters tell a person which line it is.
                found.append(SourceSpan(min(problem.span.start + 4, problem.span.end), problem.span.end))
            case .propertyOutsideSection, .invalidEncoding, .byteOrderMark, .duplicateSection, .respeltSection,
                .duplicateProperty, .twoDefaults, .inlineComment, .colonSeparator, .indentedFirstLine, .exportPrefix,
                .quotedValue, .configparserDefault, .paddedHeader, .bracketBehindHeader, .nameOnlyCLIReads,
                .ignoredSection:
                break
            }
        }
        return Array(Set(found.filter { !$0.isEmpty })).sorted()
    }

    /// Whether nothing but the name of a setting stands in a place.
    private func isNameAlone(_ span: SourceSpan) -> Bool {
        let words = text[span].lowercased()
        return SharedFileNames.profile.contains(words) || SharedFileNames.harmless.contains(words)
    }

    private func isHarmless(_ property: SharedFile.Property) -> Bool {
        let name = property.name.value.lowercased()
        guard SharedFileNames.harmless.contains(name), !SecretScan.looksLikeSecret(property.value.value) else {
            return false
        }
        // A secret may stand where the id should.
        return name != "aws_access_key_id" || AccessKeyID(property.meant.value) != nil
    }
}
