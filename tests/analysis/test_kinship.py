"""Which texts are worth comparing: looked at many together, as if each pair were looked at alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from store.analysis import fingerprints
from store.analysis.fingerprints import fingerprints_of
from store.analysis.kinship import PRINTS, RUN, akin
from store.analysis.repeats import prepare

LOCKS = "the chancellor promised to open all the locks on the river before the first frost of the coming winter"


def prints_of(text):
    return np.unique(fingerprints_of(prepare(text).tokens).hash)


def ask(text, *others):
    """Whether each of some texts is akin to one; those that are must be as if each were taken apart alone."""
    found = list(akin(prepare(text), prints_of(text), others))
    for number, prepared, prints in found:
        alone = prepare(others[number])
        assert prepared.text == alone.text
        for field in ("hash", "start", "end", "numeric", "single"):
            assert getattr(prepared.tokens, field).tolist() == getattr(alone.tokens, field).tolist()
        assert prints.tolist() == prints_of(others[number]).tolist()
    return [number in {one.number for one in found} for number in range(len(others))]


def pair_by_pair(text, other):
    """The rule as it stands, by sets."""
    one, two = ([int(h) for h in prepare(t).tokens.hash] for t in (text, other))
    runs = ({tuple(hashes[k : k + RUN]) for k in range(len(hashes) - RUN + 1)} for hashes in (one, two))
    return (
        bool(set.intersection(*runs)) or len(set(prints_of(text).tolist()) & set(prints_of(other).tolist())) >= PRINTS
    )


def test_a_long_run_or_several_fingerprints_make_texts_akin():
    words = LOCKS.split()
    short, long = " ".join(words[: RUN - 1]), " ".join(words[:RUN])
    assert ask(LOCKS, LOCKS.upper(), f"so {short} it", "", f"so {long} it") == [True, False, False, True]
    same = [f"word{k}" for k in range(140)]
    changed = ["other" if k % RUN == RUN - 1 else word for k, word in enumerate(same)]
    assert ask(" ".join(same), " ".join(changed)) == [True]


def test_words_that_two_texts_have_only_together_make_none_akin():
    words = LOCKS.split()
    assert ask(LOCKS, " ".join(words[:5]), " ".join(words[5:10]), " ".join(words[10:15])) == [False] * 3


def test_front_matter_makes_none_akin():
    head = f"---\ntitle: {LOCKS}\n---\n"
    assert ask(LOCKS, head + "quite other words", head + LOCKS) == [False, True]


texts = st.lists(st.sampled_from(["river", "lock", "frost", "minister", "7", "总理", "caf\u00e9", "."]), max_size=60)


@given(texts, st.lists(texts, max_size=6), st.sampled_from([40, 500_000]))
def test_many_are_judged_as_each_alone_and_either_way_round(words, others, at_once):
    text, others = " ".join(words), [" ".join(other) for other in others]
    before, fingerprints.AT_ONCE = fingerprints.AT_ONCE, at_once
    try:
        judged = ask(text, *others)
    finally:
        fingerprints.AT_ONCE = before
    assert judged == [pair_by_pair(text, other) for other in others] == [ask(other, text)[0] for other in others]
