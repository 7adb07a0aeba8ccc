"""Lints policies with parliament as a library, in one process: parliament-library.py [--all] FILE...

A file is a policy, or an answer of get-account-authorization-details, whose policies are linted one by one. With --all
its community auditors are on, too: privilege escalation, exposed credentials, permissions management, sensitive access.
Prints the seconds that parliament took; importing it and reading the files is not counted.
"""

import json
import sys
import time

import parliament


def policies(document):
    if "Statement" in document:
        yield document
    for kind in ("User", "Group", "Role"):
        for entity in document.get(f"{kind}DetailList", []):
            for inline in entity.get(f"{kind}PolicyList", []):
                yield inline["PolicyDocument"]
    for managed in document.get("Policies", []):
        for version in managed["PolicyVersionList"]:
            yield version["Document"]


paths = sys.argv[1:]
everything = paths[:1] == ["--all"]
texts = []
for path in paths[everything:]:
    with open(path) as file:
        texts += [json.dumps(policy) for policy in policies(json.load(file))]
start = time.perf_counter()
for text in texts:
    try:
        parliament.analyze_policy_string(text, include_community_auditors=everything)
    except Exception:  # It crashes on some of AWS's own policies; the time until then counts.
        pass
print(time.perf_counter() - start)
