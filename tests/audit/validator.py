"""The Nu validator (npm's vnu-jar) over pages as they came from the server."""

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

JAR = Path(__file__).resolve().parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors(pages: Mapping[str, bytes]) -> list[str]:
    """What is wrong with these documents, given by path; all in one run, for Java is slow to start."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, (path, document) in enumerate(pages.items()):
            file = Path(folder) / f"{number}.html"
            file.write_bytes(document)
            names[file.as_uri()] = path
        command = ["java", "-jar", str(JAR), "--format", "json", "--errors-only", "--exit-zero-always", folder]
        report = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    messages = json.loads(report.stderr)["messages"]
    return [sentence(message, names) for message in messages]


def sentence(message: dict, names: Mapping[str, str]) -> str:
    address = message.get("url", "")
    path = names.get(address.replace("file:/", "file:///").replace("////", "//"), names.get(address, address))
    return f"{path} line {message.get('lastLine', '?')}: {message['message']}"
