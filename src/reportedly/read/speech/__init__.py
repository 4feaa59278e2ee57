"""Who said what: attributions as spans, by the dependency parse, the quotation marks and word lists.

Candidates are found sentence by sentence (`cues`), then joined with quotations and one another over the page
(`linking`); what is speech by where it stands, as turns, posts and letters, is read by `scripts`. What goes on with a
speaker without naming him comes last (`blocks`, `continuation`).
"""

from collections.abc import Sequence

from reportedly.read.speech.blocks import find_blocks
from reportedly.read.speech.continuation import find_continuations
from reportedly.read.speech.cues import find_candidates
from reportedly.read.speech.linking import find_said, link_candidates, merged
from reportedly.read.speech.quotations import Quoted, close_before, find_quotations
from reportedly.read.speech.quoting import is_called_so
from reportedly.read.speech.scripts import clear_attributions, clear_candidates, find_script
from reportedly.read.speech.words import reporting_words
from reportedly.records import Attribution, Name, Sentence
from reportedly.spans import Span


def find_attributions(
    text: str, sentences: Sequence[Sentence], paragraphs: Sequence[Span], names: Sequence[Name] = ()
) -> tuple[Attribution, ...]:
    """Return who said what, in text order.

    `Orsk said the dam had held.` gives source "Orsk", cue "said", content "the dam had held", indirect. Of `names` the
    people are needed, to tell who speaks in a transcript and who answers in an interview.
    """
    words = reporting_words()
    found = [c for i, sentence in enumerate(sentences) for c in find_candidates(sentence, i, words)]
    quotations = close_before(text, find_quotations(text, paragraphs), find_said(found), paragraphs)
    quoted = Quoted(q.span for q in quotations if not is_called_so(text, q))
    script = find_script(text, sentences, paragraphs, names, found)
    candidates = list(clear_candidates(text, sentences, found, script, words))
    linked = link_candidates(text, sentences, quotations, candidates, quoted, words, script.sections)
    said = list(clear_attributions(sentences, linked, script))
    spoken = list(script.attributions())
    outside = [s for s in sentences if s.paragraph not in script.of_paragraph]
    blocks = find_blocks(text, outside, paragraphs, said, quoted, words, script.sections)
    in_blocks = Quoted(merged([span for block in blocks for span in block.content]))
    between = find_continuations(text, sentences, paragraphs, [*said, *spoken], quoted, words, script.sections)
    going_on = [a for a in between if in_blocks.at(a.content[0].start) is None]
    return tuple(sorted((*said, *spoken, *blocks, *going_on), key=lambda a: (a.content, a.cue)))
