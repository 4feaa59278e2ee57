"""What a story is called, before any of its pages is opened."""

from collections.abc import Sequence
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
