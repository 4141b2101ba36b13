"""The names of a whole text: what a word elsewhere in it tells of a name, and of what is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from store.analysis.bylines import is_byline
from store.analysis.cues import DETERMINERS, SLAVIC_ACCORDING, cue_kind
from store.analysis.genders import gender_of_name
from store.analysis.inflection import in_nominative, is_genitive
from store.analysis.names import Mention, mentions_of
from store.analysis.ordinary_words import ORDINARY_WORDS
from store.analysis.roles import BODY_WORDS, BUSINESSES, COUNTRIES, DEMONYMS, FIELDS, TRADES, is_title
from store.analysis.sentence_openings import after_dateline
from store.analysis.sentence_words import Sentence, joined
from store.model import Span

_OCCUPATIONS = TRADES | BUSINESSES
_LEAST = 2
"""Words that a headline has more than."""
_OPENING = '?!.:“"‘—–-('
"""Marks after which a word has a capital though it is no name."""
_BESIDE = frozenset(("fellow", "rival"))
"""What somebody is beside another, where a sentence opens with it: "Rival Tesk said"."""
_LONG = 4
"""Words from which a name in a headline is likelier to hold a verb or another name, and letters that have a capital."""


def mentions_in_text(sentences: Sequence[Sentence], dateline: Span) -> list[Mention]:
    """The names of a text outside its dateline and bylines.

    A capital is a person's name after who bears it: "Jack London".
    """
    common = _common_words(sentences)
    found = [
        mention
        for number, sentence in enumerate(sentences)
        for mention in ([] if _is_byline(sentence) else mentions_of(number, sentence))
        if not (dateline[0] <= sentence.starts[mention.first] < dateline[1] or _is_common(sentence, mention, common))
    ]
    found = list(_out_of_headlines(sentences, found))
    found = list(_without_trades(sentences, found))
    found = list(_without_ordinary(sentences, found))
    last = {mention.name[-1] for mention in found if len(mention.name) > 1 and not mention.body}
    found += _titles_borne(sentences, found, {name for name in last if is_title(name.lower())})
    found.sort(key=lambda mention: (mention.sentence, mention.first))
    found = [mention for mention in found if mention.name[-1] in last or not _is_demonym(mention)]
    borne: set[str] = set()
    for place, mention in enumerate(found):
        if len(mention.name) > 1 and not mention.body and gender_of_name(mention.name[0].lower()):
            borne.add(mention.name[-1])
        elif len(mention.name) == 1 and mention.name[0] in borne and mention.name[0].lower() in COUNTRIES:
            found[place] = replace(mention, body=False)
    return _with_nominatives(sentences, found)


def _is_byline(sentence: Sentence) -> bool:
    """Whether a sentence only tells who wrote the article."""
    return sentence.lower[:1] == ["by"] and is_byline(joined(sentence, 0, len(sentence)))


def _out_of_headlines(sentences: Sequence[Sentence], found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of a text, those of its headlines without the verbs that have a capital there: "Doe Slams Plan"."""
    lines = {number for number, sentence in enumerate(sentences) if _is_title_line(sentence)}
    if not 0 < len(lines) < len(sentences):
        yield from found
        return
    known = {word for mention in found if mention.sentence not in lines for word in mention.name}
    for mention in found:
        plain = len(mention.name) < _LONG and not any(map(_may_be_verb, mention.name))
        if plain or mention.sentence not in lines or known.issuperset(mention.name):
            yield mention
        elif (known_part := _known_part(mention, known)) is not None:
            yield known_part


def _without_trades(sentences: Sequence[Sentence], found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of a text, without the trade before a name that opens a sentence: "Butcher Graham Tull".

    It is a part of the name where the text has both with a capital inside a sentence: "the firm Baker Hughes".
    """
    trades = {mention.name[:2] for mention in found if mention.name[0].lower() in _OCCUPATIONS}
    inside = {
        pair
        for sentence in (sentences if trades else ())
        for pair in pairwise(sentence.words[after_dateline(sentence) + 1 :])
    }
    trades -= inside
    for mention in found:
        trade = mention.name[:2] in trades
        opens = trade and mention.first == after_dateline(sentences[mention.sentence])
        yield _without_trade(mention) if opens else mention


def _without_trade(mention: Mention) -> Mention:
    """A mention without the trade that its name begins with, which a person has as a role; "Baker Hughes" has none."""
    low, rest = mention.name[0].lower(), mention.name[1:]
    if not rest or mention.last - mention.first != len(mention.name):
        return mention
    gender = gender_of_name(rest[0].lower())
    named = replace(mention, first=mention.first + 1, name=rest)
    if low in BUSINESSES and not (gender and low in TRADES):
        return replace(named, body=True)
    thing = any(word.lower() in BODY_WORDS or word.lower() in ORDINARY_WORDS for word in rest)  # "Baker Street Market"
    person = low in TRADES and len(rest) > 1 and not (mention.body or thing)
    return replace(named, role=mention.role or mention.name[0], gender=mention.gender or gender) if person else mention


def _without_ordinary(sentences: Sequence[Sentence], found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions of a text, without ordinary words that have a capital since they open a sentence: "Landlords say".

    Not where somebody of the text bears that name, or has it inside a sentence.
    """
    names = {mention.name[-1] for mention in found if len(mention.name) > 1}
    names |= {
        mention.name[0]
        for mention in found
        if len(mention.name) < 3 and not (mention.body or _opens(sentences, mention))  # "Fan" of "Fan Xiping"
    }
    for mention in found:
        low = mention.name[0].lower()
        ordinary = low in ORDINARY_WORDS and mention.name[0] not in names and not mention.role
        opens = (ordinary or low in _BESIDE) and _opens(sentences, mention)
        if len(mention.name) > 1:
            yield _without_first(mention, ordinary, opens) or mention
        elif not (ordinary and opens) or _is_described(sentences[mention.sentence], mention):
            yield mention


def _is_described(sentence: Sentence, mention: Mention) -> bool:
    """Whether what follows a word tells of somebody: "Price, 44,", "Price, who", "Rich and Best"."""
    mark, after, *_ = (*sentence.words[mention.last : mention.last + 2], "", "")
    described = mark == "," and (after.isdigit() or after == "who")
    return described or (mark == "and" and after[:1].isupper())


def _without_first(mention: Mention, ordinary: bool, opens: bool) -> Mention | None:
    """A name without the word before it that is none: "Rival Tesk", "Gunman Ivo Roe", "Industry Ivo Roe"; or None."""
    low, *rest = map(str.lower, mention.name)
    if opens and low in _BESIDE:
        return replace(mention, first=mention.first + 1, name=mention.name[1:])
    gender = gender_of_name(rest[0]) if len(rest) > 1 and not gender_of_name(low) else ""
    of_office = len(rest) == 2 and (low in FIELDS or (ordinary and low.endswith("s")))
    if not (gender and ((ordinary and opens) or of_office)):
        return None
    return replace(mention, first=mention.first + 1, name=mention.name[1:], gender=gender, body=False)


def _opens(sentences: Sequence[Sentence], mention: Mention) -> bool:
    """Whether a mention is the first thing in its sentence, or in what is quoted or told after a mark in it."""
    words, first = sentences[mention.sentence].words, mention.first
    return not any(word[0].isalnum() for word in words[:first]) or words[first - 1][-1] in _OPENING


def _is_title_line(sentence: Sentence) -> bool:
    """Whether a sentence is a headline, or a few words that all have a capital, without a full stop."""
    words = sentence.words
    short = len(words) > _LEAST and words[-1][-1].isalnum()
    return sentence.headline or (short and all(word[0].isupper() or len(word) < _LONG for word in words))


def _known_part(mention: Mention, known: set[str]) -> Mention | None:
    """The first words of a name in a headline that the text knows, with a first name before them; None for none."""
    name = mention.name
    first = next((k for k, word in enumerate(name) if word in known), len(name))
    last = next((k for k in range(first, len(name)) if name[k] not in known), len(name))
    if first == last or mention.last - mention.first != len(name):
        return None
    first -= first == 1 and not _may_be_verb(name[0])
    begin, end, part = mention.first + first, mention.first + last, name[first:last]
    return replace(mention, first=begin, last=end, name=part, role="" if first else mention.role)


def _may_be_verb(word: str) -> bool:
    """Whether a word with a capital may be a verb in a headline: "Launches", "Vowed", and not "James"."""
    low = word.lower()
    return low.endswith(("s", "ed")) and not gender_of_name(low)


def _titles_borne(sentences: Sequence[Sentence], found: Sequence[Mention], surnames: set[str]) -> list[Mention]:
    """The mentions of those whose surname is a title, where it stands alone: "King said" after "Sen. Angus King"."""
    within = (
        {(mention.sentence, k) for mention in found for k in range(mention.first, mention.last)} if surnames else ()
    )
    return [
        Mention(number, k, k + 1, (word,), "", "", False)
        for number, sentence in enumerate(sentences if surnames else ())
        for k, word in enumerate(sentence.words)
        if word in surnames
        and (number, k) not in within
        and not (k and (sentence.lower[k - 1] in DETERMINERS or sentence.words[k - 1][0].isupper()))
        and not any(word[0].isupper() or word == "of" for word in sentence.words[k + 1 : k + 2])
    ]


def _is_demonym(mention: Mention) -> bool:
    """Whether a name alone is the word for those of a country, and no surname after a title: "major German cities"."""
    titled = mention.gender or any(map(str.isupper, mention.role[:1]))
    return len(mention.name) == 1 and mention.name[0].lower() in DEMONYMS and not titled


def _is_common(sentence: Sentence, mention: Mention, common: set[str]) -> bool:
    """Whether what opens a sentence is a word of the text and no name: nobody of that name says what follows."""
    low = mention.name[0].lower()
    alone = mention.first == 0 and mention.last == 1 and low in common and not gender_of_name(low)
    return alone and not cue_kind(sentence.lower[1] if len(sentence) > 1 else "")


def _common_words(sentences: Sequence[Sentence]) -> set[str]:
    """The words of a text that are written small in it, and with a capital only where a sentence begins."""
    small = {word for sentence in sentences for word in sentence.words if word[0].islower()}
    return small - {word.lower() for sentence in sentences for word in sentence.words[1:] if word[0].isupper()}


def _with_nominatives(sentences: Sequence[Sentence], mentions: list[Mention]) -> list[Mention]:
    """The mentions of a text, with those in the genitive after "по словам" named as others are in the text."""
    governed = [_is_according_to(sentences[mention.sentence], mention.first) for mention in mentions]
    if not any(governed):
        return mentions
    known = {word for mention, of in zip(mentions, governed, strict=True) if not of for word in mention.name}
    return [
        replace(mention, name=in_nominative(mention.name, known)) if of else mention
        for mention, of in zip(mentions, governed, strict=True)
    ]


def _is_according_to(sentence: Sentence, first: int) -> bool:
    """Whether the name at a word is whom a phrase like "по словам" names, with words of a role before it or not."""
    k = first - 1
    while k > max(0, first - 5) and sentence.lower[k] not in SLAVIC_ACCORDING and is_genitive(sentence.words[k]):
        k -= 1
    return k > 0 and SLAVIC_ACCORDING.get(sentence.lower[k]) == sentence.lower[k - 1]
