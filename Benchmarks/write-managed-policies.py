"""Writes each AWS-managed policy that moto carries into a file of its own: write-managed-policies.py FOLDER"""

import json
import pathlib
import sys

from moto.iam.aws_managed_policies import aws_managed_policies_data

folder = pathlib.Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
policies = json.loads(aws_managed_policies_data)
for name, policy in policies.items():
    (folder / f"{name}.json").write_text(json.dumps(policy["Document"], indent=4) + "\n")
print(f"{len(policies)} policies in {folder}")
