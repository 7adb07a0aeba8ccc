/// Why a budget for costs does not see all of them.
struct BudgetFlaw {
    /// What is wrong, in words that name the budget.
    let says: String
    /// Where that stands.
    let evidence: Evidence

    /// The flaw of a budget; nil where it has none.
    init?(_ budget: BudgetEvidence, _ account: AccountEvidence) {
        guard let read = budget.budget else { return nil }
        let now = account.presentOrReportTime
        if let end = read.value.end, let now, end.value <= now {
            says = "budget `\(budget.name)` ended on \(end.value)"
            evidence = read.evidence("`End` is \(end.value)", at: end.span)
        } else if let start = read.value.start, let now, start.value > now {
            says = "budget `\(budget.name)` begins on \(start.value)"
            evidence = read.evidence("`Start` is \(start.value)", at: start.span)
        } else if let filter = read.value.filters.first(where: { !$0.isOf(account.accountID) }) {
            says = Self.countsAPart(budget)
            evidence = read.evidence("a filter by `\(filter.name.value)`", at: filter.name.span)
        } else if let excluded = read.value.excludedCosts.first {
            says = Self.countsAPart(budget)
            evidence = read.evidence("`\(excluded.value)` is `false`", at: excluded.span)
        } else if let health = read.value.health, health.value == "UNHEALTHY" {
            says = "AWS says that budget `\(budget.name)` does not work"
            evidence = read.evidence("`Status` is `\(health.value)`", at: health.span)
        } else {
            return nil
        }
    }

    private static func countsAPart(_ budget: BudgetEvidence) -> String {
        "budget `\(budget.name)` counts a part of the costs only"
    }
}

extension Budget.Filter {
    /// Whether it lets all costs of an account count, of which it is the only one.
    fileprivate func isOf(_ account: String?) -> Bool {
        name.value == "LinkedAccount" && account != nil && values == [account]
    }
}
