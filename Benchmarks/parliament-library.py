"""Lints policies with parliament as a library, in one process: parliament-library.py FILE...

A file is a policy, or an answer of get-account-authorization-details, whose policies are linted one by one. Prints the
seconds that parliament took; importing it and reading the files is not counted.
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


texts = []
for path in sys.argv[1:]:
    with open(path) as file:
        texts += [json.dumps(policy) for policy in policies(json.load(file))]
start = time.perf_counter()
for text in texts:
    try:
        parliament.analyze_policy_string(text)
    except Exception:  # It crashes on some of AWS's own policies; the time until then counts.
        pass
print(time.perf_counter() - start)
