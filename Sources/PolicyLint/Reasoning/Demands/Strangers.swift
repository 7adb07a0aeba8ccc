/// Whom a statement for everyone lets in, of those of whom nothing is known.
///
/// A stranger has an account of his own and signs by its credentials, or does not sign at all. Conditions, and what
/// the policy denies, are asked for either by itself.
enum Strangers: Comparable, Sendable {
    /// Everyone for whose resources a service may act: the request must come from a service, and say for what.
    case everyCustomer
    /// Everyone who has an AWS account: the request must be signed.
    case everyAccount
    /// Everyone.
    case everyone

    /// The strangers whom an Allow lets in by a principal that is everyone, for whichever of its actions lets most in;
    /// nil where all are kept out, or where that cannot be told.
    init?(letInBy statement: Statement, in policy: Policy, as anyone: Principal) {
        // `NotAction` lets in for anything else, whatever that is.
        let actions = statement.notAction.isAbsent ? statement.actions.map(\.value) : ["*"]
        let all = actions.compactMap { Strangers(letInBy: statement, in: policy, as: anyone, for: $0) }
        guard let most = all.max() else { return nil }
        self = most
    }

    private init?(letInBy statement: Statement, in policy: Policy, as anyone: Principal, for action: String) {
        func demands(_ caller: CallerContext) -> RequestDemands {
            RequestDemands(of: statement, in: policy, principal: anyone, action: action, caller: caller)
        }
        func mayPass(_ caller: CallerContext, _ demands: RequestDemands) -> Bool {
            !demands.keepsStrangersOut && statement.mayHold(for: caller, hasVariables: policy.replacesVariables)
        }
        let (unsigned, signed, ofService) = (demands(.anonymous), demands(.iamPrincipal), demands(.service))
        if [unsigned, signed, ofService].allSatisfy(\.needFunctionURL) { return nil }
        if UnsignedRequest.mayDo(action), !unsigned.needSignature, mayPass(.anonymous, unsigned) {
            self = .everyone
        } else if mayPass(.iamPrincipal, signed) {
            self = .everyAccount
        } else if ofService.needSource, mayPass(.service, ofService) {
            self = .everyCustomer
        } else {
            return nil
        }
    }
}

extension RequestDemands {
    /// Whether callers of a function's URL must sign their requests.
    ///
    /// Source: <https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html>.
    fileprivate var needSignature: Bool { restricts("lambda:FunctionUrlAuthType") { $0.literal == "AWS_IAM" } }

    /// Whether the request must come by way of a function's URL, for which `lambda:InvokeFunctionUrl` is needed as well:
    /// that lets strangers in, or does not.
    ///
    /// Source: <https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html>.
    fileprivate var needFunctionURL: Bool {
        restricts("lambda:InvokedViaFunctionUrl") { $0.literal?.equalsIgnoringCase("true") ?? false }
    }

    /// Whether the request must be of a service that says for whom it acts.
    fileprivate var needSource: Bool {
        demands.contains { !$0.holdsWithoutKey && CallerKey.isOfSource($0.key) }
    }
}
