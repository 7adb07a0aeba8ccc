/// The names of settings in the shared files.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html>.
enum SharedFileNames {
    /// Settings by which a section is known to be a profile.
    static let profile: Set<String> = [
        "aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token", "aws_account_id",
        "region", "output", "role_arn", "source_profile", "credential_source", "external_id", "mfa_serial",
        "role_session_name", "duration_seconds", "web_identity_token_file", "credential_process", "sso_session",
        "sso_account_id", "sso_role_name", "sso_start_url", "sso_region", "login_session",
    ]

    /// Settings that show a file to be a shared file of AWS's.
    static let telling: Set<String> = profile.subtracting(["region", "output", "duration_seconds", "external_id"])

    /// Settings whose values hold no secret.
    static let harmless: Set<String> = profile.subtracting([
        "aws_secret_access_key", "aws_session_token", "aws_security_token", "credential_process",
    ]).union([
        "sso_registration_scopes", "services", "endpoint_url", "ca_bundle", "cli_pager", "cli_auto_prompt",
        "cli_binary_format", "cli_timestamp_format", "cli_follow_urlparam", "cli_history", "retry_mode", "max_attempts",
        "defaults_mode", "use_fips_endpoint", "use_dualstack_endpoint", "s3", "s3api", "parameter_validation",
        "sts_regional_endpoints", "max_concurrent_requests", "max_queue_size", "multipart_threshold",
        "multipart_chunksize", "addressing_style", "max_bandwidth", "signature_version", "use_accelerate_endpoint",
        "sigv4a_signing_region_set", "request_checksum_calculation", "response_checksum_validation", "tcp_keepalive",
        "credentials_expiration", "x_security_token_expires", "expiration", "x_principal_arn",
    ])

    /// Whether a setting is a part of a key: its id, its secret, or the token of its session.
    static func isOfCredentials(_ name: String) -> Bool {
        ["aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token"].contains {
            name.equalsIgnoringCase($0)
        }
    }

    /// Whether quotes around the setting's value are certainly none of the value.
    static func isNeverQuoted(_ name: String) -> Bool {
        let name = name.lowercased()
        return profile.contains(name) && name != "credential_process" && name != "web_identity_token_file"
    }
}
