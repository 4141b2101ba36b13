"""What carries the meaning of a stretch of text, and what is mere typesetting."""

from __future__ import annotations

import re
import unicodedata

_FORMAT = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f]")
# Raised, lowered, circled and fraction characters: NFKC would make 10² of them 102.
_SCRIPTED = re.compile("[²³¹⁰-ₜ¼-¾⅐-↋①-⓿❶-➓]")
_QUOTES = re.compile("[\"'“”„‟‘’‚‛«»‹›`´′″‴「」『』〝-〟ʹ-ʼ]")
_DASHES = re.compile("[‐‑‒–—―⁃−﹘﹣－]")
_DASH_BEFORE_NO_FIGURE = re.compile(r"-(?!\s*[^\w\s]?\s*\d)")
_POINT = re.compile(r"[.,:、。](?!\d)|(?<!\d)[,:、。]")
_TYPESETTING = re.compile(r"[;!\[\]{}*_•·|¿¡…]|\((?!\W?\d)|(?<!\d)\)")
_AROUND_MARKS = re.compile(r"\s*([^\w\s])\s*")


def essence(text: str) -> str:
    """Reduce `text` to what carries its meaning.

    Gone are case, quotation marks, blanks, line breaks, dashes and commas between words, full stops, brackets around
    words, invisible characters. Kept are the words with their accents, every figure with the signs, points, commas,
    currency and percent marks at it, question marks, marks of omission and all other symbols.
    """
    text = _SCRIPTED.sub(lambda found: f"^{ord(found[0])} ", _FORMAT.sub("", text))
    text = unicodedata.normalize("NFKC", _DASHES.sub("-", text.replace("…", "..."))).casefold()
    text = _QUOTES.sub(" ", text).replace("...", "‥")
    text = _DASH_BEFORE_NO_FIGURE.sub(" ", text)
    text = _TYPESETTING.sub(" ", _POINT.sub(" ", text))
    return _AROUND_MARKS.sub(r"\1", " ".join(text.split()))
