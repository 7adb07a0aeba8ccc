/// A budget, as `aws budgets describe-budgets` lists it and `create-budget` takes it.
///
/// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html>.
public struct Budget: Sendable {
    /// The budget's object.
    public let span: SourceSpan
    /// `BudgetName`.
    public let name: Located<String>?
    /// `BudgetType`: `COST`, `USAGE`, ….
    public let type: Located<String>?
    /// `TimeUnit`: `MONTHLY`, ….
    public let timeUnit: Located<String>?
    /// `Amount` of `BudgetLimit`; absent where the budget adjusts itself or is planned ahead.
    public let limit: Located<Double>?
    /// `Unit` of `BudgetLimit`: a currency, for costs.
    public let unit: Located<String>?

    /// Whether it is about what the account costs.
    public var isAboutCost: Bool { type?.value == "COST" }

    init(_ node: JSONNode) {
        span = node.span
        name = node["BudgetName"]?.locatedString
        type = node["BudgetType"]?.locatedString
        timeUnit = node["TimeUnit"]?.locatedString
        limit = node["BudgetLimit"]?["Amount"]?.locatedNumber
        unit = node["BudgetLimit"]?["Unit"]?.locatedString
    }
}
