/// The user of a row of a credential report, for messages and commands.
struct ReportUser {
    /// The name as messages show it.
    let shown: String
    /// The name as an option of a command.
    let option: String

    /// The user of a row.
    init(_ row: CredentialReport.Row) {
        let name = row["user"]?.value ?? ""
        shown = name.isEmpty ? "a user" : name
        option = ShellWord.option("user-name", name.isEmpty ? "USER_NAME" : name)
    }
}
