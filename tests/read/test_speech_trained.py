"""The trained reader of speech: what it sees, how its scores become spans, and how both readings are joined."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from builders import paragraphs_of, parsed, spans_of
from reportedly.read.speech import find_attributions
from reportedly.read.speech.joining import join_sights
from reportedly.read.speech.quotations import Quoted, find_quotations
from reportedly.read.speech.trained import Sight, find_sights
from reportedly.read.speech.trained.chains import BARRED, BEGIN, INSIDE, OUTSIDE, Scores, best_tags, stretches
from reportedly.read.speech.trained.network import Manifest, Network
from reportedly.read.speech.trained.views import BEFORE, BEHIND, RULES, RuledCues, relations, view_cue
from reportedly.read.speech.trained.wordpieces import MOST_PIECES, WordPieces
from reportedly.read.speech.trained.words import WINDOW, Ids, Labels, PageWords, cut_windows, page_words, runs
from reportedly.records import Attribution, Manner
from reportedly.spans import Span

LABELS = Labels(tags=("NNP", "VBD"), deps=("ROOT", "ccomp", "nsubj"))
PIECES = WordPieces(["[UNK]", "[CLS]", "[SEP]", "orsk", "said", "dam", "##s", "the", "had", "held", ".", "u", "s"])
FREE = np.array([[0, 0, BARRED], [0, 0, 0], [0, 0, 0]], dtype=np.float32)
LIMITS = Manifest(sha256={}, tags=(), deps=(), steps={}, boldness=0, least=0.5, least_by_rules=0.3)


def words_of(text: str, said: Sequence[Attribution] | None = ()) -> PageWords:
    quoted = Quoted(q.span for q in find_quotations(text, paragraphs_of(text)))
    return page_words(text, parsed(text), quoted, said, PIECES, LABELS)


def attribution(text: str, source: str, cue: str, content: str, *relayers: str) -> Attribution:
    (said_by,), (said,), (what,) = (spans_of(text, words) for words in (source, cue, content))
    return Attribution(
        source=(said_by,), cue=(said,), content=(what,), manner=Manner.INDIRECT, relayers=spans_of(text, *relayers)
    )


# --- word pieces -----------------------------------------------------------------------------------------------------


def test_a_word_is_cut_into_the_longest_pieces_that_are_known() -> None:
    assert PIECES.ids("Dams") == (PIECES.index["dam"], PIECES.index["##s"])


def test_marks_are_pieces_of_their_own() -> None:
    assert PIECES.ids("U.S.") == tuple(PIECES.index[piece] for piece in ("u", ".", "s", "."))


def test_accents_are_taken_off() -> None:
    assert PIECES.ids("dàm") == PIECES.ids("dam")


@pytest.mark.parametrize("word", ["Ъ", "x" * 5_000, "\u200b", "\ufffd"])
def test_a_word_of_no_known_piece_is_one_unknown(word: str) -> None:
    assert PIECES.ids(word) == (PIECES.unknown,)


def test_a_word_has_no_more_pieces_than_a_writer_would_need() -> None:
    assert len(PIECES.ids("." * 5_000)) == MOST_PIECES


# --- words and windows -----------------------------------------------------------------------------------------------


def test_a_word_hangs_on_a_word_of_the_same_row_across_sentences() -> None:
    words = words_of("Orsk said it. The dam held.")

    assert words.heads[words.within(Span(18, 21))[0]] == words.within(Span(22, 26))[0]


def test_what_the_rules_found_is_seen_on_the_words() -> None:
    text = "Orsk said the dam had held."
    found = words_of(text, [attribution(text, "Orsk", "said", "the dam had held")]).known[:, -1]

    assert found.tolist() == [1 + 3, 1 + 9, 1 + 1, 1 + 2, 1 + 2, 1 + 2, 1]


def test_rules_that_were_not_asked_are_told_from_rules_that_found_nothing() -> None:
    text = "Orsk said the dam had held."

    assert set(words_of(text, None).known[:, -1]) == {0}
    assert set(words_of(text, ()).known[:, -1]) == {1}


def test_windows_are_cut_where_a_paragraph_ends() -> None:
    text = "\n".join(["Orsk said the dam had held."] * 80)
    words = words_of(text)
    cuts = [window.start for window in cut_windows(words)]

    assert len(cuts) > 1
    assert all(words.known[cut, 2] == 2 for cut in cuts)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["Orsk said it.", "Held", "the dam " * 150, "\n"]), min_size=1, max_size=30))
def test_every_word_lies_in_one_window_that_the_encoder_can_read(parts: list[str]) -> None:
    words = words_of(" ".join(parts) + " x")
    windows = list(cut_windows(words))

    assert [i for window in windows for i in window] == list(range(len(words)))
    assert all(sum(len(words.pieces[i]) for i in window) <= WINDOW for window in windows)


# --- views -----------------------------------------------------------------------------------------------------------


def test_a_cue_sees_by_which_relation_a_word_hangs_on_it() -> None:
    words = words_of("Orsk said the dam had held.")
    view = view_cue(words, range(7), range(1, 2), RuledCues(words, ()), LABELS)

    assert view.how[0, 2] == 1 + LABELS.deps.index("nsubj")
    assert view.how[5, 2] == 1 + LABELS.deps.index("ccomp")


def test_a_cue_sees_so_far_and_no_farther() -> None:
    words = words_of("Orsk said the dam had held. " * 60)
    view = view_cue(words, range(len(words)), range(200, 201), RuledCues(words, ()), LABELS)

    assert (view.at[0], view.at[-1]) == (200 - BEFORE, 200 + BEHIND)


def test_all_that_a_cue_sees_is_a_number_that_the_network_has_a_row_for() -> None:
    text = "The dam had held, Orsk said.\n“We will stay,” Kask added. Harrow is far."
    said = find_attributions(text, parsed(text), paragraphs_of(text))
    words = words_of(text, said)
    views = [
        view_cue(words, range(len(words)), range(i, i + 1), RuledCues(words, said), LABELS) for i in range(len(words))
    ]

    for view in views:
        assert view.how.min() >= 0
        assert (view.how.max(axis=0) < [17, 35, relations(LABELS), RULES]).all()


# --- chains ----------------------------------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(-9, 9), min_size=3, max_size=3), min_size=1, max_size=6))
def test_the_best_tags_are_the_best_of_all(rows: list[list[int]]) -> None:
    scores = np.array([rows], dtype=np.float32)

    def total(tags: Sequence[int]) -> float:
        barred = BARRED * (tags[0] == INSIDE)
        moved = sum(FREE[a, b] for a, b in pairwise(tags))
        return float(barred + moved + sum(scores[0, t, tag] for t, tag in enumerate(tags)))

    (found,) = best_tags(scores, FREE)

    assert total(found.tolist()) == max(map(total, product(range(3), repeat=len(rows))))


def test_stretches_begin_anew_at_each_begin() -> None:
    assert list(stretches(np.array([OUTSIDE, BEGIN, INSIDE, BEGIN, OUTSIDE]))) == [range(1, 3), range(3, 4)]


def test_runs_are_neighbours() -> None:
    assert list(runs([3, 4, 5, 9])) == [range(3, 6), range(9, 10)]
    assert not list(runs([]))


# --- reading with a network ------------------------------------------------------------------------------------------


@dataclass
class FakeEncoder:
    """Marks as cues the words that it is told of, by where they stand in the window."""

    cues: set[int]
    windows: list[int] = field(default_factory=list)

    def run(self, _: None, arrays: dict[str, Ids]) -> tuple[Scores, Scores]:
        first = arrays["first"][0]
        self.windows.append(len(first))
        scores = np.zeros((1, len(first), 3), dtype=np.float32)
        scores[0, list(self.cues), BEGIN] = 5
        return np.zeros((1, len(first), 384), dtype=np.float32), scores


@dataclass
class FakePairs:
    """Takes the word before each cue for its source and all behind it for its content."""

    likely: float = 9.0
    asked: list[int] = field(default_factory=list)

    def run(self, _: None, arrays: dict[str, Scores]) -> tuple[Scores, Scores]:
        share, at = arrays["share"], arrays["at"].astype(np.int64)
        self.asked.append(len(share))
        roles = np.zeros((*at.shape, 6), dtype=np.float32)
        for k, row in enumerate(share):
            cue = int(row.argmax())
            roles[k, :, OUTSIDE] = roles[k, :, 3 + OUTSIDE] = 1
            roles[k, at[k] == cue - 1, BEGIN] = 5
            roles[k, at[k] == cue + 1, 3 + BEGIN] = 5
            roles[k, at[k] > cue + 1, 3 + INSIDE] = 5
        return roles, np.full(len(share), self.likely, dtype=np.float32)


def network(cues: set[int], likely: float = 9.0) -> Network:
    steps = dict.fromkeys(("cue", "source", "content"), ((0.0, 0.0, BARRED), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0)))
    manifest = Manifest(
        sha256={},
        tags=LABELS.tags,
        deps=LABELS.deps,
        steps=steps,
        boldness=0,
        least=0.5,
        least_by_rules=0.3,
    )
    return Network(
        manifest=manifest,
        labels=LABELS,
        pieces=PIECES,
        encoder=FakeEncoder(cues),
        pairs=FakePairs(likely),
    )


def seen(text: str, net: Network, said: Sequence[Attribution] | None = ()) -> tuple[Sight, ...]:
    quoted = Quoted(q.span for q in find_quotations(text, paragraphs_of(text)))
    return find_sights(text, parsed(text), quoted, said, net)


def test_a_cue_that_the_encoder_marks_takes_source_and_content() -> None:
    text = "Orsk backed the plan"
    (sight,) = seen(text, network({1}))

    assert (sight.source, sight.cue, sight.content) == (
        spans_of(text, "Orsk"),
        *spans_of(text, "backed"),
        spans_of(text, "the plan"),
    )


def test_the_rules_cues_are_asked_about_too() -> None:
    text = "Orsk said the dam had held."
    sights = seen(text, network(set()), [attribution(text, "Orsk", "said", "the dam had held")])

    assert [(text[sight.cue.start : sight.cue.end], sight.own) for sight in sights] == [("said", False)]


def test_a_page_of_nothing_but_cues_is_looked_at_in_pieces() -> None:
    net = network(set(range(1, 200)))
    seen("said " * 200, net)

    assert max(net.pairs.asked) <= 32


def test_a_page_without_words_has_no_sights() -> None:
    assert not seen("", network(set()))


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet='Orsk said“”". \n\u200b\u202eЪ', max_size=80), st.sets(st.integers(0, 5), max_size=3))
def test_whatever_the_network_says_every_span_lies_in_the_text(text: str, cues: set[int]) -> None:
    sentences = parsed(text)
    size = sum(len(sentence.tokens) for sentence in sentences)
    net = network({cue for cue in cues if cue < size})
    found = find_attributions(text, sentences, paragraphs_of(text), network=net)

    assert all(0 <= s.start < s.end <= len(text) for a in found for s in (*a.content, *a.cue, *a.source))


def test_what_a_turn_says_of_its_own_speaker_is_no_statement_of_another() -> None:
    text = "ORSK: We will stay in the town.\nKASK: I expect rain in Harrow.\nORSK: We have boats for that."
    rules = find_attributions(text, parsed(text), paragraphs_of(text))
    at_expect = next(i for i, word in enumerate(t.text for s in parsed(text) for t in s.tokens) if word == "expect")

    assert find_attributions(text, parsed(text), paragraphs_of(text), network=network({at_expect})) == rules


# --- joining ---------------------------------------------------------------------------------------------------------

TEXT = "Orsk said in Harrow the dam had held, citing Norpress."


def joined(said: Sequence[Attribution], *sights: Sight) -> list[Attribution]:
    return join_sights(TEXT, said, sights, Quoted([]), LIMITS)


def sight(cue: str, content: str, likely: float = 0.9, source: str = "Orsk") -> Sight:
    (at,) = spans_of(TEXT, cue)
    return Sight(cue=at, source=spans_of(TEXT, source), content=spans_of(TEXT, content), likely=likely, own=True)


def test_a_cue_that_only_the_network_saw_is_added() -> None:
    (found,) = joined([], sight("said", "the dam had held,"))

    assert (found.source, found.content) == (spans_of(TEXT, "Orsk"), spans_of(TEXT, "the dam had held"))


def test_an_unlikely_cue_is_left_out_whoever_saw_it() -> None:
    ruled = attribution(TEXT, "Orsk", "said", "the dam had held")

    assert not joined([ruled], sight("said", "the dam", likely=0.1))


def test_a_number_keeps_its_speaker_however_unlikely() -> None:
    text = "It had planned to send 200 by Friday."
    planned = attribution(text, "It", "had planned", "to send 200 by Friday")
    unlikely = Sight(cue=planned.cue[0], source=(), content=spans_of(text, "to send 200"), likely=0.0, own=False)

    assert join_sights(text, [planned], [unlikely], Quoted([]), LIMITS) == [planned]


def test_the_rules_word_makes_a_doubtful_cue_stand() -> None:
    ruled = attribution(TEXT, "Orsk", "said", "the dam had held")

    assert not joined([], sight("said", "the dam", likely=0.4))
    assert joined([ruled], sight("said", "the dam", likely=0.4))


def test_where_both_saw_it_the_networks_spans_stand() -> None:
    (found,) = joined(
        [attribution(TEXT, "Orsk", "said", "in Harrow the dam had held")], sight("said", "the dam had held")
    )

    assert found.content == spans_of(TEXT, "the dam had held")


def test_where_the_rules_know_a_relayer_their_reading_stands() -> None:
    ruled = attribution(TEXT, "Orsk", "said", "in Harrow the dam had held", "Norpress")

    assert joined([ruled], sight("said", "the dam had held")) == [ruled]


def test_a_time_before_the_speaker_is_of_what_he_says() -> None:
    text = "Last year, Orsk said, they sent 200 boats."
    ruled = Attribution(
        source=spans_of(text, "Orsk"),
        cue=spans_of(text, "said"),
        content=spans_of(text, "Last year", "they sent 200 boats"),
        manner=Manner.INDIRECT,
    )
    seen_by_network = Sight(
        cue=ruled.cue[0], source=ruled.source, content=spans_of(text, "they sent 200 boats"), likely=0.9, own=True
    )

    assert join_sights(text, [ruled], [seen_by_network], Quoted([]), LIMITS) == [ruled]


def test_a_relayer_that_the_rules_know_is_no_speaker_of_the_same_report() -> None:
    ruled = attribution(TEXT, "Orsk", "said", "in Harrow the dam had held", "Norpress")

    assert joined([ruled], sight("citing", "the dam had held", source="Norpress")) == [ruled]


def test_reports_that_are_nobodys_stay_the_rules_however_unlikely() -> None:
    text = "There are reports that the dam broke."
    ruled = attribution(text, "reports", "There are reports", "that the dam broke")
    seen_by_network = Sight(cue=ruled.cue[0], source=(), content=spans_of(text, "the dam broke"), likely=0.01, own=True)

    assert join_sights(text, [ruled], [seen_by_network], Quoted([]), LIMITS) == [ruled]


def test_nobody_is_named_it() -> None:
    text = "It is noted that the dam is old."
    found = Sight(
        cue=spans_of(text, "is noted")[0],
        source=spans_of(text, "It"),
        content=spans_of(text, "that the dam is old"),
        likely=0.9,
        own=True,
    )

    assert not join_sights(text, [], [found], Quoted([]), LIMITS)[0].source


@pytest.mark.parametrize("content", ["the dam", "citing"])
def test_a_rivals_number_stays_the_rules(content: str) -> None:
    text = "Kask doubts the toll of 40 given by Orsk, citing the dam."
    doubted = attribution(text, "Kask", "doubts", "the toll of 40 given by Orsk")
    rival = attribution(text, "Orsk", "given by", "toll of 40")
    unlikely = Sight(cue=rival.cue[0], source=(), content=spans_of(text, content), likely=0.0, own=True)

    assert rival in join_sights(text, [doubted, rival], [unlikely], Quoted([]), LIMITS)


@pytest.mark.parametrize(
    ("text", "content"), [("Orsk said that.", "that"), ("Orsk spoke about the dam.", "about the dam")]
)
def test_what_points_or_names_a_topic_is_not_what_is_said(text: str, content: str) -> None:
    found = Sight(
        cue=spans_of(text, text.split()[1].strip("."))[0],
        source=spans_of(text, "Orsk"),
        content=spans_of(text, content),
        likely=0.9,
        own=True,
    )

    assert not join_sights(text, [], [found], Quoted([]), LIMITS)


def test_marks_and_white_space_alone_are_not_what_is_said() -> None:
    text = "Orsk said “\u2003”."
    found = Sight(
        cue=spans_of(text, "said")[0],
        source=spans_of(text, "Orsk"),
        content=spans_of(text, "“\u2003”"),
        likely=0.9,
        own=True,
    )

    assert not join_sights(text, [], [found], Quoted([]), LIMITS)


def test_marks_at_the_edges_are_left_out() -> None:
    text = "Orsk replied: “The dam held.”"
    found = Sight(
        cue=spans_of(text, "replied:")[0],
        source=spans_of(text, "Orsk"),
        content=spans_of(text, "“The dam held.”"),
        likely=0.9,
        own=True,
    )
    (attributed,) = join_sights(text, [], [found], Quoted(spans_of(text, "“The dam held.”")), LIMITS)

    assert (attributed.cue, attributed.content) == (spans_of(text, "replied"), spans_of(text, "The dam held"))
    assert attributed.manner is Manner.DIRECT


def test_where_the_network_finds_no_content_the_rules_reading_stands() -> None:
    ruled = attribution(TEXT, "Orsk", "said", "the dam had held")
    empty = Sight(cue=ruled.cue[0], source=(), content=(), likely=0.9, own=True)

    assert joined([ruled], empty) == [ruled]


def test_a_rules_reading_that_was_not_asked_about_stays() -> None:
    ruled = attribution(TEXT, "Orsk", "said", "the dam had held")

    assert joined([ruled]) == [ruled]


def test_both_readings_come_in_the_order_of_the_text() -> None:
    found = joined([attribution(TEXT, "Norpress", "citing", "Norpress")], sight("said", "the dam had held"))

    assert [a.content[0].start for a in found] == sorted(a.content[0].start for a in found)


def test_views_of_unequal_length_are_padded_and_told() -> None:
    from reportedly.read.speech.trained import pair_arrays  # noqa: PLC0415

    words = words_of("Orsk said the dam had held. " * 30)
    window = range(len(words))
    views = [view_cue(words, window, range(i, i + 1), RuledCues(words, ()), LABELS) for i in (0, 90)]
    share, at, _, shown = pair_arrays(window, views)

    assert_array_equal(shown.sum(axis=1), [len(view.at) for view in views])
    assert_array_equal(at[1, : len(views[1].at)], views[1].at)
    assert_array_equal(share.sum(axis=1), [1, 1])


def test_ten_thousand_cues_are_joined_without_comparing_all_pairs() -> None:
    text = "Orsk said 40 fell. " * 10_000
    said, sights = [], []
    for start in range(0, len(text), 19):
        cue, source, content = Span(start + 5, start + 9), Span(start, start + 4), Span(start + 10, start + 17)
        said.append(Attribution(source=(source,), cue=(cue,), content=(content,), manner=Manner.INDIRECT))
        sights.append(Sight(cue=cue, source=(source,), content=(content,), likely=0.9, own=True))
    begun = time.process_time()
    found = join_sights(text, said, sights, Quoted([]), LIMITS)

    assert len(found) == 10_000
    assert time.process_time() - begun < 10
