"""The whole way, in one place: pages to readings, readings to a ledger, readings to a brief.

    bytes -> clean -> read -> link -> Reading        one page at a time
    Readings -> assess -> Brief -> FigureTable       one story at a time

Only this module joins stages. Stages open nothing and read no clock; what they need of the world is passed in.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from reportedly.assess.story import assess_story
from reportedly.brief.table import tabulate
from reportedly.clean.article import clean_page
from reportedly.clean.masthead import read_masthead
from reportedly.clean.notes import find_notes, set_aside, told_paragraphs
from reportedly.clean.passages import english_paragraphs, tell_languages
from reportedly.errors import ReportedlyError
from reportedly.intake.about import read_about
from reportedly.intake.pages import gather_pages
from reportedly.intake.stories import UNTITLED, anchors_of, name_story
from reportedly.intake.watch import Watch
from reportedly.ledger.store import Ledger
from reportedly.link.figures import link_figures
from reportedly.link.parties import link_parties, mark_entities
from reportedly.link.statements import link_statements
from reportedly.link.validity import find_validity
from reportedly.read.certainty import find_attitude
from reportedly.read.clues import find_clues
from reportedly.read.lookalikes import find_lookalikes
from reportedly.read.names import find_names
from reportedly.read.parse import parse_paragraphs
from reportedly.read.published import (
    bound_published,
    choose_published,
    find_date_problems,
    find_page_dates,
    find_published_problems,
    refuse_before,
)
from reportedly.read.quantities import find_quantities
from reportedly.read.speech import find_attributions
from reportedly.read.speech.trained.network import Network, has_weights, open_network
from reportedly.read.times import find_time_problems, find_times
from reportedly.records import (
    UNKNOWN_DATE,
    Article,
    Brief,
    FigureTable,
    Masthead,
    Measure,
    Page,
    Problem,
    RawPage,
    Reading,
)
from reportedly.settings import Settings

NO_WEIGHTS = Problem(
    code="no_weights",
    message="the trained reader is not installed; statements were read by rules alone and more of them are missed.",
)


def read_pages(
    paths: Sequence[str | Path],
    *,
    about: Path | None = None,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    clock: Callable[[], datetime] | None = None,
    watch: Watch | None = None,
) -> Iterator[Reading]:
    """Yield a Reading for every page of the paths, in order, one page in memory at a time.

    `clock` tells when a page was fetched that a path "https://..." asks for; without it that is unknown. `watch` is
    told how far the run is. A page that cannot be read yields a Reading whose `unread` is true, with the problem; the
    others go on. Raises MissingPathError, NoPagesError or BadAboutError before the first page.
    """
    settings = settings or Settings()
    known = read_about(about) if about else None
    for raw in gather_pages(paths, about=known, settings=settings, stdin=stdin, clock=clock, watch=watch):
        yield read_page(raw, settings)


def read_page(raw: RawPage, settings: Settings) -> Reading:
    """Return what one page holds. Whatever its bytes are, a Reading comes back.

    Raises ModelMismatchError or BadLexiconError where the installation is damaged.
    """
    if not raw.content:
        return Reading(page=_bare(raw), problems=raw.problems)
    try:
        return _read(raw, settings)
    except ReportedlyError:  # a model or word list that is not the installed one is no page's fault
        raise
    except Exception as error:  # noqa: BLE001 -- one hostile page must not cost a person the other nine hundred
        what = f"the reader failed on this page ({type(error).__name__}: {error}); it is left unread. Please report it."
        return Reading(page=_bare(raw), problems=(Problem(code="failed", message=what),))


def _bare(raw: RawPage) -> Page:
    """Return what is known of a page that was not read."""
    url = raw.about.url or raw.told.url
    return Page(name=raw.name, sha256=raw.sha256, url=url, place=raw.place, captured=raw.captured)


def brief_readings(
    readings: Sequence[Reading],
    *,
    story: str = UNTITLED,
    as_of: date | None = None,
    anchors: Mapping[str, date] | None = None,
) -> Brief:
    """Return what the readings come to. With `as_of`, only what was public by that day.

    `anchors` are days of events that pages count from, by the words for the event.
    """
    return assess_story(readings, story=story, as_of=as_of, anchors=anchors)


def tabulate_readings(
    readings: Sequence[Reading],
    *,
    story: str = UNTITLED,
    measures: Collection[Measure] = (),
    as_of: date | None = None,
) -> FigureTable:
    """Return the figures of the readings, of these measures or of all; with `as_of`, of pages public by that day."""
    return tabulate(brief_readings(readings, story=story, as_of=as_of), readings, measures=measures)


def brief_pages(
    paths: Sequence[str | Path],
    *,
    about: Path | None = None,
    as_of: date | None = None,
    settings: Settings | None = None,
) -> Brief:
    """Return the brief of the pages: `read_pages` and `brief_readings` in one step."""
    readings = tuple(read_pages(paths, about=about, settings=settings))
    anchors = anchors_of(paths, about)
    return brief_readings(readings, story=name_story(paths, about), as_of=as_of, anchors=anchors)


def add_pages(
    ledger: Ledger,
    paths: Sequence[str | Path],
    *,
    observed: datetime,
    about: Path | None = None,
    settings: Settings | None = None,
    stdin: BinaryIO | None = None,
    clock: Callable[[], datetime] | None = None,
    watch: Watch | None = None,
) -> Iterator[tuple[RawPage, Reading | None]]:
    """Read the pages that the ledger does not hold and keep them, each in its own transaction.

    Yields every page with its new Reading, or None where the ledger has it already: a run that was stopped goes on
    where it was when it is given the same pages again. What came without bytes (not fetched, damaged) is yielded and
    not kept, so that the next run tries again. `observed` is when the pages were taken in, with its zone.
    """
    settings = settings or Settings()
    ledger.name_story(name_story(paths, about), recorded=observed)
    ledger.keep_anchors(anchors_of(paths, about), recorded=observed)
    known = read_about(about) if about else None
    pages = gather_pages(
        paths, about=known, settings=settings, stdin=stdin, clock=clock, watch=watch, held=ledger.knows
    )
    for raw in pages:
        if not raw.content:
            yield raw, read_page(raw, settings)
            continue
        if ledger.holds(raw):
            yield raw, None
            continue
        named = replace(raw, name=ledger.free_name(raw.name))
        reading = read_page(named, settings)
        ledger.add(named, reading, given=raw.name, observed=observed)
        yield named, reading


def _read(raw: RawPage, settings: Settings) -> Reading:
    article = clean_page(raw, settings)
    masthead = read_masthead(article, raw.about)
    dates = find_page_dates(article, masthead, raw.about)
    language, passages = tell_languages(article.text, article.paragraphs)
    notes = find_notes(article)
    page = Page(
        name=raw.name,
        sha256=raw.sha256,
        language=language,
        title=article.title,
        carrier=masthead.carrier,
        credits=masthead.credits,
        byline=masthead.byline,
        dateline=masthead.dateline,
        published=choose_published(dates),
        paragraphs=article.paragraphs,
        furniture=article.furniture,
        url=raw.about.url or article.markup.url,
        dates=dates,
        notes=notes,
        languages=passages,
        place=raw.place,
        captured=raw.captured,
    )
    reading = Reading(
        page=page,
        text=article.text,
        problems=(*article.problems, *find_published_problems(article), *find_lookalikes(article.text)),
    )
    english = english_paragraphs(article.paragraphs, language, passages)
    if article.paragraphs and not english:
        return replace(reading, problems=(*reading.problems, _unread_language(page)))
    if passages:
        reading = replace(reading, problems=(*reading.problems, _unread_passages(page)))
    if not (settings.rules_only or has_weights()):
        reading = replace(reading, problems=(*reading.problems, NO_WEIGHTS))
    told = told_paragraphs(article.text, english, set_aside(article.text, notes))
    return _read_article(reading, replace(article, paragraphs=told), masthead, _network(settings))


def _network(settings: Settings) -> Network | None:
    return open_network() if has_weights() and not settings.rules_only else None


def _read_article(reading: Reading, article: Article, masthead: Masthead, network: Network | None) -> Reading:
    text = article.text
    sentences = parse_paragraphs(text, article.paragraphs)
    told = bound_published(UNKNOWN_DATE, find_times(text, sentences, UNKNOWN_DATE), sentences)
    dates = refuse_before(told, reading.page.dates)
    published = choose_published(dates)
    times = find_times(text, sentences, published)
    published = published if published.known else told
    names = find_names(text, sentences)
    attributions = find_attributions(text, sentences, article.paragraphs, names, network)
    attitudes = tuple(find_attitude(text, attribution, sentences) for attribution in attributions)
    parties = link_parties(text, sentences, names, attributions, masthead)
    statements = link_statements(text, attributions, attitudes, parties, masthead, times, published)
    statements = find_validity(statements, sentences, times)
    quantities = find_quantities(text, sentences, times)
    figures = link_figures(text, sentences, quantities, statements, names, times, masthead, published)
    return replace(
        reading,
        page=replace(reading.page, published=published, dates=dates),
        statements=statements,
        times=times,
        figures=figures,
        names=mark_entities(names, parties),
        clues=find_clues(text, sentences, article.paragraphs, attributions),
        problems=(*reading.problems, *find_date_problems(dates), *find_time_problems(text, times)),
    )


def _unread_language(page: Page) -> Problem:
    languages = _languages(page) if page.language in (None, "en") else page.language
    return Problem(code="language", message=f"the page is in another language ({languages}); only English is read.")


def _unread_passages(page: Page) -> Problem:
    """Return what is said of a page that is partly in English."""
    languages = _languages(page)
    if languages == "en":
        return Problem(code="passages", message=f"only the English part was read; the rest is kept ({page.language}).")
    message = f"what is in another language ({languages}) is kept and not read."
    return Problem(code="passages", message=message, span=page.languages[0].span)


def _languages(page: Page) -> str:
    return ", ".join(dict.fromkeys(passage.language or "unknown" for passage in page.languages))
