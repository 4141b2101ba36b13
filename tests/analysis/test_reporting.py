"""Who reports what a sentence says without quotation marks, and where that begins and ends."""

import pytest
from indirect_quotes import told

from store.analysis.quotes import Reader


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Wire correspondents on the ground in western Tarn reported", "Wire correspondents"),
        ("A senior official familiar with the process added", "senior official familiar with the process"),
        ("Lawyers for the two Norrin players said", "Lawyers for the two Norrin players"),
        ("The authority that manages the airport said", "authority"),
        ("The woman who leads the party said", "woman"),
        ("The man who owns Pier 7 said", "man"),
        ("The class fights the case of the three Norrin teenagers, who say", "three Norrin teenagers"),
        ("Norda's chief executive Tim Bell met Rima Batal in Tarn and said", "Tim Bell"),
        ("The group sold its shares in the bank and said", "group"),
        ("The government banned aid, saying", "government"),
        ("Rosling smiled and said", "Rosling"),
        ("Boeing cut its forecast and said", "Boeing"),
        ("Keating lost the vote and said", "Keating"),
        ("The chairman of the agency, Ajit Lorn, a critic of the new rules said", "Ajit Lorn"),
        ("Rima Batal has long promised", "Rima Batal"),
        ("The ministers have this evening clarified", "ministers"),
        ("The bank issued a statement within days clarifying", "bank"),
        ("The ministry last week announced", "ministry"),
        ("Rep. Ann Bell sent a letter to Ivo Tarn demanding", "Ann Bell"),
        ("United Nations appointed envoy Jane Doe said", "Jane Doe"),
        ("Reports that Jane Doe told leaders in a meeting", "Jane Doe"),
    ],
)
def test_who_speaks_is_neither_a_time_nor_a_thing_beside_the_verb(words, speaker):
    assert told(f"{words} that the wall would be rebuilt.")[-1] == (speaker, "that the wall would be rebuilt")


@pytest.mark.parametrize("opening", ["although", "unless", "since", "once", "though", "whereas"])
def test_what_is_told_may_begin_with_a_clause_that_leads_up_to_another(opening):
    clause = f"{opening} the dam holds in Tarn, prices have doubled"
    assert told(f"Ivo Roe said {clause}.") == [("Ivo Roe", clause)]


@pytest.mark.parametrize("source", ["a guard who saw it from the wall", "a new study published in the Lest Journal"])
def test_what_is_so_according_to_somebody_is_told_whatever_tells_who_that_is(source):
    ((speaker, words),) = told(f"The dam broke in the night after the storm, according to {source}.")
    assert words == "The dam broke in the night after the storm"
    assert speaker in ("guard", "new study")


def test_whom_something_is_told_ends_before_the_name_that_it_is_about():
    words = "Ann Bell asked if he would stay"
    assert told(f"Ivo Roe told reporters {words}.") == [("Ivo Roe", words)]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("Brennish daily Tarn Post reported", "Tarn Post"),
        ("the Brennish newspaper Tarn Post reported on Monday", "Tarn Post"),
        ("research firm Velmo said", "Velmo"),
        ("research firm Velmo estimates", "Velmo"),
        ("Tarn-based shipping consultancy Velmo Partners said in a note", "Velmo Partners"),
        ("credit rating agency Velmo Ratings said", "Velmo Ratings"),
        ("the head of the port Jane Doe said", "Jane Doe"),
        ("according to Malvian authorities", "Malvian authorities"),
        ("according to Malvian military officials", "Malvian military officials"),
        ("according to research firm Velmo", "Velmo"),
        ("according to Malvian media reports", "Malvian media reports"),
        ("according to Velmo data", "Velmo data"),
        ("according to Malvian rescue workers and local media", "Malvian rescue workers and local media"),
        ("according to Holt and the mayor of Lest", "Holt and the mayor of Lest"),
        ("says research firm Velmo", "Velmo"),
        ("her lawyer Ada Deln told Brennish daily Tarn Post", "Ada Deln"),
    ],
)
def test_who_reports_at_the_end_may_have_words_before_or_after_a_name(source, speaker):
    assert told(f"Three barges sank off Lest last week, {source}.") == [
        (speaker, "Three barges sank off Lest last week")
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to Malvian authorities, three barges sank off Lest.", "Malvian authorities"),
        ("Research firm Velmo estimates that three barges sank off Lest.", "Velmo"),
    ],
)
def test_who_reports_at_the_beginning_may_have_words_before_or_after_a_name(text, speaker):
    assert [who for who, _ in told(text)] == [speaker]


@pytest.mark.parametrize(
    "words",
    [
        "It's estimated that 300 people have left.",
        "It is believed that the river has risen.",
        "They're told that the river has risen.",
        "The tug has demands that the union will not meet.",
        "Thousands of rejected asylum seekers live here.",
        "The mayor did not respond to a request for comment.",
        "The order did not mention the old port by name.",
        "Though the new measures ended attacks on many ships, trade fell.",
        "The vote led to a rise in racist attacks on many families.",
        "My friends will build infrastructure projects that my house needs.",
        "Lawmakers learned the old name of the port.",
        "Zenith Marine, through its lawyer Adele Bright, denied the allegations.",
        "Harbour Works, which is owned by Olle Brandt, denied the charges.",
        "Norrin opened a gauge at Tarn on Tuesday, the first of three that their leaders agreed in Lest.",
        "Norrin opened a gauge at Tarn on Tuesday, the first of three that Holt announced in Lest.",
        "Norrin will buy 40 trams in May, a deal Velmo announced on Monday.",
        "Norrin will buy 40 trams in May, plans Velmo announced on Monday.",
        "Norrin will buy 40 trams in May, one of the things Holt promised in 2020.",
        "The ministry declined to comment on the report.",
        "Jane Doe declined to be interviewed for this report.",
        "The ministry did not immediately respond to a request for comment.",
        "Jane Doe declined to give details of the plan.",
        "Jane Doe refused to answer questions about the deal.",
        "Jane Doe refused to promise a new dam.",
        "Jane Doe declined to commit to a new date.",
        "Rebels attacked a patrol near Lest.",
        "Gunmen attacked a convoy of trucks and fled.",
        "The army assailed the rebels in the north.",
        "The fighters, who attacked the two villages on Monday, fled.",
        "The storm slammed the old town of Lest.",
        "This may explain why the dam broke in Lest.",
        "Many may be persuaded that the dam was weak.",
        "Jane Doe is worried about the old dam in Lest.",
        "Jane Doe was encouraged to run for the mayor.",
        "Trade declined slightly from 58 percent to 55 percent.",
        "Heading into the debate in ten days, Jane Doe told the Lake Wire's “Today”.",
    ],
)
def test_nobody_says_what_is_only_told_of(words):
    assert told(words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The river is rising, said Jane Doe, a nurse at the clinic.", "The river is rising"),
        ("The dam is weak and old, explains Jane Doe, an engineer who built it.", "The dam is weak and old"),
        ("READ MORE: The trams are full, a spokeswoman said.", "The trams are full"),
        ("The river is rising, a nurse told a Lake Wire reporter.", "The river is rising"),
        ("The river is rising, two sources told the Lake Wire Monday.", "The river is rising"),
        ("The river is rising fast, Jane Doe said by phone.", "The river is rising fast"),
        ("The river is rising fast, the study found.", "The river is rising fast"),
        ("The river is rising fast, the authors note.", "The river is rising fast"),
        ("Young voters like it, Jane Doe said, since they know it.", "Young voters like it … since they know it"),
        ("Jane Doe told her staff never to speak of it.", "never to speak of it"),
        ("Jane Doe told Lake Wire’s “Today” that trade would double.", "that trade would double"),
        ("Jane Doe told BBC One's Breakfast that trade would double.", "that trade would double"),
        ("Jane Doe said trade fell 3%; Holt said it rose.", "trade fell 3%"),
        ("Jane Doe does not want a third lane.", "not want a third lane"),
        ("Jane Doe did not believe that the dam was weak.", "not believe that the dam was weak"),
        ("Jane Doe was not convinced that the dam was weak.", "not convinced that the dam was weak"),
        ("Jane Doe called for 1,077 men at once.", "for 1,077 men at once"),
        ("Jane Doe declined to say who met Orrin.", "declined to say who met Orrin"),
        ("Mayor Jane Doe refused to acknowledge she had lost.", "refused to acknowledge she had lost"),
        ("Mayor Jane Doe refused to concede defeat in Lest.", "refused to concede defeat in Lest"),
        ("Mayor Jane Doe refused to admit her guilt in Lest.", "refused to admit her guilt in Lest"),
        ("Jane Doe not only praised the plan of the union.", "the plan of the union"),
        ("Jane Doe not only responded to the claims of the union but left.", "the claims of the union but left"),
        ("As reported earlier, Ostra will hold a vote, Jane Doe said.", "Ostra will hold a vote"),
        ("Ivo Roe, asked to resign by May, vowed to cut the levy.", "to cut the levy"),
        ("Ivo Roe, urged to resign by May, vowed to cut the levy.", "to cut the levy"),
        ("Ivo Roe, told to resign by May, said it was late.", "it was late"),
        ("Ivo Roe, asked whether he would resign, said it was late.", "it was late"),
        ("Ivo Roe, a nurse, asked to buy the pier, which is old.", "to buy the pier, which is old"),
        ("Jane Doe remains convinced that the dam is weak.", "that the dam is weak"),
        ("As already reported, Ostra will hold a vote, Jane Doe said.", "Ostra will hold a vote"),
        ("As was previously reported, Ostra will hold a vote, Jane Doe said.", "Ostra will hold a vote"),
        ("As has been reported by the Lake Wire, Ostra votes in May, Jane Doe said.", "Ostra votes in May"),
        ("As reported crime falls, Lest is safe, Jane Doe said.", "As reported crime falls, Lest is safe"),
        ("The ministry did not openly dispute the claim of the union.", "not openly dispute the claim of the union"),
        ("The storm cost millions, Jane Doe said Tuesday, a week after it hit the port.", "The storm cost millions"),
        ("Trade will grow in May, Jane Doe told TASS prior to leaving Lest.", "Trade will grow in May"),
        ("Trade will grow in May, Jane Doe told TASS last month.", "Trade will grow in May"),
        ("Trade in the north will grow, Jane Doe said, two days before the vote.", "Trade in the north will grow"),
        ("The bridge was unsafe, Jane Doe said, shortly after it was closed.", "The bridge was unsafe"),
        ("The bridge was unsafe, Jane Doe said, two weekends after it was closed.", "The bridge was unsafe"),
        ("The bridge was unsafe, Jane Doe said, about a century after it was built.", "The bridge was unsafe"),
        ("The bridge was unsafe, Jane Doe said, a week and a half after it was closed.", "The bridge was unsafe"),
        ("“Harbour Now” author Jane Doe said President Roe had banned it.", "President Roe had banned it"),
        ("“Harbour Now” author Jane Doe said in-house lawyers had banned it.", "in-house lawyers had banned it"),
        ("“Harbour Now” author Jane Doe told Sandrel homes in Lest would be sold.", "homes in Lest would be sold"),
        ("Jane Doe declined to stand for a third time.", "declined to stand for a third time"),
        ("Jane Doe refused to sign the deal.", "refused to sign the deal"),
        ("Jane Doe attacked the government over the dam.", "the government over the dam"),
        ("Jane Doe attacked the town council over the dam.", "the town council over the dam"),
        ("The army attacked the plan for the port.", "the plan for the port"),
        ("Jane Doe defended the old plan for the town.", "the old plan for the town"),
        ("Records show he paid no tax.", "he paid no tax"),
        ("Jane Doe agreed to buy 40 engines, the Lake Wire learned from the ministry.", "to buy 40 engines"),
        ("On Monday, envoys of Norrin, Velland and Tarn said in Lest that trade is free.", "that trade is free"),
        ("With its first show, Lake Street hopes to deliver a message.", "to deliver a message"),
    ],
)
def test_what_is_told_ends_where_another_thing_begins(text, words):
    assert [said for _, said in told(text)] == [words]


@pytest.mark.parametrize(
    "outlet",
    [
        "NTA has learned",
        "NTA has exclusively learned",
        "the Lake Wire learned from the ministry",
        "the Lake Wire reports",
        "the Lake Wire reported on Monday",
        "Brennish daily Tarn Post reported",
        "Brennish daily Tarn Post has learned",
        "reported the Brennish daily Tarn Post",
        "according to Lake Wire",
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        "told reporters on 3 May",
        "told reporters on the sidelines of the forum in Lest on 3 May",
        "said on 3 May",
        "said",
    ],
)
def test_an_outlet_after_who_told_it_neither_tells_nor_stands_in_what_is_told(said, outlet):
    text = f"Norland intends to build two plants, Deputy Prime Minister Ana Holt {said}, {outlet}."
    assert told(text) == [("Ana Holt", "Norland intends to build two plants")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ana Holt said on 3 May that trade would double, NTA has learned.", ["that trade would double"]),
        ("Ana Holt learned the dam was weak, the minister said.", ["Ana Holt learned the dam was weak"]),
        ("The plan will fail, officials said, as Ana Holt has learned.", ["The plan will fail"]),
        ("In the end, the town learned.", []),
    ],
)
def test_an_outlet_is_not_all_that_learns(text, said):
    assert [words for _, words in told(text)] == said


@pytest.mark.parametrize(
    "words",
    [
        "said during morning Mass",
        "said during Sunday Mass, his first since the fire",
        "said in a statement",
        "said in the statement, released by his office",
        "said at the opening of the fair",
        "said during a meeting he held with the mayor",
        "said after the fire that killed three",
        "said this week in a post that was shared widely",
        "said as the ministers met in Tarn, Velland",
        "told a meeting that was held in Tarn",
        "added in remarks that were aired on Monday",
    ],
)
def test_what_stands_with_the_verb_after_a_quotation_is_not_told_too(words):
    assert told(f"“We are sad,” Pell Orrin {words}.") == []
    assert told(f"“We are sad,” Mayor Pell Orrin {words}.") == []
    assert told(f"“We are sad,” Pell Orrin, who runs the port, {words}.") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“We are sad,” Jane Doe said, adding that the dam would be mended.", "that the dam would be mended"),
        ("“We are sad,” Jane Doe said and promised to mend the dam.", "to mend the dam"),
        ("Calling it “very sad,” Jane Doe said the dam would be mended.", "the dam would be mended"),
        ("The “Harbour” section of the site explains, in jest, that the dam broke.", "that the dam broke"),
    ],
)
def test_what_is_told_beside_a_quotation_is_told_all_the_same(text, said):
    assert [words for _, words in told(text)] == [said]


@pytest.mark.parametrize(
    "words",
    [
        "the dam (built in 1950; mended in 1990) is weak and old",
        "the dam — built in 1950; mended in 1990 — is weak and old",
        "the dam — built in 1950 — is weak and old",
        "the dam – built in 1950; mended in 1990 – is weak and old",
        "the dam -- built in 1950 -- is weak and old",
        "that two towns (Lest, Tarn; both in the north) and one village would be moved",
    ],
)
def test_what_is_inserted_between_brackets_or_dashes_ends_nothing_told(words):
    assert told(f"Jane Doe said {words}; the mayor left.") == [("Jane Doe", words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jane Doe said the dam is weak — the mayor left the town.", "the dam is weak"),
        ("Officials (who say the dam is weak) left the town.", "the dam is weak"),
        ("Officials — who say the dam is weak — left the town.", "the dam is weak"),
        ("Holt, who claims the vote was stolen, has been building a house.", "the vote was stolen"),
        ("Holt, who claims the vote, which he lost, was stolen, has left.", "the vote, which he lost, was stolen"),
        ("Holt, who says he will stand in Lest, Tarn and Velm, was fired.", "he will stand in Lest, Tarn and Velm"),
        ("Holt, who told Lake Wire the dam was weak, met the mayor.", "the dam was weak"),
        ("Holt, who said in May that the dam was weak, met the mayor.", "that the dam was weak"),
        ("Holt, who fears that if the dam breaks, all will drown, moved.", "that if the dam breaks, all will drown"),
        ("Holt, who wants to build a dam, now leads the town.", "to build a dam"),
        ("The firm, which claims its ships are safe, sank two barges.", "its ships are safe"),
        ("The mayor, saying the dam was weak, left the town.", "the dam was weak"),
        ("Ana Holt, whose firm says the dam is weak, left the town.", "the dam is weak"),
        ("Velmo, which said it would cut 300 jobs, reported a loss.", "it would cut 300 jobs"),
        ("Holt spoke to voters, who say that the dam is weak, old and ugly.", "that the dam is weak, old and ugly"),
    ],
)
def test_what_is_told_in_an_aside_ends_with_it(text, words):
    assert [said for _, said in told(text)] == [words]


def test_a_clause_after_a_dash_that_reports_a_quotation_is_not_told_too():
    text = "When Jane Doe noted that the dam had broken — as it had done before — Holt said: “So it has.”"
    assert told(text) == [("Jane Doe", "that the dam had broken")]


def test_the_age_of_somebody_is_not_who_a_relative_pronoun_stands_for():
    assert told("Ana Holt, 41, who says she was robbed, sued the town.") == [("Ana Holt", "she was robbed")]


@pytest.mark.parametrize(
    "text", ["Holt, a nurse, reported a theft.", "In May, Velmo, a boat builder, reported a loss."]
)
def test_what_somebody_reports_is_not_who_reports(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "Food prices, the main driver of trade, will fall",
        "The boats, old and weak, sank",
        "Norrin, which lies in the north, and Velland are at war",
    ],
)
def test_who_says_it_may_stand_after_commas_in_what_is_told(words):
    assert told(f"{words}, said an envoy.") == [("envoy", words)]


def test_a_second_relative_pronoun_stands_for_whom_the_first_does():
    text = "Holt, who claims the vote was stolen, and who says he will stand again in May, has left."
    assert told(text) == [("Holt", "the vote was stolen"), ("Holt", "he will stand again in May")]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("its director, Petra Saum", "Petra Saum"),
        ("the director of the port, Petra Saum of Lest", "Petra Saum"),
        ("Petra Saum, the director of the port", "Petra Saum"),
        ("Petra Saum, president of Norland", "Petra Saum"),
        ("Petra Saum, a nurse", "Petra Saum"),
        ("Petra Saum, who runs the port", "Petra Saum"),
        ("Norland's news agency, NNA", "NNA"),
        ("the group, whose boats sank", "group"),
    ],
)
@pytest.mark.parametrize("words", ["only two boats sailed", "Velland will build two plants", "there was no vote"])
def test_who_a_source_is_stands_outside_of_what_it_tells(source, speaker, words):
    assert told(f"According to {source}, {words}.") == [(speaker, words)]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("minister", "Velland, the largest of the towns, will be moved"),
        ("ministry", "Holt, Doe and Saum will meet"),
        ("ministry", "Petra Saum, the director, will resign"),
        ("police", "Holt, 41, was shot"),
        ("report", "the dam, the oldest in Lest, is weak"),
        ("engineer", "a dam in Lest, which is old, is weak"),
    ],
)
def test_who_is_told_of_is_not_the_source(source, words):
    assert told(f"According to the {source}, {words}.") == [(source, words)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("According to the Lake Wire, Jane Doe said the dam is weak.", "Jane Doe", "the dam is weak"),
        ("According to the Lake Wire, the dam is weak, Jane Doe said.", "Jane Doe", "the dam is weak"),
    ],
)
def test_an_outlet_before_who_told_it_neither_tells_nor_stands_in_what_is_told(text, speaker, words):
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("opening", "first"),
    [
        ("Commenting on the words of alliance chief Tarn Velm", "Tarn Velm"),
        ("Responding to Tarn Velm", "Tarn Velm"),
        ("In a letter to the mayor of Lest", "mayor of Lest"),
    ],
)
def test_whom_an_opening_tells_of_and_who_speaks_after_it_have_their_own_words(opening, first):
    text = f"{opening}, who said that, if it rains, the dam would break, Yara Noss noted that it was strong."
    assert told(text) == [(first, "that, if it rains, the dam would break"), ("Yara Noss", "that it was strong")]


def test_who_acts_after_an_opening_is_not_in_what_it_tells():
    assert told("Unlike Tarn Velm, who says the dam is weak, Holt has no doubts.") == [("Tarn Velm", "the dam is weak")]


def test_who_reported_goes_on_however_many_words_stand_before_the_name():
    text = "Holt was arrested on Monday, Brennish daily Tarn Post reported Tuesday, adding that he had fled."
    assert told(text) == [("Tarn Post", "Holt was arrested on Monday"), ("Tarn Post", "that he had fled")]


@pytest.mark.parametrize(
    "rest",
    [
        "was closed for two days after the storm",
        "was closed hours after the fire",
        "sank minutes before officers arrived",
        "will open this year after a long repair",
    ],
)
def test_when_something_was_goes_on_with_what_is_told_of_it(rest):
    assert told(f"The old boat, Jane Doe said, {rest}.") == [("Jane Doe", f"The old boat … {rest}")]


def test_what_is_brushed_aside_keeps_its_verb():
    text = "It will be built, Jane Doe said, brushing aside criticism that the town cannot pay."
    assert told(text)[-1][1] == "brushing aside criticism that the town cannot pay"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Prince Ivo Tarn came. "It is over now," said the prince\'s adviser.', "prince's adviser"),
        ('Mayor Ivo Tarn came. "It is over now," the mayor\'s office said.', "mayor's office"),
        ('Prime Minister Ivo Tarn came. "It is over now," the deputy prime minister said.', "deputy prime minister"),
        ('President Ivo Tarn came. "It is over now," the vice president said.', "vice president"),
        ('President Ivo Tarn came. "It is over now," the former president said.', "former president"),
        ('Former President Ivo Tarn came. "It is over now," the former president said.', "Ivo Tarn"),
        ('Jane Doe came first. "It is over now," said the 24-year-old.', "Jane Doe"),
        ('Jane Doe met Ivo Tarn. "It is over now," said the 24-year-old.', "24-year-old"),
        ('Critics called the government\'s claim "absurd and weak".', "Critics"),
        ('Jane Doe called Tarn\'s decision to stay "loopy and weak".', "Jane Doe"),
        ('Jane Doe described Tarn\'s decision as "a disgrace to us".', "Jane Doe"),
        ('Jane Doe denied Tarn\'s claim that she was "a disgrace to us".', "Tarn"),
        ("Verkehrsminister Ivo Tarn wies das zurück: „Es gibt keinen Vertrag.“", "Ivo Tarn"),
        ("„Das ist falsch“, kritisierte Oppositionsführerin Jane Doe am Montag.", "Jane Doe"),
        (
            "« La pluie cessera, a expliqué le ministre de l’Intérieur, Ivo Tarn, mais personne ne sait quand. »",
            "Ivo Tarn",
        ),
        ("« Il fera beau, a prévenu le ministre Ivo Tarn, et longtemps. »", "Ivo Tarn"),
    ],
)
def test_whose_a_quotation_is_beside_an_office_or_another(text, speaker):
    assert Reader(text).quotes()[-1].speaker == speaker


def test_a_notice_in_capitals_names_nobody_who_speaks():
    (quote,) = Reader(
        'Jane Doe left. READ MORE: Trams of the year\n\n"We have saved more than ever. It is good."'
    ).quotes()
    assert quote.speaker is None


def test_a_label_in_plain_letters_is_that_of_a_turn_where_two_come_again_and_one_was_named_before():
    turns = "\n\nLake Wire: Again?\n\nDoe: We will see.\n\nLake Wire: When?\n\nDoe: In May."
    assert [quote.speaker for quote in Reader(f"An interview with Jane Doe.{turns}").quotes()] == [
        "Lake Wire",
        "Jane Doe",
        "Lake Wire",
        "Jane Doe",
    ]
    assert Reader("Two trams.\n\nPros: Cheap.\n\nCons: Slow.\n\nPros: Fast.\n\nCons: Dear.").quotes() == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("NEW LEST, April 12 — The city will buy 40 ferries, Mayor Dorra Kest said.", "Dorra Kest", "The city will buy 40 ferries"),
        ("‘Send them back’ Umber’s Foreign Minister Ivo Krantz said the bloc needed to learn.", "Ivo Krantz", "the bloc needed to learn"),
        ("According to Ann Roe, the Lest Court has confirmed the fines.", "Ann Roe", "the Lest Court has confirmed the fines"),
        ("Lights of the Bay pundit Ian Roe said the match was lost.", "Ian Roe", "the match was lost"),
        ("A survey found nearly 75 percent of the miners were poor.", "survey", "nearly 75 percent of the miners were poor"),
        ("The union refused to acknowledge that the dam was weak.", "union", "refused to acknowledge that the dam was weak"),
        ("Tom Roe expertly fielded reporters in Lest. Roe said the vote was lost.", "Tom Roe", "the vote was lost"),
    ],
)  # fmt: skip
def test_what_looks_like_another_telling_is_none(text, speaker, words):
    assert (speaker, words) in told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministry promised farmers that it would pay them.", "that it would pay them"),
        ("The ministry promised investors it would pay them.", "it would pay them"),
        ("The ministry promised voters in Tarn that it would pay.", "that it would pay"),
        ("The ministry promised residents a new road.", "a new road"),
        ("The ministry promised reforms that would cut taxes.", "reforms that would cut taxes"),
        ("The union assured members it would stay.", "it would stay"),
        ("The union kept reminding staff that it was late.", "that it was late"),
        ("The council warned the dam would break.", "the dam would break"),
        ("Ministers told parents schools would open.", "schools would open"),
        ("The council told residents to boil all water.", "to boil all water"),
        ("The board informed shareholders it would pay them.", "it would pay them"),
        ("Staff told the BBC-style programme they had no notice.", "they had no notice"),
        ("Staff told the Lake Wire podcast they had no notice.", "they had no notice"),
        ("Ivo Rowe called on local authorities to send lists.", "local authorities to send lists"),
        ("Ivo Rowe pointed out flaws in the new plan.", "flaws in the new plan"),
    ],
)
def test_whom_something_is_told_is_no_part_of_it(text, words):
    assert [content for _, content in told(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The 3 million crowns, promised last year by the ministry, never came.",
        "The 3 million crowns, promised last year, never came.",
        "The bridge, announced in May 2030 by the mayor, is late.",
        "The bridge, first proposed a decade ago by engineers, will open.",
        "Ivo Rowe took the hat and immediately put it on his head.",
        "Talks on the old bridge went on.",
    ],
)
def test_what_was_promised_by_another_says_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The firm will cut 40 jobs by May, according to Ivo Holt.", "Ivo Holt", "The firm will cut 40 jobs by May"),
        (
            "The county agreed to chip in $4, according to clerk Ruth Abel, provided the state pays half.",
            "Ruth Abel",
            "The county agreed to chip in $4 … provided the state pays half",
        ),
        (
            "The county pledged $5 million, according to Ivo Holt, who is there.",
            "Ivo Holt",
            "The county pledged $5 million",
        ),
        (
            "Ivo Holt said it was “dead by law” and that Norrin would let them in.",
            "Ivo Holt",
            "that Norrin would let them in",
        ),
        ("Ivo Holt said it was “dead”, but that nobody would miss it.", "Ivo Holt", "that nobody would miss it"),
    ],
)
def test_a_condition_or_a_clause_after_a_quotation_is_told_too(text, speaker, words):
    assert told(text) == [(speaker, words)]


def test_what_another_says_after_a_quotation_is_not_whose_the_quotation_is():
    (one,) = told("Ivo Holt said it was “dead” and Rima Batal added that nobody would miss it.")
    assert one == ("Rima Batal", "that nobody would miss it")


@pytest.mark.parametrize("verb", ["shouts", "screams", "vows", "states", "tweets", "whispers", "laughs", "jokes"])
@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Mina Dorr", "Mina Dorr"),
        ("Mina Dorr of the Workers’ Bloc", "Mina Dorr"),
        ("Mina Dorr, the mayor", "Mina Dorr"),
        ("the mayor of Lest", "mayor of Lest"),
    ],
)
def test_a_tag_in_the_present_reports_the_quotation_before_it(verb, source, name):
    (quote,) = Reader(f"“We will never pay for it,” {verb} {source}.").quotes()
    assert quote.speaker == name


@pytest.mark.parametrize(
    "text",
    [
        "“Fraud” claims Mina Dorr made were false.",
        "“Fraud” claims of Mina Dorr were false.",
        "“Lake for All” protests Lest held were loud.",
        "“Lake for All” shouts the mayor heard were loud.",
    ],
)
def test_a_noun_after_a_quotation_reports_nothing(text):
    assert [quote.speaker for quote in Reader(text).quotes() if quote.speaker] == []
