"""What tests of indirect speech ask a text for."""

from store.analysis.quotes import Reader


def told(text: str) -> list[tuple[str | None, str]]:
    """The speaker and words of each indirect quote."""
    return [
        (quote.speaker, " … ".join(text[slice(*span)] for span in quote.content))
        for quote in Reader(text).quotes()
        if quote.form == "indirect"
    ]
