extension CostBudget: CorrectableControl {
    static func steps(closing lines: [ChecklistLine], in account: CorrectionInput) -> [CorrectionStep] {
        guard let email = account.wishes.budgetEmail, let limit = account.wishes.budgetLimit else { return [] }
        return lines.compactMap { line in
            switch line.subject {
            case .account: create(line, account, limit: limit, email)
            case .budget(let name): notify(line, account.accountID, budget: name, email)
            default: nil
            }
        }
    }

    /// Makes a budget that tells at four fifths of the sum, and when the month is forecast to reach all of it.
    ///
    /// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html>.
    private static func create(
        _ line: ChecklistLine, _ account: CorrectionInput, limit: Int, _ email: String
    ) -> CorrectionStep {
        let budget = JSONFragment.object([
            (key: "BudgetName", value: .string(unusedName(besides: account.evidence.budgets))),
            (
                key: "BudgetLimit",
                value: .object([(key: "Amount", value: .string(String(limit))), (key: "Unit", value: .string("USD"))])
            ),
            (key: "TimeUnit", value: .string("MONTHLY")),
            (key: "BudgetType", value: .string("COST")),
        ])
        let alerts = JSONFragment.array([
            alert("ACTUAL", threshold: 80, email), alert("FORECASTED", threshold: 100, email),
        ])
        return CorrectionStep(
            id: "budget", stage: .protection, title: "tell \(email) before a month costs \(limit) US dollars",
            closes: [line],
            commands: [
                CorrectionStep.command(
                    "budgets", "create-budget",
                    [
                        "account-id": account.accountID, "budget": "file://budget.json",
                        "notifications-with-subscribers": "file://budget-alerts.json",
                    ])
            ],
            files: [
                CorrectionFile("budget.json", JSONLayout.document.render(budget) + "\n"),
                CorrectionFile("budget-alerts.json", JSONLayout.document.render(alerts) + "\n"),
            ])
    }

    private static func alert(_ type: String, threshold: Int, _ email: String) -> JSONFragment {
        let notification = JSONFragment.object([
            (key: "NotificationType", value: .string(type)),
            (key: "ComparisonOperator", value: .string("GREATER_THAN")),
            (key: "Threshold", value: .verbatim(String(threshold))),
            (key: "ThresholdType", value: .string("PERCENTAGE")),
        ])
        let subscriber = JSONFragment.object([
            (key: "SubscriptionType", value: .string("EMAIL")), (key: "Address", value: .string(email)),
        ])
        return .object([
            (key: "Notification", value: notification), (key: "Subscribers", value: .array([subscriber])),
        ])
    }

    /// Lets a budget that is there tell somebody.
    private static func notify(
        _ line: ChecklistLine, _ accountID: String, budget: String, _ email: String
    ) -> CorrectionStep {
        CorrectionStep(
            id: "alert \(budget)", stage: .protection, title: "let budget \(budget) tell \(email)", closes: [line],
            commands: [
                CorrectionStep.command(
                    "budgets", "create-notification",
                    [
                        "account-id": accountID, "budget-name": budget,
                        "notification":
                            "NotificationType=ACTUAL,ComparisonOperator=GREATER_THAN,Threshold=80,ThresholdType=PERCENTAGE",
                        "subscribers": "SubscriptionType=EMAIL,Address=\(email)",
                    ])
            ])
    }
}
