"""When the pages came out that do not say so: the days that the words of all pages leave, each with its proof."""

from collections.abc import Iterator, Sequence

from reportedly.brief.days import describe_bounds, describe_day
from reportedly.brief.lines import Line
from reportedly.brief.sources import Sources
from reportedly.brief.wording import listed, plain
from reportedly.records import Basis, DateReason, PageDating, Support, When

# What fits a reporter's first screen.
MAIN_PAGES = 3
# Steps of a proof where room is short.
FEW_STEPS = 2


def tell_dating(sources: Sources) -> Iterator[Line]:
    """Yield what contradicts, then each undated page: "Page 8 | between 5 and 12 March 2024: it tells of ..."."""
    yield from _conflicts(sources)
    told = 0
    for page in sources.brief.pages:
        dating = page.dating
        if dating and (dating.not_before or dating.not_after or dating.after or dating.before):
            yield _line(page.name, dating, sources, minor=told >= MAIN_PAGES)
            told += 1


def _line(name: str, dating: PageDating, sources: Sources, *, minor: bool) -> Line:
    when = When(edtf=None, earliest=dating.earliest, latest=dating.latest, basis=Basis.INFERRED)
    return Line(
        lead=sources.numbers([name]).capitalize(),
        text=_told(name, dating, sources),
        short=_told(name, dating, sources, few=FEW_STEPS),
        support=_support(name, (*dating.not_before, *dating.not_after), sources),
        when=when if when.known else None,
        minor=minor,
    )


def _told(name: str, dating: PageDating, sources: Sources, few: int | None = None) -> str:
    """Return both ends with what proves them, said once where it is the same."""
    first, last = (_proof(name, steps, sources, few) for steps in (dating.not_before, dating.not_after))
    if dating.earliest and dating.latest and (first == last or (few and not last)):
        return f"{describe_bounds(dating)}: {first}."
    parts = [
        f"not before {describe_day(dating.earliest)}: {first}" if dating.earliest else "",
        f"not after {describe_day(dating.latest)}: {last}" if dating.latest else "",
        f"not earlier than {sources.numbers(dating.after)}" if dating.after else "",
        f"not later than {sources.numbers(dating.before)}" if dating.before else "",
    ]
    return f"{'. '.join(part[:1].upper() + part[1:] if i else part for i, part in enumerate(filter(None, parts)))}."


def _proof(name: str, steps: Sequence[DateReason], sources: Sources, few: int | None) -> str:
    """Return the steps of a proof, the page's own as "it", the last of them always: all of it rests on that one."""
    kept = [*steps[: few - 1], steps[-1]] if few and len(steps) > few else list(steps)
    subject, told = None, []
    for step in kept:
        same = step.page == subject and step.page is not None
        subject = step.page
        told.append(plain(f"{'' if same else _subject(step, name, sources)}{step.words}"))
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
