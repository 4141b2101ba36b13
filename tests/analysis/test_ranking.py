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


@given(st.lists(st.tuples(st.text(max_size=30), st.floats(0, 1), st.booleans()), max_size=30), st.text(max_size=30))
def test_the_same_decisions_give_the_same_model_and_never_leave_the_scale(rows, words):
    decisions = [Decision("quote", text, "cue", confidence, accepted) for text, confidence, accepted in rows]
    one, other = Ranker(decisions), Ranker(decisions)
    found = one.confidence("quote", words, "cue", 0.5)
    assert found == other.confidence("quote", words, "cue", 0.5)
    assert 0 <= found <= 1
