"""What is told without quotation marks: where it begins and ends, and which words tell of nothing said."""

import pytest
from indirect_quotes import told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("While Jane Doe said the dam was weak, Velland has not closed it.", "the dam was weak"),
        ("Although Jane Doe has admitted using the old boats, she does not defend it.", "using the old boats"),
        ("After Jane Doe insisted in May that the dam would hold, the council closed it.", "that the dam would hold"),
        (
            "But even though Jane Doe warned that rain, wind and snow would come, they sailed.",
            "that rain, wind and snow would come",
        ),
    ],
)
def test_what_leads_up_to_a_clause_ends_before_it(text, words):
    assert told(text) == [("Jane Doe", words)]


def test_a_subordinate_clause_at_the_end_ends_nothing():
    text = "The council left after Jane Doe said the dam was weak, the mayor had lied and the road was shut."
    assert told(text) == [("Jane Doe", "the dam was weak, the mayor had lied and the road was shut")]


@pytest.mark.parametrize(
    ("opening", "words"),
    [
        ("Claiming the vote was unfair", "the vote was unfair"),
        ("Citing a lack of boats", "a lack of boats"),
    ],
)
def test_a_participle_that_opens_a_sentence_tells_what_its_subject_says(opening, words):
    assert told(f"{opening}, Jane Doe left the hall.") == [("Jane Doe", words)]


@pytest.mark.parametrize("opening", ["Considering the lack of boats", "Celebrating her ninth birthday in Lest"])
def test_other_participles_tell_of_nothing_said(opening):
    assert told(f"{opening}, Jane Doe left the hall.") == []


@pytest.mark.parametrize("name", ["Theresa May", "Ada Will"])
def test_a_surname_is_no_modal(name):
    assert told(f"{name} said that the bridge is open.") == [(name, "that the bridge is open")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("As Jane Doe noted, the dam is free to open even if it leaks.", "the dam is free to open even if it leaks"),
        ("As Jane Doe said in May, the dam will open in June.", "the dam will open in June"),
        ("Lest, as Jane Doe pointed out, does not flood in June.", "Lest … does not flood in June"),
        ("The dam does not leak any more, as Jane Doe has said.", "The dam does not leak any more"),
        ("Weak prices were offset by cheap oil, Jane Doe pointed out.", "Weak prices were offset by cheap oil"),
        ("The port will stay open all year, Jane Doe reiterated.", "The port will stay open all year"),
        ("The truth, Jane Doe said then, was that Orrin had lied.", "The truth … was that Orrin had lied"),
        ("The trouble, Jane Doe told me on Friday, is that he lied.", "The trouble … is that he lied"),
        (
            "Though the vote was easy, Jane Doe said, replacing Orrin would be hard.",
            "Though the vote was easy … replacing Orrin would be hard",
        ),
    ],
)
def test_what_is_told_may_stand_around_who_tells_it(text, words):
    assert told(text) == [("Jane Doe", words)]


@pytest.mark.parametrize(
    "text",
    [
        "As Norrin continues to build at a frantic pace, the ferry sails twice a day.",
        "In the first session of the council, five ideas were put forward and emphasized.",
        "But in a letter on Friday, Jane Doe said: “The dam is weak.”",
    ],
)
def test_what_only_leads_up_is_not_told(text):
    assert told(text) == []


def test_another_that_is_what_somebody_argues_after_as():
    text = "He does not believe, as some argue in Lest, that a port can move."
    assert told(text) == [(None, "that a port can move")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She defended the plan, which Jane Doe said had been made in haste.", "had been made in haste"),
        ("The plan, which Jane Doe said was far too cheap, has failed.", "was far too cheap"),
        ("The council met after what Jane Doe said was a day of repairs.", "was a day of repairs"),
    ],
)
def test_what_a_relative_clause_tells_of_its_noun(text, words):
    assert ("Jane Doe", words) in told(text)


def test_what_she_said_as_a_thing_tells_nothing():
    assert told("But what Jane Doe said was wrong in every way.") == []


def test_an_object_in_a_relative_clause_ends_before_the_main_verb():
    text = "Women who oppose the old harbour plan have left the hall."
    assert told(text) == [("Women", "the old harbour plan")]


def test_who_is_cited_as_telling_something_tells_it():
    text = "The Wire cited the harbour police as telling them on Monday that four boats are from Norrin."
    assert told(text) == [("Wire", "the harbour police"), ("harbour police", "that four boats are from Norrin")]


def test_a_relative_clause_that_tells_more_ends_what_is_told_before_it():
    text = "Jane Doe said the boats do not show any damage, which she said was mended in May."
    assert [words for _, words in told(text)] == ["the boats do not show any damage", "was mended in May"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Doe described the talks as useful.", "the talks as useful"),
        ("Jane Doe sees the port as a chance for Lest.", "the port as a chance for Lest"),
        ("Jane Doe attacked her rival as a fraud during the debate.", "her rival as a fraud"),
        ("Jane Doe likened the port to a prison.", "the port to a prison"),
        ("The town awaits what Jane Doe described as a slow and costly repair.", "a slow and costly repair"),
    ],
)
def test_what_somebody_calls_another_goes_on_after_as(text, words):
    assert told(text) == [("Jane Doe", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe saw the boat in the old harbour.",
        "Jane Doe saw the boat as she left the harbour.",
        "Norrin has seen a rise in the number of boats.",
        "Jane Doe found the old boat in the harbour.",
        "Jane Doe wears Western brands such as Velmo and Norda.",
        "They confirmed him as the mayor of Lest.",
        "Norrin is noted for its large old parks.",
    ],
)
def test_what_somebody_sees_or_finds_is_not_told(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Doe condemned the attack on Lest in a statement on Thursday.", "the attack on Lest"),
        ("Jane Doe praised the new harbour plan last week.", "the new harbour plan"),
        ("Jane Doe welcomed the decision of the council earlier this month.", "the decision of the council"),
        ("Jane Doe promoted a list of new cures and signed the book.", "a list of new cures"),
        (
            "Jane Doe dismissed the new inquiry as unfair and the mayor said nothing.",
            "dismissed the new inquiry as unfair",
        ),
        ("Jane Doe endorsed the new bills, including the harbour bill.", "the new bills, including the harbour bill"),
        ("Jane Doe praised Thursday’s marches for being calm.", "Thursday’s marches for being calm"),
        (
            "Jane Doe echoed the words of Orrin last week that boats are weak.",
            "the words of Orrin last week that boats are weak",
        ),
    ],
)
def test_where_an_object_ends(text, words):
    assert told(text) == [("Jane Doe", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Doe rejected that old argument.", "rejected that old argument"),
        ("Jane Doe called the old plan a “disgrace” on Monday.", "the old plan"),
        ("Jane Doe agreed to lend Orrin a boat, and the council also paid for the sails.", "to lend Orrin a boat"),
        ("Jane Doe said prices would rise, as costs have doubled.", "prices would rise, as costs have doubled"),
        ("Jane Doe said the boats were old, and when asked why, the mayor laughed.", "the boats were old"),
        ("Jane Doe said the boats were old, and when", "the boats were old, and when"),
    ],
)
def test_where_something_told_ends(text, words):
    assert told(text) == [("Jane Doe", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Doe’s determination to act alone inflamed her rivals.", "to act alone"),
        ("Jane Doe’s plan for the old port is vague.", "the old port"),
        ("Jane Doe’s comments Tuesday on the death of Orrin came late.", "the death of Orrin"),
        ("Jane Doe’s message was that the dam would hold.", "that the dam would hold"),
    ],
)
def test_a_noun_tells_what_stands_before_its_verb(text, words):
    assert told(text) == [("Jane Doe", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe’s response to Orrin came in her own letters.",
        "Jane Doe’s statements to the police do not mean much.",
        "Jane Doe’s remarks on Saturday carried a more personal tone.",
    ],
)
def test_to_whom_and_when_something_is_said_is_not_told(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Doe asked the court to close the old port.", "to close the old port"),
        ("Jane Doe ordered the company to mend the dam.", "to mend the dam"),
        ("Jane Doe asked Orrin about her old boat.", "her old boat"),
        ("Jane Doe told the court about the old boats.", "the old boats"),
        ("Jane Doe told the Tarn Wire radio forum he would sail.", "he would sail"),
        ("Jane Doe insisted on full repair of the dam.", "full repair of the dam"),
        ("Jane Doe spoke warmly of the old port.", "the old port"),
        ("Jane Doe ruled Friday against the old harbour law.", "the old harbour law"),
        ("The court of Lest ruled that the dam must close.", "that the dam must close"),
        ("Jane Doe, the mayor of Lest, plans to open the port.", "to open the port"),
    ],
)
def test_what_somebody_asks_for_orders_or_rules(text, words):
    assert [said for _, said in told(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe spoke when asked about the old boats of Lest.",
        "Jane Doe has not elaborated on the new plan for the port.",
        "The court ordered a ban to stop the work.",
        "Jane Doe ruled the old town for ten years.",
    ],
)
def test_what_nobody_asks_for_orders_or_rules(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("A poll released on Friday shows that Orrin leads.", "poll", "that Orrin leads"),
        ("Data from the 2014 survey show that women earn less.", None, "that women earn less"),
        ("A 2014 study found no link between the two dams.", "2014 study", "no link between the two dams"),
        ("Large parts of Lest are poor, other studies have shown.", "studies", "Large parts of Lest are poor"),
    ],
)
def test_what_a_study_shows_or_finds(text, speaker, words):
    ((who, said),) = told(text)
    assert said == words
    assert speaker is None or who == speaker


@pytest.mark.parametrize(
    ("feeling", "words"),
    [
        ("is confident that the dam will hold", "that the dam will hold"),
        ("was very sure she would win the vote", "she would win the vote"),
        ("is afraid that the dam will break", "that the dam will break"),
        ("is not sure that the dam will hold", "not sure that the dam will hold"),
        ("has made it clear that the dam will close", "that the dam will close"),
        ("made clear she would not sail", "she would not sail"),
    ],
)
def test_how_somebody_feels_tells_what_they_think(feeling, words):
    assert told(f"Jane Doe {feeling}.") == [("Jane Doe", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe is confident in the dam of Lest.",
        "It is certain that the dam will break.",
        "It is clear that the dam will break.",
        "The court of Lest is to make clear that the dam is shut.",
        "A confident Jane Doe left the dam.",
        "Jane Doe made sure that the dam was shut.",
    ],
)
def test_what_somebody_is_or_makes_sure_of_is_not_told(text):
    assert told(text) == []
