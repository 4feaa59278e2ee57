"""When the pages came out that do not say so: the days that the words of all pages leave, each with its proof.

What is only likely is told behind what is sure, with "probably".
"""

from collections.abc import Iterator, Sequence

from reportedly.brief.days import describe_bounds, describe_day
from reportedly.brief.lines import Line
from reportedly.brief.sources import Sources
from reportedly.brief.wording import listed, plain
from reportedly.records import Basis, Bounds, DateReason, PageDating, Support, When

# What fits a reporter's first screen.
MAIN_PAGES = 3
# Steps of a proof where room is short.
FEW_STEPS = 2


def tell_dating(sources: Sources) -> Iterator[Line]:
    """Yield what contradicts, then each undated page: "Page 8 | between 5 and 12 March 2024: it tells of ..."."""
    yield from _conflicts(sources)
    told = 0
    for page in sources.brief.pages:
        if page.dating and (page.dating.known or page.dating.likely):
            closed = _closed(page.dating)
            yield _line(page.name, page.dating, sources, minor=told >= MAIN_PAGES or not closed)
            told += closed


def _closed(dating: PageDating) -> bool:
    """Tell whether a page lies between two days; what has one alone, the list of pages tells as well."""
    bounds = dating.likely or dating
    return None not in (bounds.earliest, bounds.latest)


def _line(name: str, dating: PageDating, sources: Sources, *, minor: bool) -> Line:
    likely, sure = _narrowed(dating), _told(name, dating, sources)
    words = [sure, _told(name, likely, sources, probably=True)] if likely else [sure]
    when = When(edtf=None, earliest=dating.earliest, latest=dating.latest, basis=Basis.INFERRED)
    told = (likely, dating) if likely else (dating,)
    return Line(
        lead=sources.numbers([name]).capitalize(),
        text=_sentences(words),
        short=_short(name, dating, likely, sources),
        support=_support(name, [step for one in told for step in (*one.not_before, *one.not_after)], sources),
        when=when if when.known else None,
        minor=minor,
    )


def _narrowed(dating: PageDating) -> Bounds | None:
    """Return of the likely bounds what the sure ones do not have; None where there is nothing."""
    likely = dating.likely
    if likely is None:
        return None
    earlier, later = likely.earliest != dating.earliest, likely.latest != dating.latest
    return Bounds(
        earliest=likely.earliest if earlier else None,
        latest=likely.latest if later else None,
        not_before=likely.not_before if earlier else (),
        not_after=likely.not_after if later else (),
        after=tuple(name for name in likely.after if name not in dating.after),
        before=tuple(name for name in likely.before if name not in dating.before),
    )


def _short(name: str, dating: PageDating, likely: Bounds | None, sources: Sources) -> str:
    """Return one sentence with what proves it, the likely one where there is one, and the sure days behind that."""
    if likely is None or not likely.known:
        return _sentences([_told(name, dating, sources, few=FEW_STEPS)])
    few = _told(name, likely, sources, few=FEW_STEPS, probably=True)
    return _sentences([few, f"surely {describe_bounds(dating)}" if describe_bounds(dating) else ""])


def _sentences(parts: Sequence[str]) -> str:
    told = [part.removesuffix(".") for part in parts if part]
    return f"{'. '.join(part[:1].upper() + part[1:] if i else part for i, part in enumerate(told))}."


def _told(name: str, bounds: Bounds, sources: Sources, *, few: int | None = None, probably: bool = False) -> str:
    """Return both ends with what proves them, said once where it is the same; "" where nothing is known."""
    sure = "probably " if probably else ""
    first, last = (_proof(name, steps, sources, few) for steps in (bounds.not_before, bounds.not_after))
    if bounds.earliest and bounds.latest and (first == last or (few and not last)):
        return f"{sure}{describe_bounds(bounds)}: {first}"
    parts = [
        f"not before {describe_day(bounds.earliest)}: {first}" if bounds.earliest else "",
        f"not after {describe_day(bounds.latest)}: {last}" if bounds.latest else "",
        f"not earlier than {sources.numbers(bounds.after)}" if bounds.after else "",
        f"not later than {sources.numbers(bounds.before)}" if bounds.before else "",
    ]
    kept = [f"{sure}{part}" for part in parts if part]
    return _sentences(kept).removesuffix(".") if kept else ""


def _proof(name: str, steps: Sequence[DateReason], sources: Sources, few: int | None) -> str:
    """Return the steps of a proof, the page's own as "it", the last of them always: all of it rests on that one."""
    kept = [*steps[: few - 1], steps[-1]] if few and len(steps) > few else list(steps)
    subject, told = None, list[str]()
    for step in kept:
        if step.page == subject and step.page is not None:
            told[-1] = f"{told[-1]} and {plain(step.words)}"
        else:
            told.append(plain(f"{_subject(step, name, sources)}{step.words}"))
        subject = step.page
    return "; ".join(told)


def _subject(step: DateReason, name: str, sources: Sources) -> str:
    if step.page is None:
        return ""
    return "it " if step.page == name else f"{sources.numbers([step.page])} "


def _support(name: str, steps: Sequence[DateReason], sources: Sources) -> tuple[Support, ...]:
    spans = (Support(page=step.page, span=step.span) for step in steps if step.page and step.span)
    return sources.known(spans) or sources.whole([name])


def _conflicts(sources: Sources) -> Iterator[Line]:
    for conflict in sources.brief.date_conflicts:
        pages = [step.page for step in conflict.reasons if step.page]
        told = [plain(f"{_subject(step, '', sources)}{step.words}") for step in conflict.reasons]
        left = [plain(step.words) for step in conflict.left_out]
        yield Line(
            lead="Contradiction",
            text=f"{listed(told)} cannot all be true. No page is dated by what {listed(left)}.",
            short=f"{listed(told)} cannot all be true.",
            support=_support(pages[0] if pages else sources.brief.pages[0].name, conflict.reasons, sources),
        )
