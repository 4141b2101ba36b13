"""The reporting verbs, nouns and phrases of a sentence, each with its subject."""

from __future__ import annotations

from dataclasses import dataclass

from store.analysis.addressees import ARTICLES
from store.analysis.cues import (
    ADVERBS,
    AUXILIARIES,
    CALLING,
    CLAIM_NOUNS,
    CLAUSE_WORDS,
    DAYS,
    DETERMINERS,
    EVIDENCE,
    FEELING,
    FOREIGN_ACCORDING,
    FOREIGN_SAYING,
    GERMAN_ACCORDING,
    NOUNS_TOO,
    PERSON_PRONOUNS,
    PREPOSITIONS,
    REPORTING,
    SAYING,
    SLAVIC_ACCORDING,
    SPEAKING_BESIDE,
    STATES_OF_MIND,
    WITHOUT_SPEECH,
    cue_kind,
    past_particle,
    verb_form,
)
from store.analysis.denial import is_unsaid
from store.analysis.name_words import is_month, is_name_word, joins_name, opens_with_verb
from store.analysis.noun_phrases import PHRASE, POSSESSIVE, is_noun, is_past, phrase_after, phrase_before, whole_phrase
from store.analysis.numerals import SCALES
from store.analysis.numerals import WORDS as NUMBERS
from store.analysis.roles import COLLECTIVE
from store.analysis.sentence_openings import CALLING_ON, after_label
from store.analysis.sentence_words import DASHES, QUOTED, Sentence
from store.analysis.subject_after_verb import inverted_subject
from store.analysis.subject_before_verb import QUOTING, RELATIVE, past_parenthesis, subject_before
from store.analysis.subjects import NOUNS_IN_LY, Subject, begins_clause, is_time, main_subject

_NO_OBJECT = PREPOSITIONS | AUXILIARIES | {"and", "or", ",", ".", ""}
_LONGEST_LABEL = 6
MOST_CUES = 24
"""Verbs that are looked at in one sentence."""
_NOUN_FOLLOWS = (DETERMINERS - {"they"}) | {"'s", "’s", "of", "in", "for", "’", "with", "by", "from"}
_COUNTED = NUMBERS.keys() - {"a", "an", "one"}
_OPENING = frozenset().union(
    *(SAYING, FOREIGN_SAYING, REPORTING, CLAIM_NOUNS, QUOTING, FOREIGN_ACCORDING, SLAVIC_ACCORDING, GERMAN_ACCORDING),
    SPEAKING_BESIDE,
    FEELING,
    (":", "according", "words", "словам", "put", "puts"),
)
"""Words at which a cue may be, beside such as "dit-il"."""
_WITH_INFINITIVE = frozenset("do does did didn't didn’t don't don’t doesn't doesn’t will would could".split())
_OWNING = POSSESSIVE | {"his", "her", "their"}
_BE = frozenset("is are was were been being be isn't isn’t wasn't wasn’t they're they’re we're we’re".split())
_BETWEEN = ADVERBS | {"not", "yet"}
_BEING_SO = _BE - {"be", "been", "being"} | frozenset(
    "feel feels felt remain remained remains seem seemed seems".split()
)
_WHAT = frozenset(("what", "which"))
_MAKING = frozenset("made make makes making".split())
_UNDONE = frozenset("to not can could may might must should will would".split())
"""Words before "make clear" where nobody has."""
_FELT = PERSON_PRONOUNS - {"it"} | {"that"}
_HOW_MUCH = frozenset("more quite so too very".split())
_HAVE = frozenset("has have had 've ’ve".split())
_GOVERNED = frozenset("how if to what when where whether who why".split())
"""What begins that which somebody is asked, urged or told, as who asks, urges or tells it does not."""
_ARTICLES = frozenset("the a an his her its their".split())
_HOW = ADVERBS - DETERMINERS - {"first"}
_AMOUNTS = NUMBERS.keys() | SCALES.keys() | {"the", "$", "€", "£"}
_BIDDEN = frozenset("asked forced invited ordered pressed told urged".split())
"""Participles that open a sentence of who is bidden to say something."""
_NO_ADJECTIVES = frozenset("added argued asked replied said told warned".split())
"""Pasts of verbs of speech that stand before no noun as adjectives: "the unruly told", not "the newly announced"."""
_WHICH_ONE = frozenset(("that", "this"))
_WHEN = frozenset("a ago earlier in last later next on the this".split())
"""Words of phrases that tell when."""
_MEANS = frozenset("phone telephone e-mail email letter text fax video skype".split())
"""What something is said by, when nobody is told of: "said by phone"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb or phrase at words [first, last), its strength ("say" or "report") and its subject.

    What an `unsaid` one reports was denied, refused or only supposed.
    """

    first: int
    last: int
    kind: str
    subject: Subject | None
    inverted: bool = False
    passive: bool = False
    noun: bool = False
    unsaid: bool = False


def cues_of(sentence: Sentence) -> list[Cue]:
    """The reporting verbs and phrases of a sentence, in order, each with its subject."""
    if sentence.headline:
        return _of_headline(sentence)
    found: list[Cue] = []
    for k, low in enumerate(sentence.lower):
        if len(found) == MOST_CUES:
            break
        if low not in _OPENING and "-" not in low:
            continue
        if begin := _names_source(sentence, k):
            end = _source_end(sentence, begin) if low == "according" else phrase_after(sentence, begin)
            if end > begin:
                found.append(Cue(k, begin, "say", Subject((begin, end)), inverted=True))
            continue
        if low == ":" and _is_label(sentence, k):
            found.append(Cue(k, k + 1, "say", Subject((0, k))))
            continue
        if subject := _holds_source(sentence, k):
            found.append(Cue(k, k + 1, "say", subject, inverted=True))
            continue
        if low in ("put", "puts") and sentence.lower[k + 1 : k + 2] == ["it"]:
            found.append(Cue(k, k + 2, "say", subject_before(sentence, k, [])))
            continue
        if quoted := _quoted(sentence, k):
            found.append(quoted)
            continue
        if low in QUOTING and " as saying" in " ".join(sentence.lower[k + 1 : k + PHRASE]):
            continue
        if claim := _claim(sentence, k):
            found.append(claim)
            continue
        if low in FEELING and (feeling := _feeling(sentence, k)):
            found.append(feeling)
            continue
        kind = cue_kind(low) or ("say" if _speaks_on(sentence, k) else "")
        if not kind or (sentence.words[k][0].isupper() and k > 0) or not _is_used_as_verb(sentence, k):
            continue
        if _is_without_speech(sentence, k):
            continue
        being = _being(sentence, k)
        beside = _is_beside(sentence, k)
        if being == k and (beside or _is_passive(sentence, k)):
            found.append(Cue(k, k + 1, kind, None if beside else _agent(sentence, k), passive=True))
            continue
        inverted = inverted_subject(sentence, k, kind)
        spoken = [cue.subject for cue in found if cue.subject and cue.kind == "say"]
        subject = inverted or _of_same_clause(sentence, being, found) or subject_before(sentence, being, spoken)
        if subject and _is_number(sentence, subject):
            continue  # "of the $800 million pledged"
        unsaid = (kind == "say" or low in CALLING) and is_unsaid(sentence, k, subject)
        found.append(Cue(k, past_particle(sentence.lower, k), kind, subject, inverted is not None, unsaid=unsaid))
    return found


def _of_same_clause(sentence: Sentence, k: int, found: list[Cue]) -> Subject | None:
    """The relative pronoun of the verb to which "and" joins the one at word k: "Doe, who fought the law and called"."""
    last = found[-1] if found and sentence.lower[k - 1] == "and" else None
    if last is None or last.subject is None or last.subject.stands_for is None:
        return None
    return last.subject if "," not in sentence.words[last.last : k] else None


def _is_number(sentence: Sentence, subject: Subject) -> bool:
    """Whether a subject is only a number: "the $800 million", and not "thousands"."""
    said = sentence.lower[slice(*subject.words)]
    return len(said) > 1 and said[-1] in SCALES and all(low in _AMOUNTS or low.isdigit() for low in said)


def _speaks_on(sentence: Sentence, k: int) -> bool:
    """Whether somebody goes on speaking at word k, a quotation beside it: “…,” she went on."""
    words, after = sentence.words, past_particle(sentence.lower, k)
    if sentence.lower[k] not in SPEAKING_BESIDE or after == k + 1:
        return False
    following = words[after : after + 1]
    somebody = k > 0 and (sentence.lower[k - 1] in PERSON_PRONOUNS or is_name_word(words[k - 1]))
    if following in ([":"], [QUOTED]) or (somebody and words[after : after + 2] == [",", QUOTED]):
        return True  # not "work goes on, “day and night”"
    named = any(map(is_name_word, following)) and QUOTED in words[max(0, k - 2) : k]
    ends = not (following and following[0][0].isalnum()) and QUOTED in words[max(0, k - _LONGEST_LABEL) : k]
    return named or ends


def _is_without_speech(sentence: Sentence, k: int) -> bool:
    """Whether a particle makes a verb tell of no speech, before its object or after: "called the talks off"."""
    lower = sentence.lower
    particles = [*lower[k + 1 : k + 2], *lower[(end := phrase_after(sentence, k + 1)) : end + 1]]
    return any(lower[k] in WITHOUT_SPEECH.get(low, ()) for low in particles)


def _being(sentence: Sentence, k: int) -> int:
    """The verb by which who thinks so is in a state of mind: "was not convinced", "remains convinced"; k for others."""
    lower, being = sentence.lower, k - 1
    after = lower[k + 1] if k + 1 < len(lower) else "."
    if lower[k] not in STATES_OF_MIND or after in PREPOSITIONS or after in ("to", "and"):
        return k
    while being > 0 and (lower[being] in ADVERBS or lower[being].endswith("ly")):
        being -= 1
    return being if being >= 0 and lower[being] in _BEING_SO else k


def _feeling(sentence: Sentence, k: int) -> Cue | None:
    """How somebody feels who thinks something: "S is confident that", "is sure he will", "has made it clear that"."""
    lower, being = sentence.lower, k - 1
    after = lower[k + 1] if k + 1 < len(lower) else "."
    if after not in _FELT:
        return None
    while being > 0 and (lower[being] in ADVERBS or lower[being] in _HOW_MUCH or lower[being].endswith("ly")):
        being -= 1
    if lower[k] == "clear":
        being -= lower[being] == "it"
        tells = being > 0 and lower[being] in _MAKING and lower[being - 1] not in _UNDONE
    else:
        tells = being > 0 and lower[being] in _BEING_SO and lower[being - 1] not in ("it", "that", "there")
    if not tells:
        return None
    return Cue(k, k + 1, "report", subject_before(sentence, being, []))


def _names_source(sentence: Sentence, k: int) -> int:
    """Where the source begins after "according to", "in the words of", "selon" and the like at word k, else 0."""
    lower = sentence.lower
    if lower[k] in FOREIGN_ACCORDING:
        return k + 1
    if lower[k] == "according" and lower[k + 1 : k + 2] == ["to"]:
        return k + 2
    if lower[k] == "words" and lower[max(0, k - 2) : k] == ["in", "the"] and lower[k + 1 : k + 2] == ["of"]:
        return k + 2
    if lower[k] in SLAVIC_ACCORDING and lower[max(0, k - 1) : k] == [SLAVIC_ACCORDING[lower[k]]]:
        return k + 1
    if lower[k] in GERMAN_ACCORDING and "nach" in lower[max(0, k - 2) : k]:
        return k + 1 + (lower[k + 1 : k + 2] == ["von"])
    return 0


def _source_end(sentence: Sentence, begin: int) -> int:
    """Where the source ends that begins at a word after "according to": all nouns of it, and another joined to it."""
    end, size = phrase_after(sentence, begin), len(sentence)
    joined = end < size and sentence.lower[end] == "and" and end > begin
    reached = phrase_after(sentence, end + 1) if joined else end
    while begin < reached < size and is_noun(sentence, reached):
        reached += 1
    closes = reached >= size or not sentence.words[reached][0].isalnum()
    return reached if closes else end


def _is_label(sentence: Sentence, colon: int) -> bool:
    """Whether nothing but a name or title stands before a colon, and nothing but a quotation after it."""
    words = sentence.words
    return (
        0 < colon < _LONGEST_LABEL
        and words[colon + 1 : colon + 2] == [QUOTED]
        and not any(word[0].isalnum() or word == QUOTED for word in words[colon + 2 :])
        and not (after_label(sentence) or opens_with_verb(sentence) or sentence.lower[0] in CALLING_ON | ADVERBS)
        and all(is_name_word(words[k]) or joins_name(sentence, k) for k in range(colon))
    )


def _holds_source(sentence: Sentence, k: int) -> Subject | None:
    """The source that stands in the phrase at word k itself: "по его словам", French "dit-il", "a-t-elle ajouté"."""
    low = sentence.lower[k]
    if low == "словам" and k > 1 and sentence.lower[k - 2] == "по":
        return Subject((k - 1, k))
    if low.endswith(("-il", "-elle")) and low.count("-") < 3:
        return Subject((k, k + 1))
    return None


def _of_headline(sentence: Sentence) -> list[Cue]:
    """The verb of a headline, where every word has a capital: "Doe Says …", "…, Doe Says"."""
    lower = sentence.lower
    if ":" in lower[1:5] and sentence.words[0][0].isupper() and not after_label(sentence):  # "Doe: Trade to Double"
        colon = lower.index(":", 1)
        return [Cue(colon, colon + 1, "say", Subject((0, colon)))]
    for k, low in enumerate(lower):
        if (
            k == 0
            or verb_form(low) == "ing"
            or not cue_kind(low)
            or lower[k - 1] in DETERMINERS
            or lower[k - 1] in RELATIVE
        ):
            continue
        begin = next(
            (m + 1 for m in range(k - 1, max(-1, k - 8), -1) if not lower[m][0].isalnum() and lower[m] not in _OWNING),
            0,
        )
        last = k + 1 >= len(lower) or not lower[k + 1][0].isalnum()
        spoken = cue_kind(low) == "say" and low not in NOUNS_TOO
        if (
            begin < k
            and k - begin < 6
            and (spoken or (begin == 0 and verb_form(low) == "third" and not last))
            and not any(m in PREPOSITIONS for m in lower[begin:k])
        ):
            return [Cue(k, k + 1, cue_kind(low), Subject((begin, k)))]
    return []


def _quoted(sentence: Sentence, k: int) -> Cue | None:
    """A verb of quoting with whom it quotes: "quotes Doe: …", “…,” the Wire quoted him."""
    if sentence.lower[k] not in QUOTING or k + 1 == len(sentence):
        return None
    if sentence.lower[k + 1] in ("him", "her") and QUOTED in sentence.words[:k] and _ends_sentence(sentence, k + 2):
        return Cue(k, k + 1, "say", Subject((k + 1, k + 2)), inverted=True)
    if not is_name_word(sentence.words[k + 1]):
        return None
    end = phrase_after(sentence, k + 1)
    return (
        Cue(k, k + 1, "say", Subject((k + 1, end)), inverted=True) if sentence.words[end : end + 1] == [":"] else None
    )


def _ends_sentence(sentence: Sentence, k: int) -> bool:
    """Whether a sentence ends before word k."""
    return k >= len(sentence) or (k + 1 == len(sentence) and not sentence.words[k][0].isalnum())


def _claim(sentence: Sentence, k: int) -> Cue | None:
    """A noun for something said, with whose it is: "Doe's claim that", "a claim made by Doe that"."""
    if sentence.lower[k] not in CLAIM_NOUNS or k == 0:
        return None
    made = sentence.lower[k + 1 : k + 2] in (["made"], ["levelled"], ["leveled"])
    if sentence.lower[k + 1 + made : k + 2 + made] == ["by"] and (agent := _agent(sentence, k)):
        return Cue(k, k + 1, "report", agent, noun=True)
    owner = k - 1
    while owner > 0 and k - owner < 4 and is_noun(sentence, owner) and sentence.lower[owner] not in _OWNING:
        owner -= 1
    if sentence.lower[owner] in POSSESSIVE and not is_time(sentence.lower[owner - 1]):
        begin = phrase_before(sentence, owner)
        return Cue(k, k + 1, "report", Subject((begin, owner)), noun=True) if begin < owner else None
    if sentence.lower[owner] in ("his", "her", "their"):
        return Cue(k, k + 1, "report", Subject((owner, owner + 1)), noun=True)
    return None


def _is_passive(sentence: Sentence, k: int) -> bool:
    """Whether a verb form is a passive: its subject is spoken of, and does not speak."""
    lower = sentence.lower
    if verb_form(lower[k]) != "past" or lower[k] in FOREIGN_SAYING or k == 0:
        return False
    before = k - 1
    while before > 0 and (lower[before] in _BETWEEN or lower[before].endswith("ly")):
        before -= 1
    if before > 1 and lower[before] == "and" and is_past(lower[before - 1]) and lower[before - 2] in _BE:
        return True  # "was arrested and charged"
    if lower[before] in _BE or (lower[before] in POSSESSIVE and lower[before - 1 : before] == ["it"]):
        return True
    after = lower[k + 1] if k + 1 < len(lower) else ""
    by = _past_time(sentence, k + 1)
    if lower[by : by + 1] == ["by"] and (by == k + 1 or lower[before] == ","):
        return lower[by + 1 : by + 2] == [] or lower[by + 1] not in _MEANS
    if by > k + 1 and lower[by : by + 1] == [","] == lower[k - 1 : k]:  # "The funds, promised last year, never came"
        subject = main_subject(sentence)
        return subject is not None and subject.words[1] == k - 1
    begin = phrase_before(sentence, k)
    return (
        after == "as"
        and (begin == 0 or lower[begin - 1] not in _WHAT)
        and lower[k] in ("known", "described", "labeled", "labelled", "characterized", "identified")
        and not (
            lower[before] in AUXILIARIES or lower[before] in PERSON_PRONOUNS or is_name_word(sentence.words[before])
        )
    )


def _is_beside(sentence: Sentence, k: int) -> bool:
    """Whether a participle stands with what it governs between commas after a subject: "S, asked to resign, said"."""
    lower = sentence.lower
    if (
        k < 2
        or verb_form(lower[k]) != "past"
        or lower[k - 1] != ","
        or lower[k + 1 : k + 2] == []
        or lower[k + 1] not in _GOVERNED
        or "," not in lower[k + 2 :]
    ):
        return False
    begin = phrase_before(sentence, k - 1)
    opens = begin < k - 1 and begins_clause(sentence, begin)
    return opens and past_parenthesis(sentence, k - 1) is None  # "S, a nurse, asked to leave, but stayed"


def _past_time(sentence: Sentence, k: int) -> int:
    """Where words end that only tell when, from word k on: "last year", "on Monday"; word k where there are none."""
    lower, end = sentence.lower, k
    while end < len(lower) and (lower[end] in _WHEN or lower[end].isdigit() or is_month(sentence, end)):
        end += 1
    if end < len(lower) and (is_time(lower[end]) or lower[end] in DAYS):
        end += 1
    return end + (lower[end : end + 1] == ["ago"])


def _agent(sentence: Sentence, k: int) -> Subject | None:
    """Who a passive says it was done by."""
    for by in range(k + 1, min(k + 5, len(sentence))):
        if sentence.lower[by] == "by":
            end = phrase_after(sentence, by + 1)
            return Subject((by + 1, end)) if end > by + 1 else None
        if sentence.words[by] == QUOTED:
            break
    return None


def _is_used_as_verb(sentence: Sentence, k: int) -> bool:
    """Whether a word that may be a noun or adjective too stands as a verb."""
    low, lower = sentence.lower[k], sentence.lower
    form = verb_form(low)
    before = lower[k - 1] if k else ""
    after = lower[k + 1] if k + 1 < len(lower) else ""
    if low in FOREIGN_SAYING:
        named = k + 1 + (after in ARTICLES)
        return low != "so" or (before in (",", QUOTED) and named < len(lower) and is_name_word(sentence.words[named]))
    if (low == "think" and after in ("tank", "tanks")) or (low == "reporting" and before == "additional"):
        return False
    if before == "to" and (lower[k - 2] == "according" or (low == "blame" and lower[k - 2] in _BE)):
        return False
    if before == "to" and k > 1 and lower[k - 2] in _BIDDEN and begins_clause(sentence, k - 2):
        return False  # "Asked to state his age, Doe called it …"
    owned = before in POSSESSIVE and lower[max(0, k - 2)] not in PERSON_PRONOUNS | RELATIVE
    if form == "past" and (owned or (before in PREPOSITIONS and before not in ("to", "since"))):
        return False  # "thousands of rejected asylum seekers"
    if form in ("base", "third") and before in _HAVE:
        return False
    if form == "past" or form == "ing":
        return before != "worth" and not _is_adjective(sentence, k)  # "it is worth noting that"
    if before in _NOUN_FOLLOWS:
        plural = before in ("some", "many", "others", "most", "few", "all", "both", "that", "this")
        # "one of the many reasons that", "At that point, S left"
        one = before in _WHICH_ONE and lower[max(0, k - 2)] in PREPOSITIONS
        plural = plural and not one and lower[max(0, k - 2)] not in _ARTICLES
        return plural and (after in ("that", ",", "it", QUOTED) or low not in NOUNS_TOO)
    if form == "third" and (before in _COUNTED or before.isdigit()):
        return False
    if low in ("show", "shows") and after not in _NO_OBJECT and not EVIDENCE.isdisjoint(lower[max(0, k - PHRASE) : k]):
        return True  # "a poll released on Friday shows that"
    if low in NOUNS_TOO:
        return _verb_by_neighbours(sentence, k, form, before, after)
    return True


def _opens_report(sentence: Sentence, k: int) -> bool:
    """Whether a word follows the quotation that opens its sentence, and a name it: “…,” shouts Mina Dorr of Lest."""
    quoted = sentence.words[0] == QUOTED and all(word in (QUOTED, ",") for word in sentence.words[1:k])
    begins = k + 1 < len(sentence) and (is_name_word(sentence.words[k + 1]) or sentence.lower[k + 1] in _ARTICLES)
    if not (k and quoted and begins):
        return False
    rest = sentence.lower[phrase_after(sentence, k + 1) :]
    return not rest or not rest[0].isalnum() or rest[0] in PREPOSITIONS | CLAUSE_WORDS  # “Fraud” claims Dorr made


def _is_adjective(sentence: Sentence, k: int) -> bool:
    """Whether an article stands before a participle, or before its adverb and a noun: "the recently announced cuts"."""
    lower, before = sentence.lower, k - 1
    noun_follows = lower[k + 1 : k + 2] and is_noun(sentence, k + 1) and lower[k + 1] not in DETERMINERS
    while noun_follows and before > 0 and lower[k] not in _NO_ADJECTIVES and _tells_how(lower[before]):
        before -= 1
    return before >= 0 and lower[before] in _ARTICLES


def _tells_how(low: str) -> bool:
    """Whether a word in lower case is an adverb that tells how: "newly", "well"."""
    return low in _HOW or (low.endswith("ly") and low not in NOUNS_IN_LY)


def _governs_nothing(sentence: Sentence, begin: int) -> bool:
    """Whether the word before a phrase neither is a verb nor makes the phrase an aim: a clause may begin there."""
    before = sentence.lower[begin - 1]
    return not before[0].isalnum() or before in CLAUSE_WORDS or before in PREPOSITIONS - {"for", "about", "with"}


def _verb_by_neighbours(sentence: Sentence, k: int, form: str, before: str, after: str) -> bool:
    """Whether a word that is a noun as often has a subject on its left and an object on its right."""
    if form == "third" and _opens_report(sentence, k):
        return True
    begin = phrase_before(sentence, k)
    begin = whole_phrase(sentence, begin) if k and is_name_word(sentence.words[k - 1]) else begin
    if after in (".", "") and (form == "third" or (form == "base" and before.endswith("s"))):
        return 0 < begin < k and sentence.words[begin - 1] in (QUOTED, ",", *DASHES)  # “…,” the letter reads.
    governed = begin > 0 and sentence.lower[begin - 1] in PREPOSITIONS
    if cue_kind(after) == "say" and verb_form(after) in ("base", "past") and after not in NOUNS_TOO:
        return False  # "which advocates say"
    if is_past(before) or (form == "third" and governed and after in ("on", "to", "for")):
        return False  # "ended attacks on ships", "a rise in racist attacks on many"
    if form == "third" and after == "that" and 0 < begin < k and not _governs_nothing(sentence, begin):
        return False  # "approves infrastructure projects that …"
    if after in PREPOSITIONS - {"for", "on", "in", "to"} or after in AUXILIARIES or after in ("and", "or", ".", ")"):
        return False
    if before in PERSON_PRONOUNS or before in RELATIVE or before in ADVERBS or before in ("to", "not", *AUXILIARIES):
        return True
    verb = k - 2 - (sentence.lower[max(0, k - 2)] == "not")
    if k > 2 and sentence.lower[verb] in _WITH_INFINITIVE:  # "did not provide details"
        return False
    if before == "," and after in ("to", "that", *_ARTICLES) and past_parenthesis(sentence, k - 1):
        return True  # "S, the mayor, plans to"
    if k == 0 or not is_noun(sentence, k - 1) or "-" in before or before.endswith(("al", "ous", "ive", "ful", "ic")):
        return False
    joined = k > 1 and sentence.lower[k - 2] == "and"
    named = k > 1 and is_name_word(sentence.words[k - 1])
    singular = not joined and (named or not before.endswith("s") or before.endswith("ss"))
    if form == "base" and singular and before not in COLLECTIVE:
        return False
    return (
        after in DETERMINERS
        or after in (",", ":", "that", QUOTED, "to", "for", "on")
        or after in PERSON_PRONOUNS
        or (k + 1 < len(sentence) and is_name_word(sentence.words[k + 1]) and is_name_word(sentence.words[k - 1]))
    )
