"""Failures that a person can do something about."""

from __future__ import annotations


class OnRecordError(Exception):
    """An expected failure: a short title, and a hint that says what is wrong and what to do. str() is a sentence."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__(f"{title}: {hint}.")
        self.title = title
        self.hint = hint
