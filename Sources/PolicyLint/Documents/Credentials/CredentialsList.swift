/// Credentials that a file carries in the open: console downloads, environment files, JSON answers.
public struct CredentialsList: Sendable {
    /// One access key, password or seed.
    public struct Credential: Sendable {
        /// The IAM user, where the file names one.
        public let userName: Located<String>?
        /// The access key id.
        public let accessKeyID: Located<String>?
        /// The place of the secret access key. Its text is not kept.
        public let secretAccessKey: SourceSpan?
        /// The place of the session token: with it, the key is temporary.
        public let sessionToken: SourceSpan?
        /// The place of a console password.
        public let password: SourceSpan?
        /// `Expiration` of temporary credentials, as written.
        public let expiration: Located<String>?
        /// The whole entry: a row, a JSON object, the lines of the variables.
        public let span: SourceSpan
        /// Whether the file says that it is the root user's: `rootkey.csv`.
        public let isRoots: Bool

        /// A credential of these parts.
        public init(
            userName: Located<String>? = nil, accessKeyID: Located<String>? = nil, secretAccessKey: SourceSpan? = nil,
            sessionToken: SourceSpan? = nil, password: SourceSpan? = nil, expiration: Located<String>? = nil,
            span: SourceSpan, isRoots: Bool = false
        ) {
            self.userName = userName
            self.accessKeyID = accessKeyID
            self.secretAccessKey = secretAccessKey
            self.sessionToken = sessionToken
            self.password = password
            self.expiration = expiration
            self.span = span
            self.isRoots = isRoots
        }
    }

    /// The credentials, in the order of the text.
    public let credentials: [Credential]
    /// Further places that may hold secrets, such as the other variables of an environment file.
    public let otherSecrets: [SourceSpan]

    /// A list of these credentials.
    public init(_ credentials: [Credential], otherSecrets: [SourceSpan] = []) {
        self.credentials = credentials
        self.otherSecrets = otherSecrets
    }
}
