"""Who said what: attributions as spans, by the dependency parse, the quotation marks, word lists and a trained network.

Candidates are found sentence by sentence (`cues`), then joined with quotations and one another over the page
(`linking`). What is speech by where it stands is read by `scripts`, what goes on with a speaker without naming him by
`blocks` and `continuation`. The trained reader (`trained`) sees all that and reads the page once more; `joining` makes
one list of both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.read.speech.blocks import find_blocks
from reportedly.read.speech.continuation import find_continuations
from reportedly.read.speech.counts import is_bare_count
from reportedly.read.speech.cues import find_candidates
from reportedly.read.speech.joining import join_sights
from reportedly.read.speech.linking import find_said, link_candidates, merged
from reportedly.read.speech.quotations import Quoted, close_before, find_quotations
from reportedly.read.speech.quoting import is_called_so
from reportedly.read.speech.scripts import Script, clear_attributions, clear_candidates, clear_sights, find_script
from reportedly.read.speech.trained import Sight, find_sights
from reportedly.read.speech.trained.network import Manifest, Network
from reportedly.read.speech.words import reporting_words
from reportedly.records import Attribution, Name, Sentence
from reportedly.spans import Span


def find_attributions(
    text: str,
    sentences: Sequence[Sentence],
    paragraphs: Sequence[Span],
    names: Sequence[Name] = (),
    network: Network | None = None,
) -> tuple[Attribution, ...]:
    """Return who said what, in text order: by rules, and with a network by rules and the trained reader together.

    `Orsk said the dam had held.` gives source "Orsk", cue "said", content "the dam had held", indirect. Of `names` the
    people are needed, to tell who speaks in a transcript and who answers in an interview.
    """
    ruled = read_by_rules(text, sentences, paragraphs, names)
    if network is None:
        return ruled.attributions
    sights = find_sights(text, sentences, ruled.marked, ruled.attributions, network)
    return join_readings(ruled, sights, network.manifest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A page as the rules read it. `said` has the attributions with a cue, `attributions` those without one too.

    `quoted` is where somebody is quoted, `marked` has words in quotation marks that quote nobody as well.
    """

    text: str
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]
    script: Script
    quoted: Quoted
    marked: Quoted
    said: tuple[Attribution, ...]
    attributions: tuple[Attribution, ...] = ()


def read_by_rules(
    text: str, sentences: Sequence[Sentence], paragraphs: Sequence[Span], names: Sequence[Name] = ()
) -> Ruled:
    """Return what the rules alone make of the page."""
    words = reporting_words()
    seen = [c for i, sentence in enumerate(sentences) for c in find_candidates(sentence, i, words)]
    found = [c for c in seen if c.source is None or not is_bare_count(c.source.of(text), words)]
    quotations = close_before(text, find_quotations(text, paragraphs), find_said(found), paragraphs)
    quoted = Quoted(q.span for q in quotations if not is_called_so(text, q))
    script = find_script(text, sentences, paragraphs, names, found)
    candidates = list(clear_candidates(text, sentences, found, script, words))
    linked = link_candidates(text, sentences, quotations, candidates, quoted, words, script.sections)
    ruled = Ruled(
        text=text,
        sentences=tuple(sentences),
        paragraphs=tuple(paragraphs),
        script=script,
        quoted=quoted,
        marked=Quoted(q.span for q in quotations),
        said=tuple(clear_attributions(sentences, linked, script)),
    )
    return replace(ruled, attributions=_with_unmarked(ruled, ruled.said))


def join_readings(ruled: Ruled, sights: Sequence[Sight], limits: Manifest) -> tuple[Attribution, ...]:
    """Return the attributions of the rules and of the trained reader, in text order.

    What goes on with a speaker is the rules' alone: that somebody "plans" or "wants" between two sentences of his, as
    the trained reader sees, is nobody else's word.
    """
    words = reporting_words()
    spoken = [s for s in sights if not any(is_bare_count(span.of(ruled.text), words) for span in s.source)]
    standing = tuple(clear_sights(ruled.text, ruled.sentences, spoken, ruled.script))
    joined = join_sights(ruled.text, ruled.said, standing, ruled.quoted, limits)
    cued = tuple(clear_attributions(ruled.sentences, joined, ruled.script))
    said = Quoted(merged([span for a in cued for span in a.content]))
    marked = set(ruled.said)
    unmarked = [a for a in ruled.attributions if a not in marked and not _is_covered(a, said)]
    return tuple(sorted((*cued, *unmarked), key=lambda a: (a.content, a.cue)))


def _is_covered(attribution: Attribution, said: Quoted) -> bool:
    """Tell whether more than half of what is said stands in other statements."""
    whole = sum(span.end - span.start for span in attribution.content)
    inside = sum(min(q.end, s.end) - max(q.start, s.start) for s in attribution.content for q in said.over(s))
    return inside * 2 > whole


def _with_unmarked(ruled: Ruled, said: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions with those that have no cue: by where they stand, and by what they go on with."""
    text, script, quoted, words = ruled.text, ruled.script, ruled.quoted, reporting_words()
    cued, spoken = list(said), list(script.attributions())
    outside = [s for s in ruled.sentences if s.paragraph not in script.of_paragraph]
    blocks = find_blocks(text, outside, ruled.paragraphs, cued, quoted, words, script.sections)
    in_blocks = Quoted(merged([span for block in blocks for span in block.content]))
    both = [*cued, *spoken]
    between = find_continuations(text, ruled.sentences, ruled.paragraphs, both, quoted, words, script.sections)
    going_on = [a for a in between if in_blocks.at(a.content[0].start) is None]
    return tuple(sorted((*both, *blocks, *going_on), key=lambda a: (a.content, a.cue)))
