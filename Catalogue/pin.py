"""Writes the versions and hashes of the wheels in a folder into packages.txt: pin.py WHEELS_FOLDER PACKAGES_FILE"""

import hashlib
import pathlib
import re
import sys

folder, packages = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
lines = []
for name in re.findall(r"^([a-z-]+)", packages.read_text(), re.MULTILINE):
    (wheel,) = folder.glob(f"{name.replace('-', '_')}-*.whl")
    version = wheel.name.split("-")[1]
    lines.append(f"{name}=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n")
packages.write_text("".join(lines))
