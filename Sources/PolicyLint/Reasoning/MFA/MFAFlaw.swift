/// A way in which a statement looks as if it required MFA, and does not.
///
/// A statement has at most one: the rules share these out among them.
struct MFAFlaw: Sendable {
    /// The ways.
    enum Kind: Hashable, Sendable {
        /// The operator of an Allow holds without the key: access keys pass.
        case optional
        /// `Null` tests that the key is there, not that it is true.
        case presenceOnly
        /// The Deny does not reach requests without the key.
        case denyMissesKeys
        /// A set prefix decides for requests without the key.
        case setOperator
        /// A set prefix that changes nothing here.
        case needlessSetPrefix
        /// The condition speaks of requests without MFA where it should speak of those with it.
        case inverted
        /// The list holds both values.
        case bothValues
        /// The age holds without MFA.
        case ageOptional
        /// The Deny reaches old MFA only, not requests without any.
        case ageDenyMissesKeys
        /// The age is compared the wrong way round.
        case ageInverted
        /// The conditions exclude one another.
        case contradiction
    }

    /// Which way.
    let kind: Kind
    /// The condition at fault.
    let culprit: MFACondition
    /// Whether other conditions have it, too, so that mending this one changes nothing.
    var isShared = false

    /// The flaw of a statement, if it has one.
    static func find(_ statement: Statement, in policy: Policy) -> MFAFlaw? {
        guard statement.mentionsMFA, let reading = MFAReading(statement), let contexts = reading.contexts else {
            return nil
        }
        if contexts.isEmpty { return contradiction(reading) }
        switch statement.effect.value {
        case .allow: return allow(statement, reading, contexts, in: policy)
        case .deny: return deny(statement, reading, contexts, in: policy)
        case nil: return nil
        }
    }

    private static func contradiction(_ reading: MFAReading) -> MFAFlaw? {
        guard reading.conditions.count > 1, reading.conditions.allSatisfy({ $0.contexts?.isEmpty == false }) else {
            return nil
        }
        return MFAFlaw(kind: .contradiction, culprit: reading.conditions[1])
    }

    // MARK: Allow

    private static func allow(
        _ statement: Statement, _ reading: MFAReading, _ contexts: MFAContexts, in policy: Policy
    ) -> MFAFlaw? {
        if let wrong = reading.conditions.first(where: { $0.key == .age && $0.comparesGreater && !$0.isAnyAge }),
            !reading.conditions.contains(where: { $0.key == .age && $0.comparesLess })
        {
            return MFAFlaw(kind: .ageInverted, culprit: wrong)
        }
        if !contexts.contains(.withMFA) {
            return reading.conditions.first { $0.contexts?.contains(.withMFA) == false }
                .map { MFAFlaw(kind: .inverted, culprit: $0) }
        }
        let open = MFARequirement.open(reading, of: statement, in: policy)
        guard !open.isEmpty else { return needlessPrefix(reading) }
        return reading.conditions.first.map { MFAFlaw(kind: $0.looseKind, culprit: $0) }
    }

    private static func needlessPrefix(_ reading: MFAReading) -> MFAFlaw? {
        reading.conditions.first { $0.condition.operator?.setPrefix != nil && $0.key == .present }
            .map { MFAFlaw(kind: .needlessSetPrefix, culprit: $0) }
    }

    // MARK: Deny

    private static func deny(
        _ statement: Statement, _ reading: MFAReading, _ contexts: MFAContexts, in policy: Policy
    ) -> MFAFlaw? {
        guard let culprit = reading.conditions.first else { return nil }
        if let age = reading.conditions.first(where: { $0.key == .age && $0.condition.operator?.name != .null }) {
            if age.comparesLess { return MFAFlaw(kind: .ageInverted, culprit: age) }
            let isOnAgeAlone = reading.conditions.allSatisfy { $0.key == .age }
            if contexts == .withMFA, isOnAgeAlone, !requiresMFAElsewhere(statement, in: policy) {
                return MFAFlaw(kind: .ageDenyMissesKeys, culprit: age)
            }
            return nil
        }
        if contexts.isSuperset(of: .unprotected) {
            if contexts.contains(.withMFA) { return MFAFlaw(kind: .bothValues, culprit: culprit) }
            return needlessPrefix(reading)
        }
        if contexts.contains(.withMFA) { return MFAFlaw(kind: .inverted, culprit: culprit) }
        return missed(contexts, statement, in: policy).isEmpty ? nil : missing(reading, contexts)
    }

    /// The flaw of a Deny that misses requests without MFA: the first condition that lets some of them pass.
    private static func missing(_ reading: MFAReading, _ contexts: MFAContexts) -> MFAFlaw? {
        let culprits = reading.conditions.filter { $0.contexts?.isSuperset(of: .unprotected) != true }
        guard let culprit = culprits.first else { return nil }
        let kind: Kind =
            culprit.condition.operator?.setPrefix != nil
            ? .setOperator : contexts == .noKey ? .presenceOnly : .denyMissesKeys
        return MFAFlaw(kind: kind, culprit: culprit, isShared: culprits.count > 1)
    }

    /// The states without MFA that neither this Deny nor another as wide reaches.
    private static func missed(_ contexts: MFAContexts, _ statement: Statement, in policy: Policy) -> MFAContexts {
        var missed = MFAContexts.unprotected.subtracting(contexts)
        for other in policy.statements where other.denies && other.index != statement.index && other.mentionsMFA {
            guard let stops = MFAReading(other)?.surelyStops,
                other.reaches(everythingOf: statement, hasVariables: policy.replacesVariables)
            else { continue }
            missed.subtract(stops)
        }
        return missed
    }

    private static func requiresMFAElsewhere(_ statement: Statement, in policy: Policy) -> Bool {
        policy.statements.contains { other in
            guard other.index != statement.index, let reading = MFAReading(other) else { return false }
            return other.allows
                ? reading.requiresMFA : other.denies && reading.contexts?.isSuperset(of: .unprotected) == true
        }
    }
}

extension MFACondition {
    fileprivate var comparesGreater: Bool {
        condition.operator?.name == .numericGreaterThan || condition.operator?.name == .numericGreaterThanEquals
    }

    fileprivate var comparesLess: Bool {
        condition.operator?.name == .numericLessThan || condition.operator?.name == .numericLessThanEquals
    }

    /// Whether the age is compared with nought, which tests that there was MFA at all.
    fileprivate var isAnyAge: Bool {
        condition.values.allSatisfy { value in Double(value.value).map { $0 <= 0 } ?? false }
    }

    /// What kind of flaw an Allow has whose condition lets requests without MFA through.
    fileprivate var looseKind: MFAFlaw.Kind {
        if key == .age { return .ageOptional }
        guard let test = condition.operator else { return .optional }
        if test.setPrefix != nil { return .setOperator }
        if test.name == .null { return .presenceOnly }
        return contexts?.contains(.withoutMFA) == true ? .bothValues : .optional
    }
}
