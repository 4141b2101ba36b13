"""The benchmark of passages runs, says which peers are missing, and finds what its corpus plants."""

import re

import corpus
import passages_across
import peers
import pytest
import repeats_inside


@pytest.fixture(autouse=True)
def own_sentences(monkeypatch, tmp_path):
    """The corpus as made where no other data is at hand."""
    monkeypatch.setattr(corpus, "SHARED", tmp_path)


def test_a_seed_gives_the_same_articles_again():
    first, again, other = (list(corpus.Corpus(seed).articles(50)) for seed in (1, 1, 2))
    assert first == again != other
    assert any(one.planted for one in first)
    for one in first:
        assert all(0 <= place.start < place.end <= len(one.text) for place in one.planted)


def test_planted_passages_are_found_in_a_small_collection(monkeypatch):
    monkeypatch.setattr(passages_across, "NEW", 12)
    lines = list(passages_across.report(1, [60, 240]))
    found, characters = re.search(r"found: ([\d.]+) of \d+, characters ([\d.]+)", "\n".join(lines)).groups()
    assert float(found) >= 0.98
    assert float(characters) >= 0.98
    (new,) = [line for line in lines if line.startswith("a new article")]
    assert float(re.search(r"passage found ([\d.]+)", new)[1]) >= 0.9
    assert any("growth exponent" in line for line in lines)


def test_repeats_inside_are_found_and_missing_peers_are_said(monkeypatch):
    monkeypatch.setattr(repeats_inside, "CASES", 6)
    monkeypatch.setattr(peers, "missing", lambda *packages: [name for name in packages if name == "rapidfuzz"])
    monkeypatch.setattr(peers, "MATCHERS", {name: peers.MATCHERS[name] for name in ("difflib", "rapidfuzz LCSseq")})
    ours, difflib, rapidfuzz = list(repeats_inside._recall(corpus.Corpus(1)))[2:]
    assert float(ours.split()[2]) >= 0.99
    assert float(ours.split()[2]) >= float(difflib.split()[1])
    assert rapidfuzz.endswith("rapidfuzz is not installed")
