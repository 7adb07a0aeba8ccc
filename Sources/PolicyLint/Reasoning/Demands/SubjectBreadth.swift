/// How much a subject lets in beyond one project.
enum SubjectBreadth {
    /// Customers other than the one meant.
    case everyOwner
    /// Projects of one customer.
    case everyProject
    /// Every branch, tag and pull request of one project.
    case everyRef

    /// How broad a pattern is; nil where it is narrow, or names something other than an owner.
    init?(_ pattern: GlobPattern, _ form: WebIdentityProvider.SubjectForm) {
        if pattern.literal != nil { return nil }
        let prefix = pattern.prefix
        guard prefix.hasPrefix(form.marker) else {
            // Subjects can be set up to begin with another claim and its value: `repository_id:123`.
            let parts = prefix.split(separator: ":", maxSplits: 1)
            if parts.count == 2 { return nil }
            self = .everyOwner
            return
        }
        let owner = prefix.dropFirst(form.marker.count)
        guard let ownerEnd = owner.firstIndex(where: { form.ownerEnd.contains($0) }), ownerEnd > owner.startIndex
        else {
            self = .everyOwner
            return
        }
        if form.projectEnd.isEmpty { return nil }
        // An immutable id between owner and project may be a wildcard; the project follows the slash.
        guard let slash = owner.firstIndex(of: "/") else {
            self = .everyProject
            return
        }
        let project = owner[owner.index(after: slash)...]
        guard let projectEnd = project.firstIndex(where: { form.projectEnd.contains($0) }) else {
            self = .everyProject
            return
        }
        guard project[projectEnd] == ":", project.index(after: projectEnd) == project.endIndex else { return nil }
        self = .everyRef
    }
}
