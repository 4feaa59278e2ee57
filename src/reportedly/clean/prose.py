"""How much a line looks like the article, on its own and among its neighbours."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportedly.clean.lines import Line
from reportedly.clean.phrases import Index
from reportedly.clean.shape import date_line, dated, ends_sentence, has_address, inner_sentences, words_of
from reportedly.lexicons import read_lexicon

_DIGIT = re.compile(r"\d")
_QUOTE = re.compile(r"""["“”„«»]""")
# Who commented and when: "Jane says:", "Sam on March 3, 2031 at 5:01 pm said:", "3 comments".
_COMMENT = re.compile(
    r"^.{1,60}\b(?:says|said|wrote|writes|replied|schrieb|dit|dice|disse|говорит|пишет):?$"
    r"|\bat \d{1,2}:\d\d ?[ap]m(?: said:?)?$|^\d+ (?:comments?|responses?|replies|thoughts on)\b"
    r"|^(?:.{1,40} )?\d+ ?(?:m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?) ago$"
    r"|^(?:\d+ )?(?:likes?|reply|upvotes?)(?:\W*(?:likes?|reply|report|share|upvotes?))*(?: \d+)?$",
    re.IGNORECASE,
)
# A line's shape shows in its first characters; longer lines are prose or nothing.
_SEEN = 1_000
_FULL = 400  # characters from which a line is as heavy as it can be
_MANY = 5  # sentences or commas
_LITTLES = 8  # words
_FEW = 4  # words
_ARTICLE = 2.0  # full lines of prose after which a heading like "Comments" ends the article
_FENCES = 3
_NEAR = (1, 2, 4, 8)  # lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseWeights:
    """The file data/prose.toml: what each feature of a line adds to the log odds that it is the article's."""

    weights: dict[str, float]


def shipped_weights() -> Mapping[str, float]:
    """Return the weights of data/prose.toml, which training/furniture.py fits."""
    file: ProseWeights = read_lexicon("prose.toml", ProseWeights)
    return file.weights


def prose_scores(lines: Sequence[Line], phrases: Index, weights: Mapping[str, float]) -> list[float]:
    """Return the log odds that each line belongs to the article; above 0 it is more likely than not."""
    return [
        sum(weights.get(name, 0.0) * value for name, value in features.items() if value)
        for features in line_features(lines, phrases)
    ]


def line_features(lines: Sequence[Line], phrases: Index) -> Iterator[dict[str, float]]:
    """Yield what each line looks like, alone and among its neighbours, mostly between 0 and 1."""
    by_text = {line.text: line for line in lines}  # lines of menus and tables stand on a page many times
    looks = {text: _alone(line, phrases) for text, line in by_text.items()}
    alone = [looks[line.text] for line in lines]
    mass = [_mass(features) for features in alone]
    fenced = _fenced(lines, mass, alone, phrases)
    masses = [0.0, *accumulate(mass)]
    labels = [0.0, *accumulate(features["few"] or features["bullet"] for features in alone)]
    total = masses[-1] or 1.0
    for i, features in enumerate(alone):
        around = {"before": masses[i] / total, "after": 1 - masses[i + 1] / total, "fenced": fenced[i], "mass": mass[i]}
        yield features | around | _near(masses, "mass", i) | _near(labels, "labels", i)


def _near(sums: Sequence[float], name: str, i: int) -> dict[str, float]:
    """Return the mean of the lines before and after the i-th, out of the sums up to each line."""
    last = len(sums) - 1
    before = {f"{name}_before_{n}": (sums[i] - sums[max(0, i - n)]) / n for n in _NEAR}
    after = {f"{name}_after_{n}": (sums[min(last, i + 1 + n)] - sums[i + 1]) / n for n in _NEAR}
    return before | after


def _mass(features: Mapping[str, float]) -> float:
    """Return how much of running prose a line is by its size, its end and its first words."""
    sentence = 0.2 + 0.8 * features["ends"]
    return features["size"] * sentence * (1 - 0.6 * features["bullet"]) * (1 - 0.7 * features["phrase"])


def _fenced(
    lines: Sequence[Line], mass: Sequence[float], alone: Sequence[Mapping[str, float]], phrases: Index
) -> list[float]:
    """Return, for each line, whether headings like "Comments" or comments stand between it and the article."""
    found, prose, fences = [], 0.0, 0
    for line, heavy, features in zip(lines, mass, alone, strict=True):
        if prose > _ARTICLE and (
            line.key in phrases.fences or features["comment"] or line.key.startswith(phrases.fence_starts)
        ):
            fences += 1
        prose += heavy
        found.append(min(fences, _FENCES) / _FENCES)
    return found


def _alone(line: Line, phrases: Index) -> dict[str, float]:
    text = line.text[:_SEEN]
    return {"always": 1.0} | _by_form(line, text) | _by_words(text, phrases) | _by_phrase(line, phrases)


def _by_form(line: Line, text: str) -> dict[str, float]:
    size = min(len(line.text), _FULL)
    return {
        "size": size / _FULL,
        "length": math.log(1 + size),
        "ends": float(ends_sentence(line.text)),
        "colon": float(line.text.endswith((":", ";", ","))),
        "cut": float(line.text.endswith(("...", "…", "[…]"))),
        "sentences": min(inner_sentences(text), _MANY) / _MANY,
        "commas": min(text.count(","), _MANY) / _MANY,
        "quotes": float(_QUOTE.search(text) is not None),
        "digits": len(_DIGIT.findall(text)) / len(text),
        "bullet": float(line.bullet),
        "bullet_sentence": float(line.bullet and ends_sentence(line.text)),
        "empty": float(not line.key),
        "date": float(dated(text)),
        "dated": float(date_line(text)),
        "address": float(has_address(text)),
        "bars": float(any(bar in text for bar in (" | ", " » ", " › "))),  # noqa: RUF001 -- as sites draw them
        "comment": float(_COMMENT.search(line.text[:200]) is not None),
        "copyright": float("©" in text or "copyright" in line.key),
        "repeated": float(line.times > 1 and len(line.key) > 1),
    }


def _by_words(text: str, phrases: Index) -> dict[str, float]:
    words = words_of(text)
    cased = [word for word in words if word[0].isalpha()]
    lower = sum(word[0].islower() for word in cased) / max(1, len(cased))
    upper = sum(word[0].isupper() for word in cased) / max(1, len(cased))
    little = sum(word.casefold() in phrases.little for word in words)
    return {
        "few": float(len(words) <= _FEW),
        "lower": lower,
        "titled": float(upper > 0.6 and len(cased) > 2),  # noqa: PLR2004 -- most words with a capital
        "caseless": float(lower + upper < 0.3 and len(text) > 20),  # noqa: PLR2004 -- scripts without capitals
        "shouted": float(text.isupper()),
        "little": little / max(1, len(words)),
        "littles": min(little, _LITTLES) / _LITTLES,
        "verb": float(any(word.casefold() in phrases.verbs for word in words)),
    }


def _by_phrase(line: Line, phrases: Index) -> dict[str, float]:
    whole, starts, held = phrases.whole_kind(line), phrases.start_kind(line), phrases.held_kind(line)
    return {
        "whole": float(whole is not None),
        "starts": float(starts is not None),
        "held": float(held is not None),
        "phrase": float(whole is not None or starts is not None or held is not None),
    }
