import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.clean.furniture import SortedLines, furniture_by_rule, sort_lines
from reportedly.records import FurnitureKind
from reportedly.spans import Span

BODY = """Engineers said on Monday that the dam above Harrow held through the night, and that 300 people were home.

The regional governor, Ada Holm, told reporters that the water had fallen by two metres since Sunday evening.

"We are not out of danger yet," she said, adding that another storm was expected before the end of the week."""
MORE = """Two schools in the valley would stay closed until Friday, and the road to Orsk until the bridge was seen to.

The dam was built in 1931 and holds 40 million cubic metres of water, twice what the valley below it can take."""
HEADLINE = "Dam above Harrow holds through the night, governor says"


def kinds(text: str) -> dict[str, FurnitureKind]:
    return {piece.span.of(text): piece.kind for piece in sort_lines(text).furniture}


def kept(text: str) -> list[str]:
    return [line.text for line in sort_lines(text).article]


def without(text: str, spans: list[Span]) -> str:
    left = list(text)
    for span in spans:
        left[span.start : span.end] = " " * (span.end - span.start)
    return "".join(left)


def body_of(found: SortedLines) -> str:
    return "\n\n".join(line.text for line in found.article)


def test_an_article_without_furniture_is_kept_whole() -> None:
    found = sort_lines(f"{HEADLINE}\n\n{BODY}")

    assert found.headline is not None
    assert (found.headline.text, body_of(found), found.furniture) == (HEADLINE, BODY, ())


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("8,674 visitors online", FurnitureKind.COUNTER),
        ("651 4", FurnitureKind.COUNTER),
        ("Kindly share this story", FurnitureKind.SHARE),
        ("World", FurnitureKind.NAVIGATION),
        ("Publication date", FurnitureKind.METADATA),
        ("3 March 2031, 10:15 GMT", FurnitureKind.METADATA),
        ("By Jane Roe", FurnitureKind.METADATA),
        ("Source: Norpress", FurnitureKind.METADATA),
        ("Harrow • UPI", FurnitureKind.METADATA),
        ("Ada Holm", FurnitureKind.CAPTION),
        ("* * *", FurnitureKind.OTHER),
    ],
)
def test_lines_above_the_article_are_furniture_of_their_kind(line: str, kind: FurnitureKind) -> None:
    text = f"{HEADLINE}\n{line}\n\n{BODY}"

    assert kinds(text) == {line: kind}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Related Articles", FurnitureKind.RELATED),
        ("Leave a Reply", FurnitureKind.COMMENTS),
        ("Your email address will not be published. Required fields are marked *", FurnitureKind.COMMENTS),
        ("By staying online, you consent to the use of cookies.", FurnitureKind.CONSENT),
        ("Subscribe to get the latest posts sent to your email.", FurnitureKind.SUBSCRIBE),
        ("Back to top button", FurnitureKind.NAVIGATION),
        ("© 2031 Harlow Post. All rights reserved.", FurnitureKind.COPYRIGHT),
    ],
)
def test_lines_below_the_article_are_furniture_of_their_kind(line: str, kind: FurnitureKind) -> None:
    text = f"{HEADLINE}\n\n{BODY}\n\n{line}"

    assert kinds(text) == {line: kind}


def test_a_heading_that_says_something_stays_and_a_label_goes() -> None:
    heading, label = "Harrow sends engineers to a second dam", "Points of attention"
    text = f"{HEADLINE}\n\n{label}\n\n{BODY}\n\n{heading}\n\n{BODY}"

    assert heading in kept(text)
    assert kinds(text) == {label: FurnitureKind.HEADING}


def test_bullets_that_are_sentences_stay() -> None:
    bullet = "• The dam has held back more than 3 million tonnes of water since Sunday."
    text = f"{HEADLINE}\n\n{BODY}\n\nPoints of attention\n\n{bullet}\n\n{BODY}"

    assert bullet in kept(text)


def test_the_headline_again_is_no_part_of_the_article() -> None:
    text = f"{HEADLINE}\nCategory\nWorld\n\n{HEADLINE}\n\n{BODY}"

    assert kinds(text)[HEADLINE] is FurnitureKind.REPEATED
    assert kept(text) == BODY.split("\n\n")


def test_a_name_and_a_role_under_a_picture_are_a_caption() -> None:
    text = f"{HEADLINE}\n\n{BODY}\n\nAda Holm\n\nAda Holm\n\nGovernor of Harrow\n\n{BODY}"

    assert kinds(text) == {"Ada Holm": FurnitureKind.CAPTION, "Governor of Harrow": FurnitureKind.CAPTION}


QUOTATION = '"We have seen this wall move for three winters, and nobody has listened to us."'


@pytest.mark.parametrize(
    "signature", ["Ada Holm, governor of Harrow", "— Ada Holm", "Ada Holm\n\nAda Holm\n\nGovernor of Harrow"]
)
def test_a_name_and_a_role_under_a_quotation_are_the_articles(signature: str) -> None:
    text = f"{HEADLINE}\n\n{BODY}\n\n{QUOTATION}\n\n{signature}\n\n{BODY}"

    assert not kinds(text)
    assert set(signature.split("\n\n")) <= set(kept(text))


def test_a_signature_ends_an_article() -> None:
    assert kept(f"{HEADLINE}\n\n{BODY}\n\n{QUOTATION}\n\nAda Holm\n\nGovernor of Harrow")[-2:] == [
        "Ada Holm",
        "Governor of Harrow",
    ]


def test_a_picture_under_what_somebody_is_said_to_say_has_a_caption() -> None:
    said = QUOTATION.replace(",", '," he said. "', 1)
    text = f"{HEADLINE}\n\n{BODY}\n\n{said}\n\nAda Holm\n\nAda Holm\n\nGovernor of Harrow\n\n{BODY}"

    assert kinds(text) == {"Ada Holm": FurnitureKind.CAPTION, "Governor of Harrow": FurnitureKind.CAPTION}


def test_the_author_of_a_blog_is_no_part_of_its_article() -> None:
    bio = (
        "Jane Roe, professionally known as Harlow Jane, is a talented writer with a passion for excellence. She has a "
        "proven track record in the blogging industry and enjoys building relationships with her readers."
    )
    text = f"{HEADLINE}\n\n{BODY}\n\nDiscover more from Harlow Jane\n\nHarlow Jane\n\n{bio}\n\nRelated Articles"

    assert kept(text) == BODY.split("\n\n")
    assert kinds(text)[bio] is FurnitureKind.BIO


def test_a_lead_above_a_label_is_not_lost() -> None:
    lead = "Nobody was hurt when the dam above Harrow was hit by the storm on Sunday, its governor has said."
    text = f"{HEADLINE}\nCategory\nWorld\nPublication date\n\nHarrow\nHolm\n\n{lead}\n\nPoints of attention\n\n{BODY}"

    assert kept(text)[0] == lead


@pytest.mark.parametrize("credit", ["(Photo: Jane Roe)", "Credit: Norpress", "(Norpress via Getty Images)"])
def test_a_line_that_ends_in_the_credit_of_a_picture_is_its_caption(credit: str) -> None:
    caption = f"Crews at the dam above Harrow on Sunday. {credit}"
    text = f"{HEADLINE}\n\n{BODY}\n\n{caption}\n\n{BODY}"

    assert kinds(text) == {caption: FurnitureKind.CAPTION}


def test_a_first_sentence_above_a_prompt_is_not_lost() -> None:
    prompt = "Subscribe to our newsletter to stay on top of the latest news in Harrow and beyond."
    text = BODY.replace("\n\n", f"\n\n{prompt}\n\n", 1) + f"\n\n{BODY}"

    assert kept(text) == [*BODY.split("\n\n"), *BODY.split("\n\n")]


def test_menus_around_the_article_go() -> None:
    menu = "\n".join(f"* {word}" for word in ("Home", "Wend valley", "Markets", "Harlow tonight", "Contact", "Sign in"))
    text = f"{menu}\n\n{HEADLINE}\n\n{BODY}\n\n{menu}"

    assert body_of(sort_lines(text)) == BODY


@pytest.mark.parametrize("text", ["", "\n\n  \n", "World\nNews\n12"])
def test_a_text_without_news_has_no_article(text: str) -> None:
    found = sort_lines(text)

    assert (found.headline, found.article) == (None, ())


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("I agree that the Harlow Post can send me the newsletter.", FurnitureKind.SUBSCRIBE),
        ("Get the big stories in your inbox every morning.", FurnitureKind.SUBSCRIBE),
        ("As you comment, please be respectful of other readers.", FurnitureKind.COMMENTS),
        ("Request reprint and licensing, or submit a correction.", FurnitureKind.COPYRIGHT),
        ("SEE MORE: Bridge to Orsk reopens", FurnitureKind.RELATED),
        ("Also on harlowpost.example Governor says two dams are in danger", FurnitureKind.RELATED),
        ("Additional reporting by Norpress", FurnitureKind.METADATA),
        ("Norpress contributed to this report.", FurnitureKind.METADATA),
    ],
)
def test_prompts_and_pointers_between_paragraphs_are_furniture(line: str, kind: FurnitureKind) -> None:
    first, rest = BODY.split("\n\n", 1)

    assert kinds(f"{HEADLINE}\n\n{first}\n\n{line}\n\n{rest}") == {line: kind}


def test_prompts_between_paragraphs_do_not_end_the_article() -> None:
    prompts = "Join the conversation on our page\n\nStay up to date, follow us"

    assert kept(f"{HEADLINE}\n\n{BODY}\n\n{prompts}\n\n{MORE}") == [*BODY.split("\n\n"), *MORE.split("\n\n")]


def test_a_table_and_a_list_inside_an_article_stay() -> None:
    table = "District | Killed | Injured\nHarrow | 12 | 40\nOrsk | 3 | 9"
    listed = "1) Harrow: 120 houses\n2) Orsk: 40 houses\n3) Tansy: 7 houses"

    assert kinds(f"{HEADLINE}\n\n{BODY}\n\n{table}\n\n{listed}\n\n{MORE}") == {}


def test_comments_with_names_and_times_above_them_go() -> None:
    comments = (
        "dambuilder77\n1 hour ago\nThey should never have built it. I said so and nobody listened to me then.\nReply\n"
        "Eda\n5 minutes ago\nThe governor lied to us all. We need answers now, not next year.\nReply"
    )

    assert kept(f"{HEADLINE}\n\n{BODY}\n\n{MORE}\n\n2 comments\n{comments}") == [
        *BODY.split("\n\n"),
        *MORE.split("\n\n"),
    ]


def test_one_sentence_is_an_article() -> None:
    assert kept("The dam held.") == ["The dam held."]


def test_lines_that_are_furniture_anywhere_are_found_without_weighing() -> None:
    text = f"{HEADLINE}\n\n{BODY}\n\nShare this story"

    assert [(piece.span.of(text), piece.kind) for piece in furniture_by_rule(text)] == [
        ("Share this story", FurnitureKind.SHARE)
    ]


LINE = st.sampled_from(
    [*BODY.split("\n\n"), HEADLINE, "World", "• Home", "12 comments", "3 March 2031", "By Jane Roe", ""]
)


@settings(deadline=None)
@given(st.lists(st.one_of(LINE, st.text(max_size=30)), max_size=25))
def test_every_line_is_headline_article_or_furniture(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = sort_lines(text)
    spans = [line.span for line in found.article] + [piece.span for piece in found.furniture]
    spans += [found.headline.span] if found.headline else []

    assert found == sort_lines(text)
    assert len(set(spans)) == len(spans)
    assert without(text, spans).strip() == ""


@pytest.mark.parametrize(
    "line",
    [
        "About the author\n\nJane Roe is a retired lock keeper who lives by the Wend with two dogs.",
        "About Jane Roe\n\nShe grows beans. She lives by the Wend with two dogs and too many books.",
    ],
)
def test_what_is_told_of_the_author_goes(line: str) -> None:
    assert body_of(sort_lines(f"{HEADLINE}\n\n{BODY}\n\n{line}\n")) == BODY


def test_a_last_line_that_begins_with_the_bylines_name_goes() -> None:
    bio = "Jane Roe covers the interior for the Harlow Post. She joined the paper in 2015."

    assert kinds(f"{HEADLINE}\n\nBy Jane Roe\n\n{BODY}\n\n{bio}\n")[bio] is FurnitureKind.BIO


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Home | News | Weather", FurnitureKind.NAVIGATION),
        ("MORE: Two dams in danger, engineers fear", FurnitureKind.RELATED),
        ("Mug shots: March arrests", FurnitureKind.RELATED),
        ("Watch the story.", FurnitureKind.CAPTION),
        ("Read or Share this story: http://harlow.example/1", FurnitureKind.SHARE),
        ("Follow Jane Roe on Twitter @janeroe", FurnitureKind.BIO),
        ("Media contact: press@harlow.example, 555 0134", FurnitureKind.BIO),
        ("- ENDS -", FurnitureKind.HEADING),
    ],
)
def test_a_line_inside_an_article_that_points_elsewhere_goes(line: str, kind: FurnitureKind) -> None:
    assert kinds(f"{HEADLINE}\n\n{BODY}\n\n{line}\n\n{BODY}\n")[line] is kind


@pytest.mark.parametrize(
    "line",
    [
        "Contact between the towns was lost on Monday, the governor said.",
        "More: the second dam, she said, was never inspected.",
    ],
)
def test_a_sentence_that_begins_like_a_pointer_stays(line: str) -> None:
    assert line in kept(f"{HEADLINE}\n\n{BODY}\n\n{line}\n\n{BODY}\n")
