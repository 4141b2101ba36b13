"""Quotes of invented articles in the styles of wires and languages, with who said them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.analysis.quotes import Reader
from store.analysis.suggest import suggest

MARKS = "\"“”„«»‘’'—–「」()?… \n\r\u2028\x00\ud8003É😀"
WORDS = (
    "said|told|that|he|she|Jane Doe|President|the|according to|Mr.|Q:|DOE:|who|说|表示|сказал|dit-il|’s|tweets|of|and|"
    "We will win|no way|. |, |: "
)
PIECES = st.sampled_from([*MARKS, *WORDS.split("|")])


def said(text: str) -> list[tuple[str, str | None]]:
    """What is quoted in marks, its pieces joined, and by whom."""
    return [
        (" … ".join(text[start:end] for start, end in quote.content), quote.speaker)
        for quote in Reader(text).quotes()
        if quote.form != "indirect"
    ]


TURNS = ("label before it", "answer of whom the introduction names")


def is_inside(quote, turn) -> bool:
    """Whether a quote that a verb attributes stands inside a turn of a conversation."""
    (begin, end), *_ = turn.content
    return quote.cue_span is not None and begin <= quote.content[0][0] and quote.content[-1][1] <= end


WIRES = [
    (
        "MINSK, 3 June (Norrin Wire) – “We will build the bridge,” Prime Minister Oskar Belun told reporters.",
        [("“We will build the bridge,”", "Oskar Belun")],
    ),
    (
        'MOSCOW, June 3. /NW/. Norrin is ready for talks, Spokesman Dmitry Vorontsov told reporters. "We are open," he noted.',
        [('"We are open,"', "Dmitry Vorontsov")],
    ),
    (
        'BEIJING, June 3 (Wire) -- Foreign Ministry spokesperson Mao Lin urged restraint. "Our position is clear," Mao said.',
        [('"Our position is clear,"', "Mao Lin")],
    ),
    (
        'LONDON (Wire) - Rates will rise. "Inflation is not beaten," Governor Anna Holt told a conference in Leeds.',
        [('"Inflation is not beaten,"', "Anna Holt")],
    ),
    (
        '"This is a tragedy," said Mayor Jane Doe, who visited the site. "We need answers."',
        [('"This is a tragedy," … "We need answers."', "Jane Doe")],
    ),
    (
        "‘We’re not afraid,’ said Tom Brown, the union’s leader. ‘The firm’s offer is an insult.’",
        [("‘We’re not afraid,’ … ‘The firm’s offer is an insult.’", "Tom Brown")],
    ),
    (
        'Asked whether he would resign, Smith replied: "No." "Never?" asked a reporter.',
        [('"No."', "Smith"), ('"Never?"', "reporter")],
    ),
    (
        "„Wir brauchen Geld“, sagte Bundeskanzlerin Petra Holm. Ihr Sprecher Karl Weiss erklärte: „Das ist beschlossen.“",
        [("„Wir brauchen Geld“", "Petra Holm"), ("„Das ist beschlossen.“", "Karl Weiss")],
    ),
    (
        "« Nous allons gagner », a déclaré le président Paul Martin à Lyon. « C’est sûr », a-t-il ajouté.",
        [("« Nous allons gagner »", "Paul Martin"), ("« C’est sûr »", "Paul Martin")],
    ),
    (
        "«Мы готовы к переговорам», — заявил президент Олег Иванов. Министр Анна Петрова сообщила: «Работа идёт».",
        [("«Мы готовы к переговорам»", "Олег Иванов"), ("«Работа идёт»", "Анна Петрова")],
    ),
    (
        "“Estamos listos”, afirmó el presidente Juan Pérez en Madrid. “No hay duda”, añadió.",
        [("“Estamos listos”", "Juan Pérez"), ("“No hay duda”", "Juan Pérez")],
    ),
    (
        "「我們已經準備好了」，外交部長王明表示。外交部发言人毛林10日在记者会上表示：“立场是一贯的。”",
        [("「我們已經準備好了」", "王明"), ("“立场是一贯的。”", "毛林")],
    ),
    (
        "王明说：“我们不会签署这份文件。”议员毛林批评说，“这是错误的决定。”他说：“我们明天再谈吧！”",
        [("“我们不会签署这份文件。”", "王明"), ("“这是错误的决定。”", "毛林"), ("“我们明天再谈吧！”", "毛林")],
    ),
    (
        "“我们不会签署这份文件，”部长王明说，“这比没有还糟。”\n“你们会签署吗？”毛林问，“我们在等你们。”",
        [("“我们不会签署这份文件，” … “这比没有还糟。”", "王明"), ("“你们会签署吗？” … “我们在等你们。”", "毛林")],
    ),
    (
        "“你们会签署这份文件吗？”王明说：“我们不会签署这份文件。”",
        [("“你们会签署这份文件吗？”", None), ("“我们不会签署这份文件。”", "王明")],
    ),
    (
        "«Мы готовы, — сказал президент Олег Иванов. — Работа идёт».",
        [("«Мы готовы, … Работа идёт»", "Олег Иванов")],
    ),
    (
        "« Nous partons, a déclaré le ministre Paul Martin. C’est sûr. » Personne n’a répondu.",
        [("« Nous partons, … C’est sûr. »", "Paul Martin")],
    ),
    (
        "«Empezamos en marzo, dijo Juan Pérez, y en junio.» María López lo explicó así: «No hay duda alguna.»",
        [("«Empezamos en marzo, … y en junio.»", "Juan Pérez"), ("«No hay duda alguna.»", "María López")],
    ),
    (
        "—No lo sé —dijo Juan Pérez—. Ya veremos.\n—Vale —respondió María López.",
        [("—No lo sé … Ya veremos.", "Juan Pérez"), ("—Vale", "María López")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WIRES)
def test_wires_and_languages(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("verb", ["没有说", "不愿说：", "拒绝说"])
def test_what_is_denied_in_chinese_is_no_quote(verb):
    assert said(f"王明{verb}“我们不会签署这份文件”。") == []


def test_a_double_negation_in_chinese_denies_nothing():
    assert said("王明不得不说：“我们不会签署这份文件。”") == [("“我们不会签署这份文件。”", "王明")]


@pytest.mark.parametrize(
    "line",
    ["湖报北城11月3日电 外交部发言人王明", "北城（湖报）3月5日讯　发言人王明", "湖报北城3月5日电外交部发言人王明"],
)
def test_a_chinese_dateline_is_no_part_of_who_speaks(line):
    assert said(f"{line}表示：“我们将继续合作。”") == [("“我们将继续合作。”", "王明")]


def test_a_whole_sentence_in_chinese_is_direct():
    assert [quote.form for quote in Reader("王明说：“我们不会签署这份文件。”").quotes()] == ["direct"]


MINISTER = "«Денег нет», — заявил министр Олег Ранд.\n\n"
ENVOY = "«Денег нет», — сказала посол Ида Хольм.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (MINISTER + "«Мост будет», — сказала журналистам Вера Литт.", "Вера Литт"),
        (ENVOY + "«Мост будет», — сказал журналистам Альдо Пенн.", "Альдо Пенн"),
        (MINISTER + "«Срок — 2026 год», — отметила в интервью газете «Берег» Вера Литт.", "Вера Литт"),
        (MINISTER + "«Мост будет», — добавил.", "Олег Ранд"),
        (MINISTER + "«Мост будет», — отмечает.", "Олег Ранд"),
        (MINISTER + "«Мост будет», — добавила.", None),
        (MINISTER + "«Мост будет», — сообщили в ведомстве.", None),
        (ENVOY + "«Мост будет», — добавила в эфире.", "Ида Хольм"),
        (ENVOY + "«Мост будет», — уточнил в эфире.", None),
        ("„Nie ma pieniędzy”, powiedział Oleg Rand.\n\n„Most będzie”, dodała.", None),
        ("„Nie ma pieniędzy”, powiedział Oleg Rand.\n\n„Most będzie”, dodał.", "Oleg Rand"),
    ],
)
def test_who_spoke_before_goes_on_only_where_the_verb_agrees(text, speaker):
    assert said(text)[-1][1] == speaker


@pytest.mark.parametrize("rating", ["rates the stock “hold”", "rated the shares “underperform”", "rates it “a buy”"])
def test_a_rating_is_no_quote(rating):
    assert not Reader(f"The bank {rating} and expects little.").quotes()


@pytest.mark.parametrize(
    "amount", ["a further 45 million crowns for the harbour", "another $5 million in aid", "an additional 300 jobs"]
)
def test_a_sum_that_somebody_announces_is_no_speech(amount):
    assert not Reader(f"The ministry announced {amount}.").quotes()
    (told,) = Reader(f"The ministry announced that {amount} would come.").quotes()
    assert told.speaker == "ministry"


@pytest.mark.parametrize(
    "text", ["A plant called the “Silver Reed” grows there.", "He was identified by the pseudonym “Forb” in the Wire."]
)
def test_what_a_thing_is_called_is_no_quote(text):
    assert not Reader(text).quotes()


@pytest.mark.parametrize(
    "text",
    [
        "Prosecutors charged a man with theft of a boat.",
        "The police charged a 42-year-old man for helping the rebels with maps.",
        "It is worth noting that the dam broke in May.",
        "He added a note of caution about the dam.",
    ],
)
def test_what_is_done_or_said_by_nobody_is_no_quote(text):
    assert not Reader(text).quotes()


def test_who_charges_that_something_is_so_says_it():
    assert [quote.speaker for quote in Reader("The mayor charged that the boat was stolen.").quotes()] == ["mayor"]


@pytest.mark.parametrize("befell", ["was arrested and charged with theft of a boat", "is not yet known why he left"])
def test_what_befalls_somebody_is_not_told_by_them(befell):
    assert not Reader(f"The man {befell}.").quotes()


def test_a_thing_that_is_announced_is_told_without_the_day():
    text = "The ministry announced a new harbour on Friday."
    assert [text[slice(*quote.content[0])] for quote in Reader(text).quotes()] == ["a new harbour"]


def test_a_name_in_marks_after_what_it_names_is_no_quote():
    text = "«Мост будет», — сказал Олег Ранд газете «Берег». «Жаль», — сказал он в интервью журналу «Тарн»."
    assert said(text) == [("«Мост будет»", "Олег Ранд"), ("«Жаль»", "Олег Ранд")]


@pytest.mark.parametrize("told", ["додав він", "додав він журналістам", "додав він у розмові з газетою «Берег»"])
def test_a_pronoun_after_a_verb_stands_for_who_spoke(told):
    assert said(f"«Міст буде», — сказав Остап Вільк. «Це добре», — {told}.")[-1][1] == "Остап Вільк"


def test_the_form_of_a_verb_tells_whom_a_pronoun_stands_for():
    text = (
        "«Денег нет», — заявил Олег Ранд.\n\n«Мост будет», — заявила Вера Литт.\n\n"
        "Олег Ранд уехал. «Жаль», — добавила она."
    )
    assert said(text)[-1][1] == "Вера Литт"


@pytest.mark.parametrize(
    "text",
    [
        "«Мост откроют», — сказал отец Ивана Петрова.",
        "«Мост откроют», — сказали родители Ивана Петрова.",
        "«Мост откроют», — сообщили в пресс-службе Олега Ранда.",
        "Пётр Ранд приехал в Тарн.\n\n«Мост откроют», — сказала она.",
        "Анна Литт приехала в Тарн.\n\n«Мост откроют», — сказал он журналистам.",
    ],
)
def test_who_is_named_beside_the_speaker_or_is_of_another_gender_does_not_speak(text):
    assert said(text)[-1][1] is None


@pytest.mark.parametrize("speaker", ["polícia", "porta-voz", "Petrobras"])
def test_a_portuguese_article_is_no_preposition(speaker):
    assert said(f"“A ponte vai abrir na primavera”, disse a {speaker}.")[-1][1] == speaker


def test_answers_are_whose_interview_the_introduction_tells() -> None:
    turns = "\n\nQ: What next?\n\nA: We will build it with Tovan Rell.\n\nQ: When?\n\nA: In May."
    one = "Transport Minister Rima Batal spoke to Norrin Weekly." + turns
    assert [who for _, who in said(one)] == [None, "Rima Batal", None, "Rima Batal"]
    assert next(quote.role for quote in Reader(one).quotes() if quote.speaker) == "Transport Minister"
    two = "Transport Minister Rima Batal and Mayor Ivo Doe spoke to Norrin Weekly." + turns
    assert {who for _, who in said(two)} == {None}
    assert {who for _, who in said(turns.strip())} == {None}


def test_labelled_turns_are_direct_quotes():
    text = "Q: Will you run again?\nJANE DOE: We will see.\nMR. SMITH: Then we wait."
    assert said(text) == [("Will you run again?", None), ("We will see.", "Jane Doe"), ("Then we wait.", "Smith")]


def test_a_label_in_capitals_may_say_after_a_comma_what_somebody_is():
    text = "ANN ROE, TOWN OF SARN: We will open it.\nJON PELL, SARN DAILY: Who pays?\nANN ROE, TOWN OF SARN: We."
    assert said(text) == [("We will open it.", "Ann Roe"), ("Who pays?", "Jon Pell"), ("We.", "Ann Roe")]
    turns = Reader(text).quotes()
    assert [text[slice(*turn.speaker_span)] for turn in turns if turn.speaker_span][:2] == ["ANN ROE", "JON PELL"]


@pytest.mark.parametrize(
    "label",
    [
        "He named three things, among them",
        "THE PLAN, IN SHORT",
        "IN SARN, A TOWN",
        "SARN, NORRIN",
        "NEW YORK, UNITED STATES",
        "LAKE TARN, NORRIN",
        "BUENOS AIRES, ARGENTINA",
        "VICTORIA FALLS, ZAMBIA",
        "BREAKING NEWS, LIVE UPDATES",
        "HARBOUR FIRE, MAYOR SAYS",
        "Illin Ferry (route 4) (delayed)",
        "Ann Roe, mayor of Sarn",
    ],
)
def test_other_words_with_a_comma_are_no_label(label):
    assert said(f"{label}: the road and the school.\n\nJON PELL: No.\n\n{label}: the harbour again.") == []


def test_seat_and_party_may_stand_in_a_label():
    text = "Ann Roe (Sarn East) (Green): Who pays?\n\nThe Minister (Jon Pell): We do.\n\nPiers Holt (Tarn) (PC): When?"
    assert said(text) == [("Who pays?", "Ann Roe"), ("We do.", "Jon Pell"), ("When?", "Piers Holt")]
    assert said("Main Roads (closed): three.\n\nSide Roads (closed): four.") == []


DEBATE = (
    "The Minister for Ports and Local Roads (Ms Ingrid Vashti): I thank the House.\n\n"
    "Mrs Agnes Holloway (Port Sable): They wait. The Prime Minister told them, “You will have keys by May.”\n\n"
    "The Speaker: Order.\n\nThe Minister for Ports and Local Roads: We said “by May” and we will.\n\nVashti: I did."
)


def test_offices_and_surnames_are_labels_in_the_record_of_a_parliament():
    assert said(DEBATE) == [
        ("I thank the House.", "Ingrid Vashti"),
        ("They wait. The Prime Minister told them, “You will have keys by May.”", "Agnes Holloway"),
        ("“You will have keys by May.”", "Prime Minister"),
        ("Order.", "Speaker"),
        ("We said “by May” and we will.", "Ingrid Vashti"),
        ("I did.", "Ingrid Vashti"),
    ]
    assert {quote.role for quote in Reader(DEBATE).quotes() if quote.speaker == "Ingrid Vashti"} == {
        "Minister for Ports and Local Roads",
        "",
    }
    turns = "Vashti: I thank you.\n\nMs Okoro (Port Sable): When?\n\nVashti: In May.\n\nMs Okoro (Port Sable): Good."
    assert [who for _, who in said(turns)] == ["Vashti", "Okoro"] * 2


@pytest.mark.parametrize("label", ["The Minister", "The Three New Roads Of Tarn", "Vashti", "The road to the port"])
def test_an_office_or_a_name_is_no_label_outside_of_a_record(label):
    assert said(f"{label}: a life.\n\nThe Harbour: a history.") == []


def test_a_surname_that_labels_a_turn_is_the_one_who_is_labelled_in_full():
    text = "PIERS HOLT: We are here.\nANNA REYL: Thank you.\nHOLT: When do they open?\nREYL: In May."
    assert [who for _, who in said(text)] == ["Piers Holt", "Anna Reyl"] * 2
    assert said(f"HOLT: Good day.\n{text}")[0][1] == "Piers Holt"
    assert [who for _, who in said(text.replace("ANNA REYL", "ANN HOLT"))] == ["Piers Holt", "Ann Holt", "Holt", "Reyl"]
    assert [who for _, who in said("PRIME MINISTER: We do.\nMINISTER: Who pays?")] == ["Prime Minister", "Minister"]
    assert [who for _, who in said("MARY ANN ROE: We do.\nANN ROE: Who pays?")] == ["Mary Ann Roe", "Ann Roe"]


def test_labels_in_bold_are_those_of_turns_where_they_come_again_or_somebody_asks():
    text = "**Lake Wire:** Again?\n\n**Jane Doe:** We will see.\n\n**Lake Wire**: When?\n\n**Jane Doe**: In May."
    assert said(text) == [
        ("Again?", "Lake Wire"),
        ("We will see.", "Jane Doe"),
        ("When?", "Lake Wire"),
        ("In May.", "Jane Doe"),
    ]
    assert said("**Q: Again?**\n\n**Jane Doe:** We will see.") == [("Again?", None), ("We will see.", "Jane Doe")]
    assert said("**Pros:** It is cheap.\n\n**Cons:** It is slow.") == []


def test_a_label_alone_is_no_conversation():
    assert said("UPDATE: The bridge is open.\nNOTE: Trams run again.") == []


def test_a_paragraph_of_nothing_but_a_quotation_goes_on():
    text = '"It is over," Jane Doe said.\n\n"We tried all we could."\n\n"Now we rest."'
    assert [speaker for _, speaker in said(text)] == ["Jane Doe"] * 3


def test_a_name_after_a_dash_signs_a_quotation():
    assert said("“We shall not forget this day, nor those who made it.” — Jane Doe\n") == [
        ("“We shall not forget this day, nor those who made it.”", "Jane Doe")
    ]


def test_titles_names_of_things_and_scare_quotes_are_left_alone():
    text = (
        'The film "The Long Road Home" won a prize on Monday. The ship "Aurora" sailed past the so-called "expert".\n'
        'She sang on "Morning With Jane" last week and named her dog "Rex".'
    )
    assert said(text) == []


def test_a_part_in_marks_is_partial_and_a_sentence_direct():
    text = 'Jane Doe said the border was "calm and under control". She added: "We will keep watch."'
    assert [(q.form, q.speaker) for q in Reader(text).quotes()] == [("partial", "Jane Doe"), ("direct", "Jane Doe")]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Jane Doe said on Monday that trade would double.", "Jane Doe", "that trade would double"),
        ("The bridge will open in May, Jane Doe said.", "Jane Doe", "The bridge will open in May"),
        ("According to Jane Doe, the bridge will open in May.", "Jane Doe", "the bridge will open in May"),
        ("Jane Doe pledged to open the bridge in May.", "Jane Doe", "to open the bridge in May"),
        ("OSLO (Wire) - The talks went well, officials said.", "officials", "The talks went well"),
        ("Jane Doe had herself said that trade would double.", "Jane Doe", "that trade would double"),
        ("Jane Doe this week said that trade would double.", "Jane Doe", "that trade would double"),
        ("However, Jane Doe in June said that trade would double.", "Jane Doe", "that trade would double"),
        ("The ministers wrapped up the talks, saying that trade would double.", "ministers", "that trade would double"),
        ("Jane Doe denied that she had met Orrin.", "Jane Doe", "denied that she had met Orrin"),
        ("Several mayors reject claims that they lied.", "Several mayors", "reject claims that they lied"),
        ("Jane Doe dismissed claims that she lied.", "Jane Doe", "dismissed claims that she lied"),
        ("Jane Doe refused to say who had met Orrin.", "Jane Doe", "refused to say who had met Orrin"),
        ("In a post on Friday, Jane Doe said on air that trade would double.", "Jane Doe", "that trade would double"),
        ("At least five ships lie in the port, Jane Doe said.", "Jane Doe", "At least five ships lie in the port"),
        ("Under the plan taxes will rise, Jane Doe said.", "Jane Doe", "Under the plan taxes will rise"),
        ("A letter to parents claims that trade would double.", "letter", "that trade would double"),
        (
            "Food prices, the main driver of trade, will fall, said economist Jane Doe.",
            "Jane Doe",
            "Food prices, the main driver of trade, will fall",
        ),
        ("About 9 ships lie in the port, according to Jane Doe.", "Jane Doe", "About 9 ships lie in the port"),
        (
            "Pell Orrin, a professor of law, said the plan of the bank would fail.",
            "Pell Orrin",
            "the plan of the bank would fail",
        ),
    ],
)
def test_indirect_speech(text, speaker, content):
    (quote,) = Reader(text).quotes()
    assert (quote.form, quote.speaker, text[slice(*quote.content[0])]) == ("indirect", speaker, content)


@pytest.mark.parametrize("label", ["Title", "Заголовок", "Titel"])
def test_the_label_of_a_field_is_no_part_of_what_is_said(label):
    text = f"{label}: Bank to keep rate, governor says"
    assert [text[slice(*quote.content[0])] for quote in Reader(text).quotes()] == ["Bank to keep rate"]


@pytest.mark.parametrize("verb", ["might say", "did not say", "never said"])
def test_what_nobody_has_said_is_no_indirect_speech(verb):
    assert Reader(f"Jane Doe {verb} that the bridge is open.").quotes() == []


def test_the_field_of_a_form_says_nothing():
    assert not any(quote.speaker for quote in Reader("Status: “open”\n\nVerdict: “Guilty as charged.”").quotes())


def test_not_every_nicht_after_a_verb_denies_it():
    (quote,) = Reader("„Wir kommen bald wieder“, sagte nicht etwa Mara Denholt.").quotes()
    assert quote.form == "direct"


@pytest.mark.parametrize(
    "text",
    [
        'In a statement after the talks, Jane Doe said: "We are proud of it."',
        'However, at the talks in Tarn, Jane Doe said: "We are proud of it."',
        'As a phone rang, Jane Doe said: "We are proud of it."',
        'After 20 years in power, Jane Doe said: "We are proud of it."',
    ],
)
def test_a_phrase_that_tells_when_or_where_is_nothing_said(text):
    assert [quote.form for quote in Reader(text).quotes()] == ["direct"]


@pytest.mark.parametrize(
    "text",
    [
        "It fell, as it did before last month's speech that he might be moved.",
        "The president of the Tarn think tank played a part in it.",
        "Additional reporting Pell Orrin of the Herald.",
        "The bank did not provide details on the plan.",
        "Greed and neglect are to blame for the crisis.",
        "There are fears that the plan will fail.",
        "Jane Doe pleaded not guilty to charges that she took 2 million marks.",
        "The union has called off its march planned for 16 November in Tarn.",
        "The union has called off talks to buy 12 ships.",
        "The union has called the talks off.",
        "The previously announced sale of a bridge in May will not go ahead.",
        "The recently promised funds will come in May.",
    ],
)
def test_words_that_only_look_like_speech_report_nothing(text):
    assert Reader(text).quotes() == []


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Tavaria’s president vows to end rationing, rejects early election", "to end rationing"),
        ("Mayor says taxes will fall, vows to build homes", "taxes will fall"),
        ("Mayor says he will cut taxes, fees and fines", "he will cut taxes, fees and fines"),
    ],
)
def test_what_the_first_verb_of_a_heading_tells_ends_before_the_second(heading, told):
    assert heading[slice(*Reader(heading).quotes()[0].content[0])] == told


def test_counted_things_report_nothing():
    assert Reader("It is the second of eight points that their leaders had agreed on.").quotes() == []


@pytest.mark.parametrize(
    "silence",
    [
        "did not say whether the bridge would open",
        "did not immediately say whether the bridge would open",
        "has not said what caused the fire",
        "has not said whether she plans to close the bridge",
        "has never explained why the bridge was closed",
        "did not even reply to a request for comment",
        "has not yet replied to the letter of the union",
        "declined to acknowledge any of the questions that reporters put",
        "refused to admit any of the wounded men",
    ],
)
def test_who_is_silent_tells_nothing(silence):
    assert Reader(f"Jane Doe {silence}.").quotes() == []


def test_what_is_told_around_its_verb_has_two_pieces():
    text = "The bridge, Jane Doe said, will open before the end of May."
    (quote,) = Reader(text).quotes()
    assert [text[s:e] for s, e in quote.content] == ["The bridge", "will open before the end of May"]


@pytest.mark.parametrize(
    "text",
    [
        "“The talks,” Sandrel said on Monday, “will not go on for ever.”",
        "„Die Gespräche“, sagte Sandrel, „dauern nicht ewig.“",
        "« Les pourparlers », a dit Sandrel, « ne dureront pas. »",
        "«Переговоры, — сказал Ранд, — не вечны».",
    ],
)
def test_a_sentence_that_its_attribution_splits_is_one_quote(text):
    (quote,) = Reader(text).quotes()
    assert (len(quote.content), quote.form) == (2, "direct")


@pytest.mark.parametrize(
    "text",
    [
        "“The talks,” Sandrel said, are “a waste of time for us”.",
        "“The talks are over,” Sandrel said, calling it “a very sad day indeed”.",
        "“The talks are over!” Sandrel said, “and so is the truce.”",
    ],
)
def test_two_quotations_with_words_between_them_or_an_end_are_two_quotes(text):
    assert len(Reader(text).quotes()) == 2


def test_a_repeated_passage_is_suggested_once():
    block = (
        "“We settled more than I had hoped, and the locks will open before the first frost,” Ilse Taverne said after the "
        "meeting in Harrowgate.\nThe ministers will meet again next month to sign what was drawn up in the spring.\n"
    )
    text = "A lead.\n" + block + block
    assert [text[slice(*q.content[0])] for q in suggest(text).quotes if q.form == "direct"] == [
        block.split("” ")[0] + "”"
    ]


def test_the_same_words_said_by_another_are_another_quote():
    words = '"the locks will open before the first frost and not one single day later than was agreed"'
    text = f"Ilse Taverne said {words}.\n\nMonths later a clerk in Tarn wrote on a wall that {words}.\n"
    assert len([q for q in suggest(text).quotes if q.form != "indirect"]) == 2


@given(st.lists(PIECES, max_size=50), st.sampled_from(["", " "]))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_spans_in_range_that_do_not_cross(pieces, between):
    text = between.join(pieces)
    quotes = Reader(text).quotes()
    embedded = [quote for quote in quotes if any(is_inside(quote, turn) for turn in quotes if turn.why in TURNS)]
    content = sorted(span for quote in quotes if quote not in embedded for span in quote.content)
    assert all(a[1] <= b[0] for a, b in pairwise(content))
    content = sorted(span for quote in embedded for span in quote.content)
    assert all(a[1] <= b[0] for a, b in pairwise(content))
    for quote in quotes:
        assert all(0 <= s < e <= len(text) for s, e in [*quote.content, quote.speaker_span or (0, 1)] if text)
        assert 0 <= quote.confidence <= 1
        assert quote.why


HOSTILE = [
    '"',
    "“",
    "„a ",
    "'",
    "‘a ",
    "— ",
    "said ",
    '"Doe" said ',
    '"\n',
    "Doe, ",
    "A: b\nDOE: c\n",
    "说：“",
    "说。”说：“",
    "«a, dijo X, ",
    "«a, — сказал X. — b» ",
    "«a\n»b ",
    "not never said ",
    "von und zu ",
    "A claim by ",
    "(Doe) said ",
    "He said “it is so” and went. ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_strings_take_time_in_proportion_to_their_length(piece):
    def seconds(size: int) -> float:
        text = (piece * (size // len(piece) + 1))[:size]
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            Reader(text).quotes()
            best = min(best, time.process_time() - began)
        return best

    # Eight times the text: what grows with its square takes 64 times as long.
    assert seconds(32_000) < 24 * max(seconds(4_000), 0.004)


def test_a_pull_quote_is_the_quote_that_a_verb_attributes():
    pulled = "“If there is no pier by July, there will be no mayor by August.”"
    told = "“If there is no pier by July, there will be no mayor by August,” Mayor Ann Doe told the crowd.\n\n"
    others = "Councillor Jean Roe was against it.\n\n“I will not vote for it,” Roe said.\n\n"
    found = suggest(told + others + pulled + "\n\nThe vote is in May.")
    assert [quote.speaker for quote in found.quotes] == ["Ann Doe", "Jean Roe"]
    new = suggest(told + others + "“We shall see what comes of the pier.”")
    assert [quote.speaker for quote in new.quotes] == ["Ann Doe", "Jean Roe", "Jean Roe"]


@pytest.mark.parametrize(
    "again, speaker",
    [
        ("The chairman of the party, Ivo Roe, copied it word for word. {} He got 30 votes.", "Ivo Roe"),
        ("{}\n— Ivo Roe, opposition leader", "Ivo Roe"),
        ("Q: Who pays?\n\nA: {}\n\nQ: When?\n\nA: In May.", "Ann Doe"),
    ],
)
def test_what_is_said_again_beside_other_words_or_signed_is_no_pull_quote(again, speaker):
    words = "“Vote for me and I will build 300 homes{}”"
    text = f"{words.format(',')} Mayor Ann Doe said on Monday.\n\n{again.format(words.format('.'))}"
    quotes = [quote.speaker for quote in suggest(text).quotes if "300" in text[slice(*quote.content[0])]]
    assert quotes == ["Ann Doe", speaker]


def test_a_pull_quote_promises_nothing_of_its_own():
    (promise,) = suggest(
        "“We will open the pier by May,” Mayor Ann Doe said.\n\n“We will open the pier by May.”"
    ).commitments
    assert promise.promisor == "Ann Doe"


@pytest.mark.parametrize("verb", ["chimed in", "chipped in", "pointed out", "went on", "hit back", "piped up"])
def test_a_particle_stands_between_a_verb_and_who_speaks(verb):
    assert said(f"“The bridge is weak,” {verb} Transport Minister Bo Ek.") == [("“The bridge is weak,”", "Bo Ek")]
    assert said(f"“The bridge is weak,” Transport Minister Bo Ek {verb}.") == [("“The bridge is weak,”", "Bo Ek")]


def test_work_that_goes_on_says_nothing():
    assert said("The work goes on, “day and night”, in Lest.") == []


@pytest.mark.parametrize("who", ["Harbour master Ida Quill", "Ida Quill"])
def test_a_short_sentence_after_a_colon_is_said(who):
    assert said(f"{who} shrugged: “We’ll see.” It rained.") == [("“We’ll see.”", "Ida Quill")]


def test_a_fisherman_and_she_say_a_short_sentence_after_a_colon():
    assert said("The old fisherman shrugged: “We’ll see.”")[0][0] == "“We’ll see.”"
    assert said("Several men waved to the camera: “We’ll see.”")[0][0] == "“We’ll see.”"
    assert said("She shrugged: “We’ll see.”") == [("“We’ll see.”", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Doe published a novel last year: “The Pier.”",
        "The mayor was greeted by a banner: “Go home.”",
        "A letter reached Mayor Ann Doe: “Resign now.”",
        "The shirt had two prints on it: “Vote Roe.”",
        "Ann Doe got a call from her mother: “Come home.”",
        "Mayor Ann Doe met Mayor Ivo Roe: “Not now.”",
    ],
)
def test_a_short_sentence_after_a_text_or_another_is_said_by_nobody(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "state", ["was not convinced", "was not persuaded", "remains convinced", "is still worried", "was not impressed"]
)
def test_who_is_not_convinced_says_why(state):
    assert said(f"Fisherman Ewan Tait {state}: “Words don’t float.”") == [("“Words don’t float.”", "Ewan Tait")]


def test_a_paragraph_of_a_quote_that_stands_again_without_a_speaker_is_no_quote_of_its_own():
    told = (
        "“We began in May,” said Ana Holt, the mayor. “It will last.\n\n“The quay opens in the summer. Nobody moves.”"
    )
    for again in ("“The quay opens in the summer. Nobody moves.”", "“The quay opens in the summer.”"):
        found = suggest(f"{told}\n\nThe end.\n\nNotes to Editors\n\n{again}").quotes
        assert [quote.speaker for quote in found] == ["Ana Holt"]
    other = suggest(f"{told}\n\nNotes to Editors\n\n“The quay opens in the winter. All will move.”").quotes
    assert len(other) == 2


def test_a_quotation_mark_that_stands_for_an_apostrophe_ends_no_quotation() -> None:
    text = '"I don"t know, it"s late," said Ivo Roe. "We"ll see."'
    (quote,) = suggest(text).quotes
    assert [text[start:end] for start, end in quote.content] == ['"I don"t know, it"s late,"', '"We"ll see."']
    assert quote.speaker == "Ivo Roe"


@pytest.mark.parametrize(
    "said", ['"It would"ve been the mayor"s house," said Ivo Roe.', '"You"re late," said Ivo Roe.']
)
def test_where_one_mark_stands_for_an_apostrophe_others_may(said: str) -> None:
    (quote,) = suggest(said).quotes
    assert said[slice(*quote.content[0])] == said.partition(" said")[0]


def test_where_none_surely_stands_for_an_apostrophe_none_does() -> None:
    text = 'Ivo Roe called the yard "Tesk"s best by far, and left.'
    assert [text[slice(*quote.content[0])] for quote in suggest(text).quotes] == ['"Tesk"']


def test_what_goes_on_after_the_day_on_which_somebody_was_asked_is_not_what_they_said() -> None:
    assert (
        suggest("Ivo Roe, the head of Tesk, was called in for questioning on Monday along with two others.").quotes
        == ()
    )


def test_a_label_may_name_somebody_again_by_surname() -> None:
    text = (
        "Minister Odile Roe spoke to the Messenger about drought.\n\nMessenger: Will they get money?\n\n"
        "Odile Roe: Yes. In June.\n\nMessenger: They say it is late.\n\nRoe: They say many things.\n"
    )
    said = [(text[slice(*quote.content[0])], quote.speaker) for quote in suggest(text).quotes]
    assert ("Yes. In June.", "Odile Roe") in said
    assert ("They say many things.", "Odile Roe") in said


def test_labels_of_two_who_share_a_surname_are_those_of_two() -> None:
    text = (
        "The river took the house of Ivo Roe and Ida Roe.\n\nIvo Roe: It rose at night.\n\nIda Roe: It was not so bad."
        "\n\nIvo Roe: It was very bad.\n\nIda Roe: He is afraid of water.\n"
    )
    said = [(text[slice(*quote.content[0])], quote.speaker) for quote in suggest(text).quotes]
    assert ("It rose at night.", "Ivo Roe") in said
    assert ("He is afraid of water.", "Ida Roe") in said


def test_who_was_described_is_meant_by_the_description_though_another_spoke_since() -> None:
    text = "A senior Norrin diplomat said it was late. “It is not,” said Ivo Roe. “They shouted,” the diplomat said."
    assert [quote.speaker for quote in suggest(text).quotes][-1] == "senior Norrin diplomat"


@pytest.mark.parametrize("day", ["on Thursday", "on Thursday night", "Thursday evening", "later"])
def test_the_day_on_which_something_was_said_is_no_part_of_it(day: str) -> None:
    text = f"The union said {day} its 40,000 members would walk out."
    (quote,) = suggest(text).quotes
    assert text[slice(*quote.content[0])] == "its 40,000 members would walk out"


@pytest.mark.parametrize(
    "text",
    [
        "«Міст буде збудовано», — заявив Ivo Roe.",
        "«Мостът ще бъде построен», каза Ivo Roe.",
        "„Most će biti izgrađen“, rekao je Ivo Roe.",
        "„Most bude postaven,“ oznámil Ivo Roe.",
        "„Most powstanie” – zapewnił Ivo Roe.",
        "”Bron ska byggas”, säger Ivo Roe.",
        "“De brug komt er”, aldus Ivo Roe.",
        "«Il ponte si farà», spiega Ivo Roe.",
        '"A ponte será construída", escreveu Ivo Roe.',
        '"El puente se hará", reiteró Ivo Roe.',
        "„Podul va fi construit”, a declarat Ivo Roe.",
        "« Le pont sera construit », raconte Ivo Roe.",
        "„Die Brücke kommt“, bestätigte Ivo Roe.",
        '"Köprü yapılacak" dedi Ivo Roe.',
        '"Silta rakennetaan", sanoo Ivo Roe.',
        "„A híd megépül” – mondta Ivo Roe.",
    ],
)
def test_verbs_of_speech_of_many_languages_name_who_speaks(text: str) -> None:
    (found,) = suggest(text, None).quotes
    assert (found.form, found.speaker) == ("direct", "Ivo Roe")


def test_who_tells_what_somebody_else_does_is_who_speaks() -> None:
    text = "Norbert Holt, the speaker, said Roe, through the vote, was trying to “end the republic.”"
    assert [found.speaker for found in suggest(text, None).quotes] == ["Norbert Holt"]


def test_an_order_is_no_verb_and_a_body_may_be_for_something() -> None:
    order = (
        "Ivo Roe issued an executive order directing the ministry to publish lists of “criminal acts done by visitors”."
    )
    assert [found.speaker for found in suggest(order, None).quotes] == ["Ivo Roe"]
    body = "The disease is deadly, according to the Centers for Disease Control."
    assert [found.speaker for found in suggest(body, None).quotes] == ["Centers for Disease Control"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ivo Roe is ill. He led the choir. His wife said he had “a problem”. “He gets tired,” she said.", "wife"),
        ("Ivo Roe is ill. His wife said he had “a problem”. “I am tired,” he said.", "Ivo Roe"),
        ("“I take her home,” said the man calmly.", "man"),
    ],
)
def test_somebody_without_a_name_speaks(text: str, speaker: str) -> None:
    assert suggest(text, None).quotes[-1].speaker == speaker


@pytest.mark.parametrize(
    "text", ["Ivo Roe told “Good Morning Lest” that he would go.", "Ivo Roe told the “Kurier” newspaper he would go."]
)
def test_whom_somebody_tells_is_no_quote(text: str) -> None:
    assert not [found for found in suggest(text, None).quotes if found.form != "indirect"]


def test_what_somebody_said_by_a_noun_is_who_said_it() -> None:
    text = "Few followed the Holt administration’s call to dismiss the reports as “fake news”."
    assert suggest(text, None).quotes[-1].speaker == "Holt administration"


def test_an_adverb_before_a_colon_is_nobody() -> None:
    found = suggest("Ann Roe spoke of unity. Then: “This stops right here and now.”", None).quotes
    assert [one.speaker for one in found] == ["Ann Roe"]


def test_a_ministry_of_defence_is_none_that_is_said() -> None:
    found = suggest("Norrin’s Ministry of Defense said the port was “shut for good”.", None).quotes
    assert [one.speaker for one in found] == ["Norrin’s Ministry of Defense"]
