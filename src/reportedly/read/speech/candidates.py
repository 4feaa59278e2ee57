"""What may be an attribution: the form in which candidates are handed from finding to linking.

A trained tagger that marks sources, cues and contents can stand beside the rules by handing over the same form.
"""

from dataclasses import dataclass
from enum import Enum

from reportedly.spans import Span


class Kind(Enum):
    """What a candidate's cue is."""

    VERB = "verb"
    NOUN = "noun"
    ACCORDING = "according"
    CITING = "citing"
    COLON = "colon"  # "ORSK: We will stay."
    BACK = "back"  # "this was reported by Orsk": the content is the sentence before


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may be an attribution: "Orsk" (source) "said" (cue) "the dam had held" (content).

    `sentence` is the index of the cue's sentence. `content` is empty where the sentence's tree shows none, as beside a
    quotation; `speaks` tells whether the cue may stand beside one. `relayers` are those it was said to or quoted by.
    """

    kind: Kind = Kind.VERB
    sentence: int
    cue: Span
    source: Span | None = None
    content: tuple[Span, ...] = ()
    speaks: bool = False
    relayers: tuple[Span, ...] = ()
