extension JSONNode {
    /// The member of a name as the CLI writes it (`RoleName`), or as AWS Config does (`roleName`).
    func member(eitherCase name: String) -> JSONMember? {
        member(name) ?? member(name.prefix(1).lowercased() + name.dropFirst())
    }

    /// The value of such a member.
    subscript(eitherCase name: String) -> JSONNode? { member(eitherCase: name)?.value }
}
