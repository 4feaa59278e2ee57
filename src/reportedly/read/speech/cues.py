"""Candidates: the words of one sentence that may lay something to a source, by the sentence's tree alone.

Nothing here looks at quotation marks or at another sentence; `linking` does.
"""

from collections.abc import Iterator
from itertools import islice

from reportedly.read.speech.candidates import Candidate
from reportedly.read.speech.counts import read_bare_count, read_count, read_tail
from reportedly.read.speech.nouns import read_noun
from reportedly.read.speech.phrases import cites_party, read_according, read_citing, read_colon
from reportedly.read.speech.trees import Word
from reportedly.read.speech.verbs import read_verb
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Sentence

# Nobody writes more of them in one sentence; on hostile text each costs a walk through its tree.
MOST_CUES = 40
NO_VERB = ("amod", "aux", "auxpass", "compound")


def find_candidates(sentence: Sentence, index: int, words: ReportingWords) -> Iterator[Candidate]:
    """Yield the candidates of a sentence; `index` is its place among the page's sentences.

    `According to Norpress, Orsk said the dam had held.` gives one for "According to" and one for "said".
    """
    yield from islice(_candidates(sentence, index, words), MOST_CUES)


def _candidates(sentence: Sentence, index: int, words: ReportingWords) -> Iterator[Candidate]:
    yield from read_colon(Word(sentence, index, 0, words))
    for i, token in enumerate(sentence.tokens):
        lower = token.lower
        if token.tag == "CD" and i and sentence.tokens[i - 1].tag == "POS":
            yield from read_bare_count(Word(sentence, index, i, words))
        if lower not in words.listed:
            continue
        word = Word(sentence, index, i, words)
        if lower == "according":
            yield from read_according(word)
        elif lower == "citing" or (lower == "cited" and token.dep == "relcl" and cites_party(word)):
            yield from read_citing(word)
        elif token.tag[:1] == "V" and lower in words.base_of and token.dep not in NO_VERB:
            yield from read_verb(word)
        elif token.tag[:2] == "NN" and lower in words.noun_of:
            found = list(read_noun(word))
            yield from found or (read_count(word) if lower in words.toll_noun else ())
        elif token.tag[:2] == "NN" and lower in words.toll_noun:
            yield from read_count(word)
        elif token.tag[:2] == "NN" and words.base_of[lower] in words.clause:
            yield from read_tail(word)
