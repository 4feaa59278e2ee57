"""The trained network as the two files that onnxruntime reads, with eight-bit weights where they are many."""

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from attribution_manifest import write_manifest
from attribution_model import Encoder, Pairs, Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 -- torch's own name for it

from reportedly.read.speech.trained.network import Manifest
from reportedly.read.speech.trained.words import Labels

OPSET = 17
ENCODER, PAIRS, VOCABULARY = "encoder.onnx", "pairs.onnx", "vocabulary.txt"


class HalfSize(nn.Module):
    """A table in sixteen bits: eight cost half a point of content, thirty-two would not fit."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        self.register_buffer("rows", table.to(torch.float16))

    def forward(self, ids: Tensor) -> Tensor:
        """Return the rows of the table."""
        return F.embedding(ids, self.rows).to(torch.float32)


class OneWindow(nn.Module):
    """The encoder for one window without padding."""

    def __init__(self, encoder: Encoder, *, eight_bits: bool) -> None:
        super().__init__()
        self.encoder = encoder
        if eight_bits:
            encoder.word = HalfSize(encoder.word.weight.data)

    def forward(self, pieces: Tensor, known: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        """Shapes as in `Encoder`."""
        found: tuple[Tensor, Tensor] = self.encoder(pieces, known, first, None)
        return found


class FromCues(nn.Module):
    """The pairs of one window: words are narrowed before they are laid out around each cue, which costs less."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self.pairs = pairs

    def forward(self, words: Tensor, share: Tensor, at: Tensor, how: Tensor, seen: Tensor) -> tuple[Tensor, Tensor]:
        """Shapes: words [W, 384], share [C, W], at and seen [C, L], how [C, L, 4]."""
        cues = share @ words
        narrow = F.embedding(at, self.pairs.word(words))
        found: tuple[Tensor, Tensor] = self.pairs.judge(narrow, cues, how, seen)
        return found


def export_reader(reader: Reader, labels: Labels, vocabulary: Path, folder: Path, *, eight_bits: bool = True) -> None:
    """Write the reader's files into the folder; the thresholds are set afterwards by `attribution.py choose`."""
    folder.mkdir(parents=True, exist_ok=True)
    reader.eval()
    with TemporaryDirectory() as made:
        whole = Path(made) / ENCODER
        axes = {"pieces": {1: "P"}, "known": {1: "P"}, "first": {1: "W"}}
        _write(OneWindow(reader.encoder, eight_bits=eight_bits), whole, _window(), axes, ("words", "cues"))
        if eight_bits:
            # seven of the eight bits: with all, processors that add pairs in sixteen bits would overflow
            quantize_dynamic(
                whole,
                folder / ENCODER,
                op_types_to_quantize=["MatMul"],
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=True,
            )
        else:
            (folder / ENCODER).write_bytes(whole.read_bytes())
    _export_pairs(reader.pairs, folder / PAIRS)
    (folder / VOCABULARY).write_text(vocabulary.read_text(encoding="utf-8"), encoding="utf-8")
    names = (ENCODER, PAIRS, VOCABULARY)
    manifest = Manifest(
        sha256={name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names},
        tags=labels.tags,
        deps=labels.deps,
        steps={name: _rows(chain.allowed) for name, chain in reader.chains.items()},
        boldness=0.0,
        least=0.0,
        least_by_rules=0.0,
    )
    write_manifest(manifest, folder)


def _rows(steps: Tensor) -> tuple[tuple[float, float, float], ...]:
    return tuple((float(a), float(b), float(c)) for a, b, c in steps.detach())


def _window() -> dict[str, Tensor]:
    return {
        "pieces": torch.ones(1, 9, dtype=torch.int64),
        "known": torch.ones(1, 9, 5, dtype=torch.int64),
        "first": torch.arange(7)[None],
    }


def _export_pairs(pairs: Pairs, file: Path) -> None:
    inputs = {
        "words": torch.zeros(7, 384),
        "share": torch.zeros(3, 7),
        "at": torch.zeros(3, 5, dtype=torch.int64),
        "how": torch.zeros(3, 5, 4, dtype=torch.int64),
        "seen": torch.ones(3, 5, dtype=torch.int64),
    }
    names = {"words": {0: "W"}, "share": {0: "C", 1: "W"}, **{n: {0: "C", 1: "L"} for n in ("at", "how", "seen")}}
    _write(FromCues(pairs), file, inputs, names, ("roles", "real"))


def _write(
    module: nn.Module, file: Path, inputs: dict[str, Tensor], axes: dict[str, dict[int, str]], outputs: tuple[str, ...]
) -> None:
    torch.onnx.export(
        module,
        tuple(inputs.values()),
        str(file),
        input_names=list(inputs),
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
