"""The benchmark of suggestions runs on the invented articles, in small."""

import measure_suggestions


def test_quotes_are_found_in_a_joined_text_by_ours_and_the_naive_way(monkeypatch, tmp_path):
    monkeypatch.setattr(measure_suggestions, "SHARED", tmp_path / "absent")
    text = measure_suggestions.joined(measure_suggestions.texts(), 5_000)
    assert len(text) == 5_000
    assert measure_suggestions.ours(text) > 0
    assert measure_suggestions.naive(text) > 0


def test_growth_is_the_exponent_of_the_size():
    assert round(measure_suggestions.exponent((10, 100, 1000), (2.0, 200.0, 20_000.0)), 6) == 2.0
