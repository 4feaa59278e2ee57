"""The weights of the trained reader, run by onnxruntime on one core: no network, no other library at run time."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from reportedly.errors import ModelMismatchError
from reportedly.read.speech.trained.chains import Scores
from reportedly.read.speech.trained.wordpieces import WordPieces
from reportedly.read.speech.trained.words import Ids, Labels

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

NAME = "the trained reader of speech"
FOLDER = files("reportedly") / "data" / "speech"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What stands beside the weights in `reader.json`: their digests, the labels' order, and the chains' steps.

    `boldness` is taken off the score of "no cue"; `least` and `least_by_rules` are how sure the reader must be of an
    attribution that it alone found, and of one that the rules found.
    """

    sha256: Mapping[str, str]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    steps: Mapping[str, tuple[tuple[float, float, float], ...]]
    boldness: float
    least: float
    least_by_rules: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The opened weights with what is needed to ask them."""

    manifest: Manifest
    labels: Labels
    pieces: WordPieces
    encoder: "InferenceSession"
    pairs: "InferenceSession"

    def steps(self, chain: str) -> Scores:
        """Return the scores from tag to tag of "cue", "source" or "content"."""
        return np.array(self.manifest.steps[chain], dtype=np.float32)

    def encode(self, pieces: Ids, known: Ids, first: Ids) -> tuple[Scores, Scores]:
        """Read one window: pieces [P], known [P, 5], first [W]. Returns its words [W, 384] and cue scores [W, 3]."""
        words, cues = self.encoder.run(None, {"pieces": pieces[None], "known": known[None], "first": first[None]})
        return words[0], cues[0]

    def look(self, words: Scores, share: Scores, at: Ids, how: Ids, seen: Ids) -> tuple[Scores, Scores]:
        """Look from each of C cues: words [W, 384], share [C, W], at and seen [C, L], how [C, L, 4].

        Returns role scores [C, L, 6], of source and then of content, and how likely each cue is one [C].
        """
        roles, real = self.pairs.run(None, {"words": words, "share": share, "at": at, "how": how, "seen": seen})
        return roles, 1 / (1 + np.exp(-real))


def has_weights() -> bool:
    """Tell whether the weights are installed, and what runs them."""
    return (FOLDER / "reader.json").is_file() and find_spec("onnxruntime") is not None


@cache
def open_network() -> Network:
    """Load the weights once a process: a quarter of a second.

    Raises ModelMismatchError where they are not those that the manifest names.
    """
    return open_weights(FOLDER)


def open_weights(folder: Traversable) -> Network:
    """Load the weights of a folder."""
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 -- `--help` does not need it

    manifest = msgspec.json.decode((folder / "reader.json").read_bytes(), type=Manifest)
    content = {name: (folder / name).read_bytes() for name in manifest.sha256}
    for name, digest in manifest.sha256.items():
        if hashlib.sha256(content[name]).hexdigest() != digest:
            raise ModelMismatchError(NAME, f"{name} is not the file it was measured with")
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return Network(
        manifest=manifest,
        labels=Labels(tags=manifest.tags, deps=manifest.deps),
        pieces=WordPieces(content["vocabulary.txt"].decode().splitlines()),
        encoder=InferenceSession(content["encoder.onnx"], options),
        pairs=InferenceSession(content["pairs.onnx"], options),
    )
