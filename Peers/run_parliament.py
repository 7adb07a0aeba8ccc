"""Runs parliament over the documents: run_parliament.py DOCUMENTS RESULT

The result names, for each document, the checks that found something and the first thing each found.
"""

import json
import pathlib
import sys

from parliament import analyze_policy_string

documents = pathlib.Path(sys.argv[1])
result = {}
for file in sorted(documents.glob("*/*.json")):
    found = {}
    try:
        findings = analyze_policy_string(file.read_text()).findings
    except Exception as error:  # parliament's own command ends with it
        found["EXCEPTION"] = f"{type(error).__name__}: {error}"
        findings = []
    for finding in findings:
        found.setdefault(finding.issue, str(finding.detail)[:300])
    result[str(file.relative_to(documents))] = found
pathlib.Path(sys.argv[2]).write_text(json.dumps(result, indent=1))
