"""Peers for Node.js: docxtemplater and Carbone, where they are at hand."""
import html
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

SCRIPT = Path(__file__).with_name("peers.js")
# Endings of an engine's templates and data.
ENDINGS = {
    "docxtemplater": (".mustache.docx", ".flat.json"),
    "carbone": (".carbone.docx", ".json")}


class Node:
    """The engines among `modules`, a folder as npm fills it."""

    def __init__(self, modules, out):
        self.out, self.versions = out, {}
        self.node = shutil.which("node")
        if not self.node:
            return
        for name in ENDINGS:
            package = modules / name / "package.json"
            if package.exists():
                self.versions[name] = json.loads(package.read_text(encoding="utf-8"))["version"]
        os.environ["NODE_PATH"] = str(modules.resolve())

    def about(self):
        return "".join(f", {name} {version}" for name, version in self.versions.items())

    def files(self, name, template, data):
        """Template and data in the words of an engine, if there are such."""
        files = [
            path.with_name(path.name.split(".")[0] + ending)
            for path, ending in zip((template, data), ENDINGS[name])]
        return files if all(path.exists() for path in files) else None

    def commands(self, template, data):
        """How to start the engines that have this template."""
        found = {name: self.files(name, template, data) for name in self.versions}
        return {name: [self.node, SCRIPT, name, *files] for name, files in found.items() if files}

    def process(self, template, data):
        """The commands that fill one document to a file."""
        return {
            name: [*command, self.out / f"{name}.docx"]
            for name, command in self.commands(template, data).items()}

    def check(self, draft, template, data):
        """Leaves out the engines that do not say what draft says."""
        if not self.versions:
            return
        ours = self.out / "ours.docx"
        subprocess.run(
            [draft, "fill", template, "-d", data, "-o", ours, "--force"], check=True)
        for name, command in self.process(template, data).items():
            result = subprocess.run(list(map(str, command)))
            if result.returncode or said(command[-1]) != said(ours):
                print(f"Note: {name} fills {template.name} in another way; it is left out.",
                      file=sys.stderr)
                del self.versions[name]


def said(path):
    """The text of the paragraphs of a document; empty ones do not count."""
    with zipfile.ZipFile(path) as archive:
        parts = [
            archive.read(name).decode() for name in sorted(archive.namelist())
            if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", name)]
    paragraphs = re.findall(r"<w:p[ >].*?</w:p>", "".join(parts), re.S)
    lines = ("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text)) for text in paragraphs)
    return [html.unescape(line) for line in lines if line]
