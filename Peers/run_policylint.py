"""Runs PolicyLint over the documents: run_policylint.py POLICYLINT DOCUMENTS RESULT

The result names, for each document, the rules that found something and the first thing each found.
"""

import json
import pathlib
import subprocess
import sys

policylint, documents = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
result = {str(file.relative_to(documents)): {} for file in sorted(documents.glob("*/*.json"))}
for folder in sorted(documents.iterdir()):
    command = [policylint.absolute(), "check", "--kind", folder.name, "--format", "json", folder.absolute()]
    run = subprocess.run(command, capture_output=True, text=True)
    if not run.stdout:
        sys.exit(run.stderr)
    for diagnostic in json.loads(run.stdout)["diagnostics"]:
        file = pathlib.Path(diagnostic["file"]).name
        result[f"{folder.name}/{file}"].setdefault(diagnostic["rule"], diagnostic["message"])
pathlib.Path(sys.argv[3]).write_text(json.dumps(result, indent=1))
