/// The user of a row of a credential report, for messages and commands.
struct ReportUser {
    /// The name as messages show it.
    let shown: String
    /// The name as an argument of a command.
    let argument: String

    /// The user of a row.
    init(_ row: CredentialReport.Row) {
        let name = row["user"]?.value ?? ""
        shown = name.isEmpty ? "a user" : name
        argument = name.isEmpty ? "USER_NAME" : ShellWord.quote(name)
    }
}
