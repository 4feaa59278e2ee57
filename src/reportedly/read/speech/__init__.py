"""Who said what: attributions as spans, by the dependency parse, the quotation marks and word lists.

Candidates are found sentence by sentence (`cues`), then joined with quotations and one another over the page
(`linking`); what goes on with a speaker without naming him comes last (`blocks`, `continuation`).
"""

from collections.abc import Sequence

from reportedly.read.speech.blocks import find_blocks
from reportedly.read.speech.continuation import find_continuations
from reportedly.read.speech.cues import find_candidates
from reportedly.read.speech.joining import join_sights
from reportedly.read.speech.linking import link_candidates, merged
from reportedly.read.speech.quotations import Quoted, find_quotations
from reportedly.read.speech.trained import find_sights
from reportedly.read.speech.trained.network import Network
from reportedly.read.speech.words import reporting_words
from reportedly.records import Attribution, Sentence
from reportedly.spans import Span


def find_attributions(
    text: str, sentences: Sequence[Sentence], paragraphs: Sequence[Span], network: Network | None = None
) -> tuple[Attribution, ...]:
    """Return who said what, in text order: by rules, and with a network by rules and the trained reader together.

    `Orsk said the dam had held.` gives source "Orsk", cue "said", content "the dam had held", indirect.
    """
    words = reporting_words()
    quotations = find_quotations(text, paragraphs)
    quoted = Quoted(q.span for q in quotations)
    candidates = [c for i, sentence in enumerate(sentences) for c in find_candidates(sentence, i, words)]
    said = link_candidates(text, sentences, quotations, candidates, quoted, words)
    whole = read_unmarked(text, sentences, paragraphs, said, quoted)
    if network is None:
        return whole
    sights = list(find_sights(text, sentences, quoted, whole, network))
    joined = join_sights(text, said, sights, quoted, network.manifest)
    return read_unmarked(text, sentences, paragraphs, joined, quoted)


def read_unmarked(
    text: str, sentences: Sequence[Sentence], paragraphs: Sequence[Span], said: list[Attribution], quoted: Quoted
) -> tuple[Attribution, ...]:
    """Return the attributions with what goes on with their speakers without naming them, in text order."""
    words = reporting_words()
    blocks = find_blocks(text, sentences, paragraphs, said, quoted, words)
    in_blocks = Quoted(merged([span for block in blocks for span in block.content]))
    between = find_continuations(text, sentences, paragraphs, said, quoted, words)
    going_on = [a for a in between if in_blocks.at(a.content[0].start) is None]
    return tuple(sorted((*said, *blocks, *going_on), key=lambda a: (a.content, a.cue)))
