"""What a story is called and which days are known in it, before any of its pages is opened."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from reportedly.intake.about import read_about
from reportedly.intake.pages import ABOUT_FILE

UNTITLED = "Untitled story"


def name_story(paths: Sequence[str | Path], about: Path | None = None) -> str:
    """Return the story's name: from the about file, else from a folder's own, else the first folder's name.

    Raises MissingPathError or BadAboutError.
    """
    folders = [Path(path) for path in paths if Path(path).is_dir()]
    for file in [about] if about else [folder / ABOUT_FILE for folder in folders]:
        if (about or file.exists()) and (story := read_about(file).story):
            return story
    return folders[0].resolve().name if folders else UNTITLED


def anchors_of(paths: Sequence[str | Path], about: Path | None = None) -> Mapping[str, date]:
    """Return the days of events that the folders' own about files give, and above them the about file.

    Raises MissingPathError or BadAboutError.
    """
    files = [folder / ABOUT_FILE for path in paths if (folder := Path(path)).is_dir()]
    known = [read_about(file) for file in (*files, *((about,) if about else ())) if file == about or file.exists()]
    return {event: day for one in known for event, day in one.anchors.items()}
