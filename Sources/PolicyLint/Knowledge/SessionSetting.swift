/// What somebody who assumes a role may set for the session, if the trust policy allows an action for it.
///
/// Sources: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html>,
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html>,
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html>.
enum SessionSetting {
    /// The action without which no request for a session carries a condition key; nil for any other key.
    static func action(for key: String) -> RoleAction? {
        if key.equalsIgnoringCase("sts:SourceIdentity") { return .setSourceIdentity }
        if key.equalsIgnoringCase("aws:TagKeys") || key.equalsIgnoringCase("sts:TransitiveTagKeys")
            || key.hasPrefixIgnoringCase("aws:RequestTag/")
        {
            return .tagSession
        }
        if key.equalsIgnoringCase("sts:RequestContextProviders") || key.hasPrefixIgnoringCase("sts:RequestContext/") {
            return .setContext
        }
        return nil
    }
}
