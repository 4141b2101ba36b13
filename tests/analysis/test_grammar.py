"""Who acts in a sentence, and what the verb is."""

import pytest

from store.analysis.action_verbs import verb_after
from store.analysis.grammar import Words, owner_of, subject_of

SUBJECTS = [
    ("The finance ministry will raise the levy.", "will", "The finance ministry", "actor"),
    ("The president of Velland will visit Orlane.", "will", "The president of Velland", "actor"),
    ("Mira Solt, the opposition leader, will step down.", "will", "Mira Solt", "name"),
    ("The company said it will build a pier.", "will", "it", "it"),
    ("He met the envoys and will sign the treaty.", "will", "He", "third"),
    ("In the coming weeks the council will vote.", "will", "the council", "actor"),
    ("I think we will leave.", "will", "we", "first"),
    ("Prices will rise.", "will", "Prices", "thing"),
    ("There will be rain.", "will", "There", "nobody"),
    ("Engineers who pledged to stay have left.", "pledged", "Engineers", "actor"),
    ("The council met on Monday and pledged to act.", "pledged", "The council", "actor"),
    ("The rest of the troops will leave.", "will", "The rest of the troops", "actor"),
    ("About 60,000 workers will strike.", "will", "About 60,000 workers", "actor"),
    ("A dispute involving the company will drag on.", "will", "A dispute involving the company", "noun"),
    ("The Velland Fund just this month announced a sale.", "announced", "The Velland Fund", "actor"),
    ("Norrin stands ready to help.", "ready", "Norrin", "name"),
]

VERBS = [
    ("The towns will be supplied by May.", "will", "supply", "passive"),
    ("The loan will be repaid by May.", "will", "repay", "passive"),
    ("The report will be written by May.", "will", "write", "passive"),
    ("They will build a pier.", "will", "build", "action"),
    ("They will soon be building a pier.", "will", "build", "action"),
    ("It will be rebuilt by May.", "will", "rebuild", "passive"),
    ("They will not reply.", "will", "reply", "action"),
    ("They will no longer buy piers.", "will", "buy", "action"),
    ("They will suffer.", "will", "suffer", "uncontrolled"),
    ("They will be glad.", "will", "be", "be"),
    ("They will glimmer.", "will", "glimmer", "other"),
    ("It will be back in service by May.", "will", "restore", "passive"),
    ("He will be back in Lest by May.", "will", "be", "be"),
    ("They will continue to build piers.", "will", "build", "action"),
    ("They will this morning check the lamps.", "will", "check", "action"),
    ("It will take several days.", "will", "take", "uncontrolled"),
    ("They will take the train.", "will", "take", "action"),
    ("They will be required to register.", "will", "require", "passive"),
]


@pytest.mark.parametrize(("sentence", "verb", "subject", "kind"), SUBJECTS)
def test_subject_stands_before_its_verb(sentence: str, verb: str, subject: str, kind: str) -> None:
    words = Words(sentence)
    found = subject_of(words, words.lower.index(verb))
    assert (words.text(found.start, found.end), found.kind) == (subject, kind)


@pytest.mark.parametrize(("sentence", "auxiliary", "lemma", "kind"), VERBS)
def test_verb_follows_its_auxiliary(sentence: str, auxiliary: str, lemma: str, kind: str) -> None:
    words = Words(sentence)
    found = verb_after(words, words.lower.index(auxiliary) + 1)
    assert (found.lemma, found.kind) == (lemma, kind)


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Sutheria’s pledge to leave", "Sutheria"),
        ("its pledge to leave", "its"),
        ("Brenn made a pledge to leave", "Brenn"),
    ],
)
def test_promise_has_an_owner(sentence: str, owner: str) -> None:
    words = Words(sentence)
    found = owner_of(words, words.lower.index("pledge"))
    assert words.text(found.start, found.end) == owner
