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
    /// `Amount` of `BudgetLimit`: AWS answers that of the present period, also where it is planned or adjusts itself.
    public let limit: Located<Double>?
    /// `Unit` of `BudgetLimit`: a currency, for costs.
    public let unit: Located<String>?
    /// The `Amount` of each of `PlannedBudgetLimits`.
    public let plannedLimits: [Double]
    /// `BillingViewArn`: whose costs are counted; absent for the account's own.
    public let billingView: Located<String>?
    /// The members of `CostTypes` by which a sort of costs does not count: `IncludeSupport` that is `false`, ….
    public let excludedCosts: [Located<String>]

    /// `Start` of `TimePeriod`, before which nothing is counted.
    public let start: Located<Timestamp>?
    /// `End` of `TimePeriod`, after which AWS deletes the budget.
    public let end: Located<Timestamp>?
    /// The members of `CostFilters` or `FilterExpression` by which only a part of the costs counts.
    public let filters: [Filter]
    /// `Status` of `HealthStatus`: `HEALTHY` or `UNHEALTHY`.
    public let health: Located<String>?

    /// Whether it is about what the account costs.
    public var isAboutCost: Bool { type?.value == "COST" }

    /// What a budget counts the costs of.
    public struct Filter: Sendable {
        /// The dimension or the operator: `Service`, `Or`, ….
        public let name: Located<String>
        /// The values of a dimension of `CostFilters`.
        public let values: [String]
    }

    init(_ node: JSONNode) {
        span = node.span
        name = node["BudgetName"]?.locatedString
        type = node["BudgetType"]?.locatedString
        timeUnit = node["TimeUnit"]?.locatedString
        start = node["TimePeriod"]?["Start"]?.locatedMoment
        end = node["TimePeriod"]?["End"]?.locatedMoment
        filters = Self.costFilters(node["CostFilters"]) + Self.filters(node["FilterExpression"])
        health = node["HealthStatus"]?["Status"]?.locatedString
        limit = node["BudgetLimit"]?["Amount"]?.locatedNumber
        unit = node["BudgetLimit"]?["Unit"]?.locatedString
        plannedLimits = (node["PlannedBudgetLimits"]?.object ?? []).compactMap {
            $0.value["Amount"]?.locatedNumber?.value
        }
        billingView = node["BillingViewArn"]?.locatedString
        excludedCosts = (node["CostTypes"]?.object ?? []).filter { member in
            Self.costTypes.contains(member.key.value) && member.value.locatedBoolean?.value == false
        }.map(\.key)
    }

    /// The sorts of costs that a budget counts unless it is told not to. Credits, refunds and discounts are not among
    /// them: without them more is counted.
    ///
    /// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CostTypes.html>.
    private static let costTypes = [
        "IncludeOtherSubscription", "IncludeRecurring", "IncludeSubscription", "IncludeSupport", "IncludeTax",
        "IncludeUpfront",
    ]

    /// The filters of a map from a dimension to its values.
    private static func costFilters(_ node: JSONNode?) -> [Filter] {
        (node?.object ?? []).filter { $0.value.array.map { !$0.isEmpty } ?? true }.map { member in
            Filter(name: member.key, values: (member.value.array ?? []).compactMap(\.string))
        }
    }

    /// The filters of an expression. One that only leaves credits and refunds out, as the console offers, lets all costs
    /// count.
    ///
    /// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Expression.html>.
    private static func filters(_ node: JSONNode?) -> [Filter] {
        (node?.object ?? []).flatMap { member -> [Filter] in
            switch member.key.value {
            case "And": (member.value.array ?? []).flatMap { filters($0) }
            case "Not" where leavesOnlyCreditsOut(member.value): []
            default: [Filter(name: member.key, values: [])]
            }
        }
    }

    private static func leavesOnlyCreditsOut(_ node: JSONNode) -> Bool {
        guard let members = node.object, members.count == 1, let dimensions = node["Dimensions"],
            dimensions["Key"]?.string == "RECORD_TYPE", let values = dimensions["Values"]?.array, !values.isEmpty
        else { return false }
        return values.allSatisfy { ["Credit", "Refund"].contains($0.string) }
    }
}
