"""Learning from what an analyst accepts and rejects."""

import random

from hypothesis import given
from hypothesis import strategies as st

from store.analysis.ranking import Decision, Ranker


def decision(words: str, accepted: bool, confidence: float = 0.6) -> Decision:
    return Decision("commitment", words, "will + verb, actor *the ministry*", confidence, accepted)


def test_without_decisions_the_rule_decides():
    assert Ranker().confidence("quote", "Any words", "cue *said*", 0.73) == 0.73


def test_words_that_were_rejected_sink_and_those_accepted_rise():
    ranker = Ranker(
        [decision("The team will play on Sunday", False), decision("The ministry will build a lock", True)] * 6
    )
    played = ranker.confidence("commitment", "They will play again", "will + verb, actor *the team*", 0.6)
    built = ranker.confidence("commitment", "It will build a bridge", "will + verb, actor *the city*", 0.6)
    assert played < 0.6 < built


def test_decisions_on_one_kind_leave_the_other_alone():
    ranker = Ranker([decision("The team will play on Sunday", False)] * 6)
    assert abs(ranker.confidence("quote", "The team will play on Sunday", "cue *said*", 0.6) - 0.6) < 1e-9


def test_the_strongest_features_say_what_was_learnt():
    ranker = Ranker([decision("play", False), decision("build", True)] * 6)
    weights = dict(ranker.strongest(10))
    assert weights["commitment with play"] < 0 < weights["commitment with build"]


def test_figures_are_no_word_of_that_name():
    learnt = dict(Ranker([decision("They will pay 300", False)] * 6).strongest(10))
    assert learnt["commitment that has figures"] < 0
    assert "commitment with figures" not in learnt


def test_it_ranks_better_than_the_rules_after_two_hundred_decisions():
    rng = random.Random(7)
    good, bad = ["lock", "bridge", "grain", "treaty"], ["season", "concert", "match", "recipe"]
    filler = "the river council of harrowgate will open a new and large".split()

    def drawn() -> Decision:
        accepted = rng.random() < 0.5
        words = " ".join([*rng.sample(filler, 6), rng.choice(good if accepted else bad)])
        return Decision("commitment", words, "will + verb", rng.uniform(0.4, 0.8), accepted)

    def misordered(ranker: Ranker, decisions: list[Decision]) -> int:
        scored = [(ranker.confidence(d.kind, d.words, d.why, d.confidence), d.accepted) for d in decisions]
        return sum(a <= b for a, good in scored for b, other in scored if good and not other)

    later = [drawn() for _ in range(100)]
    assert misordered(Ranker(drawn() for _ in range(200)), later) < 0.1 * misordered(Ranker(), later)


def test_what_comes_as_the_rule_expected_moves_little_and_a_surprise_much():
    words = "The team will play on Sunday"
    expected = Ranker([decision(words, True, 0.9)]).confidence("commitment", words, "will + verb", 0.9)
    surprise = Ranker([decision(words, False, 0.9)]).confidence("commitment", words, "will + verb", 0.9)
    assert 0.9 < expected < 0.92
    assert surprise < 0.75


def test_many_that_were_accepted_as_expected_leave_a_doubtful_one_in_doubt():
    rng = random.Random(3)
    names = "Arlen Bresk Corvey Dunmar Eltham Fosk Gorran Helm".split()
    taken = [decision(f"The {rng.choice(names)} council will open a {rng.choice(names)} road", True, 0.9)] * 30
    doubtful = Ranker(taken).confidence("commitment", "The Ivel board will close the quarry of Jarrow", "plan", 0.3)
    assert 0.3 < doubtful < 0.6


def test_it_learns_that_only_those_with_figures_are_wanted():
    rows = [decision(f"Ministry will build {count} bridges", True) for count in range(2, 22)]
    rows += [decision("Ministry will build some bridges", False) for _ in range(20)]
    random.Random(5).shuffle(rows)
    ranker = Ranker(rows)
    with_figures, without = (
        ranker.confidence("commitment", words, "will + verb", 0.6)
        for words in ("The council will plant 300 trees", "The council will plant more trees")
    )
    assert without < 0.6 < with_figures


@given(st.lists(st.tuples(st.text(max_size=30), st.floats(0, 1), st.booleans()), max_size=30), st.text(max_size=30))
def test_the_same_decisions_give_the_same_model_and_never_leave_the_scale(rows, words):
    decisions = [Decision("quote", text, "cue", confidence, accepted) for text, confidence, accepted in rows]
    one, other = Ranker(decisions), Ranker(decisions)
    found = one.confidence("quote", words, "cue", 0.5)
    assert found == other.confidence("quote", words, "cue", 0.5)
    assert 0 <= found <= 1
