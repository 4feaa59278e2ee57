"""Misuse, said once: each class writes its own message and keeps the values it is about.

Damage in a page is never one of these: it is a `Problem` record beside what could be read.
"""

from collections.abc import Sequence
from pathlib import Path


class ReportedlyError(Exception):
    """Something the caller asked for cannot be done; the message says what, where and what to do."""


class NoPagesError(ReportedlyError):
    """A folder or a list that holds no page."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__(f"{place}: no pages here. Give text or HTML files, or a folder that holds some.")


class MissingPathError(ReportedlyError):
    """A path that is not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path}: there is no such file or folder.")


class BadAboutError(ReportedlyError):
    """An `about.json` that cannot be used: names the key and what is wrong with it."""

    def __init__(self, path: Path, what: str) -> None:
        self.path = path
        self.what = what
        super().__init__(f"{path}: {what}. See docs/reference/about.md for the form.")


class BadDateError(ReportedlyError):
    """A date given by a person that is no day of the calendar."""

    def __init__(self, words: str) -> None:
        self.words = words
        super().__init__(f"'{words}' is no date. Write the day as YYYY-MM-DD, for example 2025-02-27.")


class BadLexiconError(ReportedlyError):
    """A word list that does not have the form its stage asks for."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        self.what = what
        super().__init__(f"word list {name}: {what}.")


class UncitedSentenceError(ReportedlyError):
    """A sentence of a brief that rests on nothing: the brief is not written."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__(f"this sentence of the brief names no statement or figure: '{sentence}'.")


class NotALedgerError(ReportedlyError):
    """A file given as ledger that is something else, or a ledger of another version."""

    def __init__(self, path: Path, what: str) -> None:
        self.path = path
        self.what = what
        super().__init__(f"{path}: {what}. Give another path to start a new ledger.")


class ModelMismatchError(ReportedlyError):
    """A language model whose files are not those that the rules were written against."""

    def __init__(self, name: str, what: str) -> None:
        self.name = name
        self.what = what
        super().__init__(f"language model {name}: {what}. Install the pinned version: pip install -c constraints.txt .")


class CannotWriteError(ReportedlyError):
    """An output file that cannot be written."""

    def __init__(self, path: Path, what: str) -> None:
        self.path = path
        super().__init__(
            f"{path}: cannot be written ({what}). Name a file in a folder that exists and that you may write to."
        )


class PagesOrLedgerError(ReportedlyError):
    """Something asked of no pages, or of pages and a ledger at once."""

    def __init__(self, verb: str) -> None:
        self.verb = verb
        super().__init__(
            f"give pages or a ledger, one of the two: reportedly {verb} PAGE... or reportedly {verb} --ledger story.db"
        )


class NoLedgerError(ReportedlyError):
    """A ledger to read from that is not there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path}: no ledger there. Begin one: reportedly add PAGE... --ledger {path}")


class BadFieldsError(ReportedlyError):
    """Names of fields that are not given as they are asked for."""

    def __init__(self, words: str, known: Sequence[str]) -> None:
        self.words = words
        super().__init__(
            f"'{words}' names no field. Write OURS=YOURS, with commas between, where OURS is {', '.join(known)}: "
            "for example --fields text=body,title=headline,published=date"
        )
