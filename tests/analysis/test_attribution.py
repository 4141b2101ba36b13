"""Which words of its sentence report a quotation, and which name the speaker."""

import pytest

from store.analysis.quotes import Reader


def reported(text: str) -> list[tuple[str | None, str | None]]:
    """The words beside each quotation that name its speaker, and those that report it."""
    return [
        (
            text[slice(*quote.speaker_span)] if quote.speaker_span else None,
            text[slice(*quote.cue_span)] if quote.cue_span else None,
        )
        for quote in Reader(text).quotes()
        if quote.form != "indirect"
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ('"We are ready for it," said Jane Doe.', "Jane Doe", "said"),
        ('"We are ready for it," Jane Doe said.', "Jane Doe", "said"),
        ('"We are ready for it," Jane Doe told reporters on Monday.', "Jane Doe", "told"),
        ('"Are you ready for it?" asked Jane Doe.', "Jane Doe", "asked"),
        ('Jane Doe said: "We are ready for it."', "Jane Doe", "said"),
        ('Jane Doe on Monday said they were "ready for it all".', "Jane Doe", "said"),
        ('According to Jane Doe, they were "ready for it all".', "Jane Doe", "According to"),
        ('As Jane Doe put it: "We are ready for it."', "Jane Doe", "put it"),
        ('Jane Doe, a farmer from Tarn, Norrin, said: "We are ready for it."', "Jane Doe", "said"),
        ('"We are ready," said a spokesman for the ministry.', "a spokesman for the ministry", "said"),
        ('"We are ready," one Norrin official said.', "one Norrin official", "said"),
        ('"We are ready for it," the head of the agency Jane Doe said.', "Jane Doe", "said"),
        ('In a statement announcing the vote, Jane Doe called it "a step forward".', "Jane Doe", "called"),
        ('Asked to state her trade, Jane Doe called herself a "step forward".', "Jane Doe", "called"),
        ('Jane Doe, who wrote the measure, called it "a step forward".', "Jane Doe", "called"),
        ('Jane Doe condemned what she called "a step back".', "Jane Doe", "called"),
        ('The plan was described by Jane Doe as "a step too far for all".', "Jane Doe", "described"),
        ('Jane Doe met the mayor and said she was "ready for it all".', "Jane Doe", "said"),
        ('Jane Doe, speaking in Tarn, praised the crew, saying: "You are the best."', "Jane Doe", "saying"),
        ('The Norrin Times quoted Jane Doe as saying: "We are ready for it."', "Jane Doe", "saying"),
        ('Jane Doe was quoted by the Norrin Times as saying: "We are ready for it."', "Jane Doe", "saying"),
        ('Norrin denied it, with Jane Doe calling it "absurd and unfounded".', "Jane Doe", "calling"),
        ('"They wait for us" in every village, Jane Doe said.', "Jane Doe", "said"),
        ("«Мы победим!» — воскликнул Рудый.", "Рудый", "воскликнул"),
        ("Как сообщил Виктор Хаазе, «войска отойдут к 1 июня».", "Виктор Хаазе", "сообщил"),
        ("Comme disait Ivo Sandrel, « le pont viendra ».", "Ivo Sandrel", "disait"),
        ("Como dijo Ivo Sandrel, «el puente vendrá».", "Ivo Sandrel", "dijo"),
        ("Кранц назвал бюджет «дырявым корытом».", "Кранц", "назвал"),
        ("Sandrel nannte das Abkommen »einen Blankoscheck«.", "Sandrel", "nannte"),
        ("Sandrel calificó el acuerdo de «cheque en blanco».", "Sandrel", "calificó"),
        ("Sandrel a qualifié l’accord de « chèque en blanc ».", "Sandrel", "qualifié"),
        ("In Tarn nannte Sandrel den Plan »einen Blankoscheck«.", "Sandrel", "nannte"),
        ("Am Montag sagte Ivo Sandrel: „Es gibt kein Geld.“", "Ivo Sandrel", "sagte"),
        ("Nach dem Treffen sagte er: „Es gibt kein Geld.“", "er", "sagte"),
        ("El lunes dijo la ministra: «No hay dinero».", "la ministra", "dijo"),
        ("En Tarn dijo el ministro que el plan era «un cheque en blanco».", "el ministro", "dijo"),
        ("Wie Sandrel sagte, ist der Plan „ein Sieb ohne Boden“.", "Sandrel", "sagte"),
        ("Seit Montag sagt Sandrel: „Es gibt kein Geld mehr.“", "Sandrel", "sagt"),
        ("En Tarn, Sandrel calificó el plan de «cheque en blanco».", "Sandrel", "calificó"),
        ("À Tarn, Sandrel a qualifié la loi de « chèque en blanc ».", "Sandrel", "qualifié"),
        ("„Es gibt kein Geld“, so der Ökonom Ivo Sandrel.", "der Ökonom Ivo Sandrel", "so"),
        ("Nach den Worten von Sandrel ist der Plan „ein Sieb“.", "Sandrel", "Worten von"),
        ("Laut Sandrel ist der Plan „ein Sieb ohne Boden“.", "Sandrel", "Laut"),
        ("Selon Ivo Sandrel, le plan est « une passoire ».", "Ivo Sandrel", "Selon"),
        ("Вольный: «Мы договоримся».", "Вольный", ":"),
        ("Ivo Sandrel: “We will agree.”", "Ivo Sandrel", ":"),
    ],
)
def test_the_words_beside_a_quotation_name_its_speaker(text, source, cue):
    assert reported(text) == [(source, cue)]


def test_the_outer_verb_reports_what_stands_inside_its_clause():
    assert reported('Jane Doe says it shows that Oskar Belun is "unfit to lead a town".') == [("Jane Doe", "says")]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to Norland's news agency, NNA, Holt said: “We are sad.”", "Holt"),
        ("According to Norland's news agency NNA, Holt said: “We are sad.”", "Holt"),
        ("According to NNA, Holt said that “we are all very sad”.", "Holt"),
        ("According to NNA, the minister told reporters that “we are all very sad”.", "the minister"),
        ("Jane Deln said Verresk had told her that “it was over for us”.", "Verresk"),
        ("Jane Deln said the mayor had told her “it was over for us”.", "the mayor"),
        ("Jane Deln said she had told Verresk that “it was over for us”.", "Jane Deln"),
        (
            "Commenting on the words of alliance chief Tarn Velm, who said the dam was weak, Noss said: “It is strong.”",
            "Noss",
        ),
        ("According to NNA, Holt is “a very sad man”.", "NNA"),
    ],
)
def test_what_another_passes_on_is_whose_words_it_is(text, source):
    assert [found for found, _ in reported(text)] == [source]


def test_each_quotation_of_a_sentence_has_its_own_verb():
    text = 'Jane Doe called the offer "an insult to us all", but Oskar Belun said it was "more than fair".'
    assert reported(text) == [("Jane Doe", "called"), ("Oskar Belun", "said")]


def test_a_question_before_an_answer_is_not_given_to_who_answers():
    text = 'Jane Doe asked: "Who pays?" Minister Anna Holt replied that "the state will pay".'
    assert reported(text) == [("Jane Doe", "asked"), ("Minister Anna Holt", "replied")]


def test_nouns_that_look_like_verbs_report_nothing():
    text = 'In a series of early-morning tweets Jane Doe said the vote was "a sham from end to end".'
    assert reported(text) == [("Jane Doe", "said")]


def test_nobody_is_named_where_nobody_is():
    assert reported("“Let us go now, before it gets dark.”") == [(None, None)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("«Мост будет», — сказала журналистам Вера Литт.", "Вера Литт"),
        ("«Мост будет», — сказала Вера Литт журналистам.", "Вера Литт"),
        ("«Мост будет», — сказала Брандвик журналистам.", "Брандвик"),
        ("«Срок — 2026 год», — отметила в интервью газете «Берег» Вера Литт.", "Вера Литт"),
        ("«Мост будет», — рассказал корреспонденту журнала «Берег» министр Олег Ранд.", "министр Олег Ранд"),
        ("«Мост будет», — заявил вчера на брифинге в Тарне Олег Ранд.", "Олег Ранд"),
        ("«Мост будет», — сообщила местной газете директор Вера Литт.", "директор Вера Литт"),
        ("«Мост будет», — пояснила по итогам заседания в Тарне Вера Литт.", "Вера Литт"),
        ("«Мост будет», — сообщил ТАСС Олег Ранд.", "Олег Ранд"),
        ("«Мост будет», — сообщил ТАСС источник в правительстве.", "источник"),
        ("«Мост будет», — заявил Норринфаксу собеседник.", "собеседник"),
        ("«Мост будет», — рассказал НИА Новости Олег Ранд.", "Олег Ранд"),
        ("«Мост будет», — сообщил ТАСС.", "ТАСС"),
        ("«Мост будет», — отметил, выступая в парламенте, Олег Ранд.", "Олег Ранд"),
        ("«Мост будет», — подчеркнула во вторник, 4 марта, министр Вера Литт.", "министр Вера Литт"),
        ("«Мост будет», — сказала «Берегу» Вера Литт.", "Вера Литт"),
        ("«Мост будет», — сказал министр журналистам.", "министр"),
        ("— Мост будет, — сказала она журналистам.", "она"),
        ("«Мост будет», — сообщили журналистам жители Тарна.", "жители Тарна"),
        ("«Міст буде», — сказав журналістам Остап Вільк.", "Остап Вільк"),
        ("«Міст буде», — зазначила в інтерв’ю газеті «Берег» Дана Вільк.", "Дана Вільк"),
        ("«Мост будзе», — сказаў на брыфінгу журналістам міністр Янка Лоза.", "міністр Янка Лоза"),
        ("«Мост будзе», — адзначыла ў размове з карэспандэнтам Алеся Лоза.", "Алеся Лоза"),
        ("„Die Brücke kommt“, sagte vor Journalisten Vera Litt.", "Vera Litt"),
        ("„Die Brücke kommt“, sagte Vera Litt der Tarner Zeitung.", "Vera Litt"),
        ("„Die Brücke kommt“, sagte Vera von der Litt.", "Vera von der Litt"),
        ("„Die Brücke kommt“, sagte am Dienstag in Tarn die Ministerin Vera Litt.", "die Ministerin Vera Litt"),
        ("« Le pont viendra », a déclaré à la presse Vera Litt.", "Vera Litt"),
        ("« Le pont viendra », a déclaré devant les journalistes la ministre Vera Litt.", "la ministre Vera Litt"),
        ("«El puente vendrá», dijo a los periodistas Vera Litt.", "Vera Litt"),
        ("«A ponte virá», disse aos jornalistas a ministra Vera Litt.", "a ministra Vera Litt"),
        ("«Il ponte si farà», ha detto ai giornalisti Vera Litt.", "Vera Litt"),
        ("„Most będzie”, powiedziała dziennikarzom Vera Litt.", "Vera Litt"),
    ],
)
def test_whom_a_verb_is_said_to_and_where_is_not_who_says_it(text, source):
    assert [found for found, _ in reported(text)] == [source]


@pytest.mark.parametrize("text", ["Foto: „Die Brücke“", "Title: “Sunset Bridge”"])
def test_a_title_after_a_label_is_no_speech(text):
    assert reported(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "«Мост будет», — сказала журналистам.",
        "«Мост будет», — сообщили в министерстве.",
        "«Мост будет», — сказала по итогам заседания.",
        "„Die Brücke kommt“, sagte vor Journalisten.",
    ],
)
def test_nobody_speaks_where_only_the_listeners_are_named(text):
    assert [found for found, _ in reported(text)] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "Jane Doe did not say",
        "Jane Doe never said that",
        "Jane Doe refused to say",
        "Jane Doe cannot say",
        "Jane Doe denied saying",
        "Jane Doe denied ever having said:",
        "Jane Doe stopped short of calling it",
        "Jane Doe left without saying",
        "Jane Doe nodded instead of saying",
        "Jane Doe would leave rather than say",
        "Jane Doe would have said",
        "Nor did Jane Doe say",
        "Neither Jane Doe nor Oskar Belun said",
        "Nobody heard Jane Doe say",
        "No minister said",
        "Neither of them said",
        "None of the ministers said",
        "Ni Jane Doe ni Oskar Belun dijeron",
        "Jane Doe no dijo",
        "Jane Doe n’a pas dit",
        "Jane Doe sagte nicht",
        "Никто не сказал",
        "No one has ever said",
        "If Jane Doe says",
        "A doctored video shows Jane Doe saying",
    ],
)
def test_what_is_denied_refused_or_supposed_is_nobodys_quote(words):
    assert reported(f"{words} “the money is mine and nobody else’s”.") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jane Doe not only said “the money is all mine”.", "Jane Doe"),
        ("Jane Doe sagte nicht nur „das Geld ist alles meins“.", "Jane Doe"),
        ("Neither of them left, but Jane Doe said “the money is all mine”.", "Jane Doe"),
        ("Both Oskar Belun and Jane Doe said “the money is all ours”.", "Oskar Belun and Jane Doe"),
        ("Jane Doe instead said “the money is all mine”.", "Jane Doe"),
        ("Jane Doe, who has not slept, said “the money is all mine”.", "Jane Doe"),
        ("Jane Doe denied that “the money was all hers”.", "Jane Doe"),
        ("Jane Doe did not deny it: “I took the money.”", "Jane Doe"),
        ("Asked about a fake video, Jane Doe said “the money is all mine”.", "Jane Doe"),
        ("Jane Doe never said “the money is all mine”, a lawyer said.", "a lawyer"),
    ],
)
def test_a_denial_or_a_negation_of_another_word_leaves_its_speaker(text, source):
    assert [found for found, _ in reported(text)] == [source]


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Oskar Belun criticised Jane Doe for saying", "Jane Doe"),
        ("Oskar Belun accused her of saying", "her"),
        ("Jane Doe was criticised by Oskar Belun for saying", "Jane Doe"),
        ("Jane Doe drew criticism in Tarn for saying", "Jane Doe"),
        ("Oskar Belun denied accusations by Jane Doe that", "Jane Doe"),
        ("Oskar Belun rejected a claim by Jane Doe that", "Jane Doe"),
        ("Oskar Belun responded to Jane Doe’s remark that", "Jane Doe"),
        ("Oskar Belun quotes Jane Doe:", "Jane Doe"),
        ("Oskar Belun recalled Jane Doe telling her:", "Jane Doe"),
        ("Jane Doe said, when Oskar Belun asked her about it:", "Jane Doe"),
        ("Jane Doe said she told him:", "Jane Doe"),
    ],
)
def test_another_who_reacts_or_quotes_does_not_speak(words, source):
    assert [found for found, _ in reported(f"{words} “we have no enemies and no friends”.")] == [source]


@pytest.mark.parametrize(
    ("words", "source", "cue"),
    [
        ("pointed out Holt.", "Holt", "pointed out"),
        ("Holt pointed out.", "Holt", "pointed out"),
        ("she went on.", "she", "went on"),
        ("went on Holt.", "Holt", "went on"),
        ("chimed in Holt.", "Holt", "chimed in"),
        ("Holt chimed in.", "Holt", "chimed in"),
        ("she chipped in.", "she", "chipped in"),
        ("Holt shot back.", "Holt", "shot back"),
        ("Holt summed up.", "Holt", "summed up"),
    ],
)
def test_a_particle_is_a_part_of_its_verb(words, source, cue):
    assert reported(f"“The bridge is weak,” {words}") == [(source, cue)]
