"""Writes the documents that are compared, one file each, below a folder of its kind: write_documents.py FOLDER

They are AWS's managed policies as moto carries them, the fixtures, and the JSON examples of the rules'
pages. Policies inside the AWS CLI's answers are taken out: the peers read bare policies only.
"""

import json
import pathlib
import re
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).parent.parent
EXAMPLE = re.compile(r"^```json (fires|silent|fixed)(.*)\n((?:.*\n)*?)```$", re.MULTILINE)
ANSWERS = [("Role", "AssumeRolePolicyDocument"), ("Policy",), ("PolicyVersion", "Document")]


def managed():
    from moto.iam.aws_managed_policies import aws_managed_policies_data

    for name, policy in json.loads(aws_managed_policies_data).items():
        yield f"managed-{name}", "identity-policy", json.dumps(policy["Document"], indent=4) + "\n"


def bare(text):
    """The policy in a text, as it is or out of an answer of the AWS CLI; None where there is none."""
    try:
        document = json.loads(text)
    except ValueError:
        return text if '"Statement"' in text else None
    for path in [()] + ANSWERS:
        value = document
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, str):
            try:
                value = json.loads(urllib.parse.unquote(value) if value.startswith("%7B") else value)
            except ValueError:
                continue
        if isinstance(value, dict) and "Statement" in value:
            return text if path == () else json.dumps(value, indent=4) + "\n"
    return None


def kind(text):
    """What kind of policy a text is when nothing says so."""
    if not re.search(r'"(Not)?Principal"\s*:', text):
        return "identity-policy"
    return "trust-policy" if re.search('"sts:', text, re.IGNORECASE) else "resource-policy"


def fixtures():
    for file in sorted(ROOT.glob("fixtures/**/*.json")):
        text = bare(file.read_text())
        if text:
            yield f"fixture-{file.stem}", kind(text), text


def pages():
    for page in sorted(ROOT.glob("rules/*/*.md")):
        words = page.read_text()
        for example in EXAMPLE.finditer(words):
            text = bare(re.sub("[⟦⟧]", "", example[3]))
            if not text:
                continue
            line = words.count("\n", 0, example.start()) + 1
            given = re.search(r"kind=(\S+)", example[2])
            named = re.search(r"file=(\S*)(scp|rcp|vpc-endpoint)", example[2])
            names = {"scp": "service-control-policy", "rcp": "resource-control-policy"}
            named = named and names.get(named[2], "vpc-endpoint-policy")
            yield f"page-{page.stem}-{line}", given[1] if given else named or kind(text), text


folder = pathlib.Path(sys.argv[1])
count = 0
for source in (managed, fixtures, pages):
    for name, of_kind, text in source():
        file = folder / of_kind / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        count += 1
print(f"{count} documents")
