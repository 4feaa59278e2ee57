"""Who published a page, whose reporting it carries, who wrote it and where it was filed.

A page's furniture and the edges of its article say it: "© 2031 Harlow Post", "Source: Norpress", "By Jane Roe",
"HARROW, March 3 (Norpress) —". What nothing says stays unknown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reportedly.clean.citations import Citation, cited_outlets
from reportedly.clean.datelines import Filed, read_filed
from reportedly.clean.imprints import (
    Imprint,
    closing_credits,
    inner_credits,
    read_imprint,
    reporting_author,
    signed_credit,
)
from reportedly.clean.outlets import Outlets, domain_of, known_outlets
from reportedly.records import (
    About,
    Article,
    Carrier,
    CarrierBasis,
    Credit,
    Furniture,
    FurnitureKind,
    Masthead,
    Named,
    OutletKind,
)
from reportedly.spans import Span

_LEAD = 3  # paragraphs that may say where the news is from
_FAR = 1_000  # characters of each of them
_END = 2  # paragraphs that may be signed
_FIRST_LINES = 12
# Lines under pictures credit the picture; menus and links name outlets that have nothing to do with the page.
_SILENT = frozenset({FurnitureKind.CAPTION, FurnitureKind.RELATED, FurnitureKind.SHARE})


def read_masthead(article: Article, about: About) -> Masthead:
    """Return what the page, its markup and the person who gave it say of its outlet, its sources and its author.

    The outlet is the one that a person gave, else the markup's, the address's, the imprint's, the agency's that stands
    beside the place on a line of its own, or a web outlet that the first paragraphs give the news to and that cites
    another: "According to Harlow.net, citing the Post, ...". Credits are the other outlets, as they come on the page.
    Each has what the list of outlets says of its family, with the outlets that the person gave.
    """
    outlets = known_outlets(about.outlets)
    lines = _masthead_lines(article)
    filed = read_filed(article, lines[:_FIRST_LINES], outlets)
    imprint = read_imprint(article.text, lines, outlets)
    told = [span for span in article.paragraphs if filed.dateline is None or span != filed.dateline.span]
    lead = [Span(span.start, min(span.end, span.start + _FAR)) for span in told[:_LEAD]]
    cited = cited_outlets(article.text, lead, outlets)
    carrier = next(_carriers(article, about, imprint, filed, cited, outlets), None)
    credited = sorted(_credits(article, imprint, filed, cited, outlets), key=lambda named: named.span or Span(0, 0))
    author = article.markup.author
    signed = (named for span in told[-_END:] if (named := reporting_author(article.text, span, outlets)))
    byline = (
        imprint.byline
        or next(signed, None)
        or (Named(name=author) if author and not (carrier and author == carrier.name) else None)
    )
    return Masthead(
        carrier=_with_family(carrier, outlets) if carrier else None,
        credits=tuple(_credit(named, outlets) for named in _others(credited, carrier, outlets)),
        byline=byline,
        dateline=filed.dateline,
    )


def _with_family(carrier: Carrier, outlets: Outlets) -> Carrier:
    outlet = outlets.of(carrier.name)
    if outlet is None:
        return carrier
    return replace(carrier, family=outlet.owner, agency=outlet.kind is OutletKind.AGENCY, state=outlet.state)


def _credit(named: Named, outlets: Outlets) -> Credit:
    outlet = outlets.of(named.name)
    if outlet is None:
        return Credit(name=named.name, span=named.span)
    agency = outlet.kind is OutletKind.AGENCY
    return Credit(name=named.name, span=named.span, family=outlet.owner, agency=agency, state=outlet.state)


def _masthead_lines(article: Article) -> list[Span]:
    """Return the lines that may speak of the page: its furniture, and the edges of its article."""
    spoken = [piece.span for piece in article.furniture if _may_speak(piece)]
    return sorted({*spoken, *article.paragraphs[:_LEAD], *article.paragraphs[-_END:]})


def _may_speak(piece: Furniture) -> bool:
    return piece.kind not in _SILENT


def _carriers(
    article: Article, about: About, imprint: Imprint, filed: Filed, cited: Sequence[Citation], outlets: Outlets
) -> Iterator[Carrier]:
    """Yield who may have published the page, the surest first."""
    url = about.url or article.markup.url
    known = outlets.at(url) if url else None
    if about.outlet:
        yield Carrier(name=about.outlet, basis=CarrierBasis.ABOUT)
    if article.markup.site and not _is_agency_elsewhere(article.markup.site, url, outlets):
        yield Carrier(name=article.markup.site, basis=CarrierBasis.MARKUP)
    if known:
        yield Carrier(name=known.name, basis=CarrierBasis.URL)
    if imprint.outlet:
        yield Carrier(name=imprint.outlet, basis=CarrierBasis.STATED)
    if url and (domain := domain_of(url)):
        yield Carrier(name=domain, basis=CarrierBasis.URL)
    if filed.own and filed.agency:
        yield Carrier(name=filed.agency.name, basis=CarrierBasis.STATED)
    for citation in cited:
        if citation.site and citation.cites:
            yield Carrier(name=citation.named.name, basis=CarrierBasis.STATED)


def _is_agency_elsewhere(site: str, url: str | None, outlets: Outlets) -> bool:
    """Tell whether a page gives an agency as its publisher and stands at another address: it carries its report."""
    outlet = outlets.called(site)
    return outlet is not None and outlet.kind is OutletKind.AGENCY and bool(url) and outlets.at(url or "") is not outlet


def _credits(
    article: Article, imprint: Imprint, filed: Filed, cited: Sequence[Citation], outlets: Outlets
) -> Iterator[Named]:
    site, url = article.markup.site, article.markup.url
    if site and _is_agency_elsewhere(site, url, outlets):
        yield Named(name=site)
    yield from imprint.credits
    if filed.agency:
        yield filed.agency
    yield from (citation.named for citation in cited)
    yield from inner_credits(article.text, article.paragraphs[_LEAD:-_END], outlets)
    for paragraph in article.paragraphs[-_END:]:
        if named := signed_credit(article.text, paragraph, outlets):
            yield named
        yield from closing_credits(article.text, paragraph, outlets)


def _others(credited: Iterable[Named], carrier: Carrier | None, outlets: Outlets) -> tuple[Named, ...]:
    """Return each outlet once, without the carrier, which no page credits.

    "Live Dam" is livedam.com, and "WHRW" is "WHRW 3 News".
    """
    own = _canonical(carrier.name, outlets) if carrier else ""
    site = _canonical(carrier.name.rpartition(".")[0], outlets) if carrier else ""
    station = _canonical(carrier.name.split(" ")[0], outlets) if carrier else ""
    once = {_canonical(named.name, outlets): named for named in reversed([*credited])}
    return tuple(named for name, named in reversed(once.items()) if name not in {own, site, station})


def _canonical(name: str, outlets: Outlets) -> str:
    outlet = outlets.called(name)
    return "".join(c for c in (outlet.name if outlet else name).casefold() if c.isalnum())
