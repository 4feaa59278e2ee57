"""Who published a page, whose reporting it carries, who wrote it and where it was filed."""

from reportedly.records import About, Article, Carrier, CarrierBasis, Masthead


def read_masthead(article: Article, about: About) -> Masthead:
    """Return what the page and the person who gave it say of its outlet."""
    if about.outlet:
        return Masthead(carrier=Carrier(name=about.outlet, basis=CarrierBasis.ABOUT))
    if article.markup.site:
        return Masthead(carrier=Carrier(name=article.markup.site, basis=CarrierBasis.MARKUP))
    return Masthead()
