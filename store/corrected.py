"""Names that an article's suggestions give: all of them, and those that were corrected as one was put on record.

Nothing is kept of it: what a suggestion was called, and who is on record with its words, tell it again.
"""

from __future__ import annotations

from collections import defaultdict

from store.analysis.meaning import essence
from store.collection import Collection
from store.merged import root
from store.speakers import by_name


def names_in(collection: Collection, article: str) -> list[str]:
    """The names that the suggestions of an article (uid) give, in text order, without those that were corrected."""
    rows = collection.read.execute(
        f"""SELECT {_OWNER} FROM suggestion WHERE article = ? AND {_OWNER} <> ''
        GROUP BY 1 ORDER BY min("start")""",
        [article],
    )
    corrected = corrected_in(collection, article)
    return [name for (name,) in rows if name not in corrected]


def corrected_in(collection: Collection, article: str) -> dict[str, str]:
    """The names that an analyst has corrected in an article (uid), each with that of the speaker put on record instead.

    Only the same name in fuller or fewer words is a correction. Else it was another who spoke, and not for all that is
    suggested so. Nor is the name of another speaker.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, instead in collection.read.execute(_RECORDED, [article]):
        found[name].add(instead)
    changed = {name: instead.pop() for name, instead in found.items() if len(instead) == 1}
    maybe = {name: instead for name, instead in changed.items() if _may_be(name, instead)}
    known = by_name(collection.read) if maybe else {}
    return {name: instead for name, instead in maybe.items() if not known.get(essence(name))}


def _may_be(name: str, instead: str) -> bool:
    """Whether one of two names is the other in full: "Giles Umber-Shaw" for "Cllr Giles Umber-Shaw"."""
    words, others = (set(essence(one).split()) for one in (name, instead))
    return words != others and (words <= others or others <= words)


_OWNER = "coalesce(json_extract(suggestion.fields, '$.owner'), '')"

_RECORDED = f"""SELECT {_OWNER}, speaker.name FROM suggestion
    JOIN span ON span.text = suggestion.text AND span."start" = suggestion."start" AND span.role = 'content'
        AND span.state = 'live'
    JOIN annotation ON annotation.uid = span.annotation AND annotation.kind = suggestion.kind
        AND annotation.article = suggestion.article AND annotation.state = 'live'
    LEFT JOIN quote ON quote.uid = annotation.uid LEFT JOIN commitment ON commitment.uid = annotation.uid
    JOIN speaker ON speaker.uid = coalesce({root("quote.speaker")}, {root("commitment.promisor")})
    WHERE suggestion.article = ? AND {_OWNER} <> ''"""
"""Each name suggested for words that are on record, with that of the speaker whom the record names."""
