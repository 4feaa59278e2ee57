"""Candidates: the words of one sentence that may lay something to a source, by the sentence's tree alone.

Nothing here looks at quotation marks or at another sentence; `linking` does.
"""

from collections.abc import Iterator

from reportedly.read.speech.candidates import Candidate
from reportedly.read.speech.phrases import read_according, read_citing, read_colon, read_noun
from reportedly.read.speech.trees import Word
from reportedly.read.speech.verbs import read_verb
from reportedly.read.speech.words import ReportingWords
from reportedly.records import Sentence

NO_VERB = ("amod", "aux", "auxpass", "compound")


def find_candidates(sentence: Sentence, index: int, words: ReportingWords) -> Iterator[Candidate]:
    """Yield the candidates of a sentence; `index` is its place among the page's sentences.

    `According to Norpress, Orsk said the dam had held.` gives one for "According to" and one for "said".
    """
    yield from read_colon(Word(sentence, index, 0, words))
    for i, token in enumerate(sentence.tokens):
        lower = token.lower
        if lower not in words.listed:
            continue
        word = Word(sentence, index, i, words)
        if lower == "according":
            yield from read_according(word)
        elif lower == "citing":
            yield from read_citing(word)
        elif token.tag[:1] == "V" and lower in words.base_of and token.dep not in NO_VERB:
            yield from read_verb(word)
        elif token.tag[:2] == "NN" and lower in words.noun_of:
            yield from read_noun(word)
