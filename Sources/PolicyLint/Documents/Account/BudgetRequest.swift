/// The input of `aws budgets create-budget`: a desired state, which proves nothing of the account.
///
/// Source: <https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_CreateBudget.html>.
public struct BudgetRequest: Sendable {
    /// A notification with those whom it goes to.
    public struct Alert: Sendable {
        /// The notification.
        public let notification: BudgetNotification
        /// Its subscribers.
        public let subscribers: [BudgetSubscriber]
    }

    /// `AccountId`.
    public let accountID: Located<String>?
    /// `Budget`.
    public let budget: Budget
    /// `NotificationsWithSubscribers`.
    public let alerts: [Alert]

    init(_ node: JSONNode, budget: JSONNode) {
        accountID = node["AccountId"]?.locatedString
        self.budget = Budget(budget)
        alerts = (node["NotificationsWithSubscribers"]?.array ?? []).compactMap { alert in
            alert["Notification"].map { notification in
                Alert(
                    notification: BudgetNotification(notification),
                    subscribers: (alert["Subscribers"]?.array ?? []).map { BudgetSubscriber($0) })
            }
        }
    }
}
