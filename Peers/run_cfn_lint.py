"""Runs cfn-lint over the documents, wrapped into templates: run_cfn_lint.py DOCUMENTS WORK_FOLDER RESULT

The result names, for each document that is JSON, the checks that found something and the first thing each found.
"""

import json
import pathlib
import subprocess
import sys

# How CloudFormation holds a document of a kind; it has no other kinds.
HOLDERS = {
    "identity-policy": ("AWS::IAM::ManagedPolicy", "PolicyDocument", {}),
    "trust-policy": ("AWS::IAM::Role", "AssumeRolePolicyDocument", {}),
    "resource-policy": ("AWS::S3::BucketPolicy", "PolicyDocument", {"Bucket": "amzn-s3-demo-bucket"}),
}
MOST = 400  # resources in a template; AWS takes 500

documents, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
work.mkdir(parents=True, exist_ok=True)
result = {}
resources = {}
for kind, (type_name, property_name, others) in HOLDERS.items():
    for file in sorted(documents.glob(f"{kind}/*.json")):
        try:
            policy = json.loads(file.read_text())
        except ValueError:
            continue
        name = str(file.relative_to(documents))
        result[name] = {}
        resources[name] = {"Type": type_name, "Properties": {property_name: policy, **others}}


def matches(some, template):
    """What cfn-lint finds in a template of some documents: the document, the check, the message.

    Each document is a line of the template, so that an error of its parser names the one that it cannot read. That
    one is left out, and the rest is read again.
    """
    while True:
        lines = ",\n".join(f'"R{index}": {json.dumps(resources[name])}' for index, name in enumerate(some))
        template.write_text('{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {\n' + lines + "\n}}\n")
        command = [pathlib.Path(sys.executable).parent / "cfn-lint", "--format", "json", "--include-checks", "I"]
        run = subprocess.run([*command, "-t", template], capture_output=True, text=True)
        unread = []
        for match in json.loads(run.stdout or "[]"):
            path, check = match["Location"]["Path"], match["Rule"]["Id"]
            if check == "E0000":
                unread.append(some[match["Location"]["Start"]["LineNumber"] - 2])
                yield unread[-1], check, match["Message"]
            elif len(path or []) > 1 and path[0] == "Resources":
                yield some[int(path[1][1:])], check, match["Message"]
        if not unread:
            return
        some = [name for name in some if name not in unread]


names = list(resources)
for start in range(0, len(names), MOST):
    for name, check, message in matches(names[start : start + MOST], work / f"template-{start}.json"):
        result[name].setdefault(check, message[:300])
pathlib.Path(sys.argv[3]).write_text(json.dumps(result, indent=1))
