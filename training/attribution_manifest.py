"""`reader.json`, the manifest beside the trained reader's weights."""

from pathlib import Path

import msgspec

from reportedly.read.speech.trained.network import Manifest

MANIFEST = "reader.json"


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Write the manifest into the folder of the weights."""
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
