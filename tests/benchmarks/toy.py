"""A toy of the labelled data: scripts in the form of the scorers', a command that answers, two invented pages."""

import json
import sys
from pathlib import Path

COMMON = """
import json, shlex, subprocess

def load(path):
    with open(path) as lines:
        return [json.loads(line) for line in lines]

def read_pages(pages, command, plain=False, suffix=".txt"):
    words = [*shlex.split(command), json.dumps([page["text"] for page in pages])]
    return json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)

def row(name, right, found, wanted):
    print(name, "  P 0.0  R 0.0  F1 0.0", f"  ({right} right, {found} found, {wanted} wanted)")
"""
# Right is a statement whose content is the labelled one.
ATTRIBUTION = """
import argparse
from common import load, read_pages, row

def main():
    args = argparse.ArgumentParser()
    args.add_argument("data")
    args.add_argument("--command")
    args = args.parse_args()
    rows = load(args.data)
    right = found = wanted = 0
    for i, answer in enumerate(read_pages(rows, args.command, plain=True)):
        labelled = [said["content"] for said in rows[i]["attributions"]]
        read = [said["content"] for said in (answer or {"statements": []})["statements"]]
        right += sum(content in labelled for content in read)
        found, wanted = found + len(read), wanted + len(labelled)
    row("content, exact", right, found, wanted)
    return row("statements, linked", right, found, wanted)
"""
# A command that finds "X said Y." and writes down how often it was run.
COMMAND = r"""
import json, pathlib, re, sys
runs = pathlib.Path(__file__).with_name("runs")
runs.write_text(runs.read_text() + "x" if runs.exists() else "x")
readings = []
for text in json.loads(sys.argv[1]):
    found = re.finditer(r"(\w+) (said) ([^.]+)\.", text)
    spans = [[[list(m.span(i))] for i in (1, 2, 3)] for m in found]
    statements = [dict(zip(("source", "cue", "content"), three)) for three in spans]
    readings.append(None if "unread" in text else {"text": text, "statements": statements})
print(json.dumps(readings))
"""

PAGES = {
    "harrow": ("Orsk said the dam had held. Kask warned that the ford was shut.", ["Kask|warned|the ford was shut"]),
    "pell": ("Orsk said the mill was dry.", ["Orsk|said|the mill was dry"]),
}


def write_shared(folder: Path) -> Path:
    """Write scripts and data where a checkout has `shared`, and return the data's path."""
    for name, content in (("score/common.py", COMMON), ("score/attribution.py", ATTRIBUTION)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)
    data = folder / "data" / "pages.jsonl"
    data.parent.mkdir()
    data.write_text("".join(f"{json.dumps(page(name, text, *said))}\n" for name, (text, said) in PAGES.items()))
    return data


def write_command(folder: Path) -> str:
    """Write the command and return what starts it."""
    (folder / "command.py").write_text(COMMAND)
    return f"{sys.executable} {folder / 'command.py'}"


def page(name: str, text: str, *said: str) -> dict[str, object]:
    """Return a labelled page; "Kask|warned|the ford was shut" is an attribution, · parts spans that lie apart."""
    return {"id": name, "text": text, "attributions": [attribution(text, a) for a in said]}


def attribution(text: str, said: str) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of an attribution."""
    roles = zip(("source", "cue", "content"), said.split("|"), strict=True)
    return {role: [span(text, part) for part in words.split(" · ") if part] for role, words in roles}


def span(text: str, words: str) -> tuple[int, int]:
    """Return where the words stand in the text."""
    start = text.index(words)
    return start, start + len(words)
