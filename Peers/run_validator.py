"""Runs iam-policy-validator over the documents: run_validator.py DOCUMENTS SERVICES WORK_FOLDER RESULT

SERVICES is the folder that write_service_files.py writes. The result names, for each document, the checks that
found something and the first thing each found.
"""

import json
import os
import pathlib
import subprocess
import sys

KINDS = {
    "identity-policy": "IDENTITY_POLICY",
    "resource-policy": "RESOURCE_POLICY",
    "trust-policy": "TRUST_POLICY",
    "service-control-policy": "SERVICE_CONTROL_POLICY",
    "resource-control-policy": "RESOURCE_CONTROL_POLICY",
}

documents, services, work = (pathlib.Path(argument) for argument in sys.argv[1:4])
work.mkdir(parents=True, exist_ok=True)
result = {}
for kind, name in KINDS.items():
    if not (documents / kind).exists():
        continue
    report = work / f"{kind}.json"
    report.unlink(missing_ok=True)
    program = pathlib.Path(sys.executable).parent / "iam-validator"
    options = ["--policy-type", name, "--aws-services-dir", services, "--format", "json", "--output", report]
    run = subprocess.run(
        [program, "validate", "--path", documents / kind, *options],
        capture_output=True,
        text=True,
        env={**os.environ, "XDG_CACHE_HOME": str(work / "cache")},
    )
    if not report.exists():
        sys.exit(f"iam-validator wrote no report on {kind}: {run.stderr[-500:]}")
    for policy in json.loads(report.read_text())["results"]:
        file = str(pathlib.Path(policy["policy_file"]).relative_to(documents))
        found = result.setdefault(file, {})
        for issue in policy["issues"]:
            found.setdefault(f"{issue['check_id']}.{issue['issue_type']}", issue["message"][:300])
pathlib.Path(sys.argv[4]).write_text(json.dumps(result, indent=1))
