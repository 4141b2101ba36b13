"""What names, roles, descriptions and pronouns stand for, over a whole invented article."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.analysis.quotes import Reader
from store.analysis.speaker_kinds import kind_of_speaker
from store.analysis.suggest import suggest

LEAD = "HARROWGATE, 3 June (Norrin Wire) – President Oskar Belun of Sutheria met Chancellor Ilse Taverne.\n"


def named(text: str) -> list[tuple[str | None, str]]:
    """The speaker and role of each quotation."""
    return [(quote.speaker, quote.role) for quote in Reader(text).quotes() if quote.form != "indirect"]


def speaker(text: str) -> str | None:
    """The speaker of the last quotation."""
    return named(text)[-1][0]


def speaker_told(text: str) -> str | None:
    """The speaker of the last quote of any form."""
    return Reader(text).quotes()[-1].speaker


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ('"All is well now," said Sutherian President Oskar Belun.', "Oskar Belun", "Sutherian President"),
        (
            '"All is well now," said Norrin’s Ambassador to Chad Pell Orrin.',
            "Pell Orrin",
            "Norrin’s Ambassador to Chad",
        ),
        ('"All is well now," said President of Norrin Oskar Belun.', "Oskar Belun", "President of Norrin"),
        (
            '"All is well now," said Director of Norrin’s State Museum Ivo Roe.',
            "Ivo Roe",
            "Director of Norrin’s State Museum",
        ),
        ('"All is well now," said Secretary of State Oskar F. Belun.', "Oskar F. Belun", "Secretary of State"),
        ('"All is well now," said former mayor Jane Doe.', "Jane Doe", "former mayor"),
        ('"All is well now," said Jane Doe, the union’s leader.', "Jane Doe", "union’s leader"),
        ('"All is well now," said Jane Doe, 41, a teacher from Tarn.', "Jane Doe", "teacher from Tarn"),
        ('The district prosecutor, Jane Doe, said: "All is well now."', "Jane Doe", "district prosecutor"),
        ('"All is well now," said Mr. Doe.', "Doe", ""),
        ('"All is well now," Prime Minister Theresa May said.', "Theresa May", "Prime Minister"),
        ("Глава МИД Норрина Анна Лордан заявила: «Мы готовы».", "Анна Лордан", "Глава МИД Норрина"),
        ("«Мы готовы», — заявил вице-премьер Норрина Олег Ранд.", "Олег Ранд", "вице-премьер Норрина"),
        ("«Мы готовы», — сказал министр внутренних дел Олег Ранд.", "Олег Ранд", "министр внутренних дел"),
        ("«Мы готовы», — сказал министр Олег Петрович Ранд.", "Олег Петрович Ранд", "министр"),
        ("«Мы готовы», — сказал НИА Новости эксперт Олег Ранд.", "Олег Ранд", "эксперт"),
        ("«Мы готовы», — сказала официальный представитель Мила Ранд.", "Мила Ранд", "представитель"),
        ("„Wir sparen“, sagte Energieministerin Ilsa Marrenko.", "Ilsa Marrenko", "Energieministerin"),
        ("„Wir sparen“, sagte die Chefin der Nordbank, Ute Lang.", "Ute Lang", "Chefin der Nordbank"),
        ("„Wir sparen“, sagte die Chefin der Norriner Bank Ute Lang.", "Ute Lang", "Chefin der Norriner Bank"),
        ("Die Chefin der Grünen Liga, Ute Lang, sagte: „Wir sparen.“", "Ute Lang", "Chefin der Grünen Liga"),
        ("«Iremos», dijo el primer ministro Ivo Sandrel.", "Ivo Sandrel", "primer ministro"),
        ("«Iremos», dijo la portavoz del Ministerio, Ute Lang.", "Ute Lang", "portavoz del Ministerio"),
        ("Le ministre de la Défense, Ivo Sandrel, a dit : « Nous irons ».", "Ivo Sandrel", "ministre de la Défense"),
        ("„Wir sparen“, sagte Frau von der Lang.", "von der Lang", "Frau"),
        ("„Wir sparen“, sagte der Minister.", "Minister", ""),
        ("Ute Lang, Chefin der Liga, sagte: „Wir sparen.“", "Ute Lang", "Chefin der Liga"),
        ("Die Chefin der Liga sagte: „Wir sparen.“", "Chefin der Liga", ""),
        ("El presidente del Senado dijo: «Iremos».", "presidente del Senado", ""),
        ('"All is well now," Opposition leader Dr. Jane Doe said.', "Jane Doe", "Opposition leader"),
        ('"All is well now," said committee chair Jane Doe.', "Jane Doe", "committee chair"),
        ('"All is well now," said harbour master Idris Vell.', "Idris Vell", "harbour master"),
        ('"All is well now," said the harbour master Idris Vell.', "Idris Vell", "harbour master"),
        ('Minister for Foreign Affairs Jane Doe said: "All is well."', "Jane Doe", "Minister for Foreign Affairs"),
        ('Minister of State for Trade Pell Orrin said: "All is well."', "Pell Orrin", "Minister of State for Trade"),
        ('Norrin Ambassador to the UN Jane Doe said: "All is well."', "Jane Doe", "Norrin Ambassador to the UN"),
        (
            'Norrin’s secretary of state nominee Jane Doe said: "Yes."',
            "Jane Doe",
            "Norrin’s secretary of state nominee",
        ),
        ('UN Middle East envoy Pell Orrin said: "All is well."', "Pell Orrin", "UN Middle East envoy"),
        (
            '"All is well," said Tarn Airport’s Managing Director Pell Orrin.',
            "Pell Orrin",
            "Tarn Airport’s Managing Director",
        ),
        ('"All is well," said OAS Secretary-General Pell Orrin.', "Pell Orrin", "OAS Secretary-General"),
        ('"All is well now," said Tory MP and former minister Pell Orrin.', "Pell Orrin", "former minister"),
        ('Norrin PM Jane Doe said: "All is well."', "Jane Doe", "Norrin PM"),
        ('Speaker of the House Ivo Sandrel said: "All is well."', "Ivo Sandrel", "Speaker of the House"),
        (
            'Head of the Norrin Ice Committee Ivo Sandrel said: "Yes."',
            "Ivo Sandrel",
            "Head of the Norrin Ice Committee",
        ),
        (
            'Head of the debt office of the Port Ministry Ivo Sandrel said: "Yes."',
            "Ivo Sandrel",
            "Head of the debt office of the Port Ministry",
        ),
        ('Former Prime Minister Sir John Sandrel said: "All is well."', "John Sandrel", "Former Prime Minister"),
        ('"All is well," said Judge John Pope.', "John Pope", "Judge"),
        ('Republican Jane Doe said: "All is well."', "Jane Doe", "Republican"),
        ('Chinese Vice-Premier He Lanfeng said: "All is well."', "He Lanfeng", "Chinese Vice-Premier"),
        ('"All is well now," He Lanfeng told reporters.', "He Lanfeng", ""),
        ('Ann Doe, director of Harbour Safety Works, said: "Yes."', "Ann Doe", "director of Harbour Safety Works"),
        ('Ann Doe, founder of the Tarn Trust said: "All is well."', "Ann Doe", ""),
        ('"All is well now," said the EU lawmaker chairing the session.', "EU lawmaker", ""),
        ('The Norrin foreign ministry issued a statement claiming "all is well".', "Norrin foreign ministry", ""),
        ('More than 120 admirals signed a letter warning "that it ends badly".', "120 admirals", ""),
        ('One of the report’s authors called it a "smoking gun".', "One of the report’s authors", ""),
        ("«Iremos», dijo la panadera Ute Lang.", "Ute Lang", "panadera"),
        ("« Nous irons », a déclaré le boulanger Ivo Sandrel.", "Ivo Sandrel", "boulanger"),
        ('"All is well now," said critics Jane Doe ignored.', "Jane Doe", ""),
        ('"All is well now," said Dr. Jane Doe.', "Jane Doe", ""),
        ('"All is well now," officials said.', "officials", ""),
        ('"All is well now," a ministry spokesman said.', "ministry spokesman", ""),
        (
            "«Он здоров», — сказала пресс-секретарь президента Мария Громова.",
            "Мария Громова",
            "пресс-секретарь президента",
        ),
        ("«Он здоров», — сказал советник министра Олег Белов.", "Олег Белов", "советник министра"),
        ("„Er geht jetzt“, sagte auch der Minister Otto Lang.", "Otto Lang", "Minister"),
        ("„Er geht jetzt“, sagte gestern Otto Lang.", "Otto Lang", ""),
        ('"All is well now," said the late Jane Doe.', "Jane Doe", ""),
        (
            "Баржи примет порт Леста, заявила капитан порта Йонна Рудая. «Мы готовы», — сказала она.",
            "Йонна Рудая",
            "капитан порта",
        ),
        (
            "Министр транспорта Анна Вольная приехала. «Мы готовы», — подчеркнула министр.",
            "Анна Вольная",
            "Министр транспорта",
        ),
    ],
)
def test_names_and_roles(text, name, role):
    assert named(text) == [(name, role)]


@pytest.mark.parametrize(
    ("phrase", "name", "role"),
    [
        ("Chairperson of the Bank of Russia Elvana Nabrul", "Elvana Nabrul", "Chairperson of the Bank of Russia"),
        ("Reserve Bank of Umber Governor Elvana Nabrul", "Elvana Nabrul", "Reserve Bank of Umber Governor"),
        ("Deputy Head of the NBT Yakov Smolin", "Yakov Smolin", "Deputy Head of the NBT"),
        (
            "Minister for Housing, Planning and Local Government Sorcan Covell",
            "Sorcan Covell",
            "Minister for Housing, Planning and Local Government",
        ),
        ("Minister of Energy and Mines Sorcan Covell", "Sorcan Covell", "Minister of Energy and Mines"),
        ("Minister for Public Expenditure Sorcan Covell", "Sorcan Covell", "Minister for Public Expenditure"),
        ("Minister for Justice Sorcan Covell", "Sorcan Covell", "Minister for Justice"),
        ("Minister of State for Justice Sorcan Covell", "Sorcan Covell", "Minister of State for Justice"),
        ("Sen. Angor King of Maine", "Angor King", "Sen."),
        ("Ben Dole of the Tarn-based group Harbour Now", "Ben Dole", ""),
        ("Ben Dole from the charity Save Now", "Ben Dole", ""),
        ("Analyst Ben Dole at research firm Velmo", "Ben Dole", "Analyst"),
        (
            "Ambassador Extraordinary and Plenipotentiary Ana Holt",
            "Ana Holt",
            "Ambassador Extraordinary and Plenipotentiary",
        ),
        (
            "Norland’s Ambassador Extraordinary and Plenipotentiary to Velland Ana Holt",
            "Ana Holt",
            "Norland’s Ambassador Extraordinary and Plenipotentiary to Velland",
        ),
        ("Minister Plenipotentiary Ana Holt", "Ana Holt", "Minister Plenipotentiary"),
        ("Federal police chief Lt-Gen Raed Jawlat", "Raed Jawlat", "Federal police chief Lt-Gen"),
        ("Federal police chief Lt Gen Raed Jawlat", "Raed Jawlat", "Federal police chief Lt Gen"),
        ("Chief of General Staff General Ivo Tarn", "Ivo Tarn", "Chief of General Staff General"),
        ("Norrin Bloc TD Pearle Dohan", "Pearle Dohan", "Norrin Bloc TD"),
        ("Rep. Charlie Dent, R-Norrin,", "Charlie Dent", "Rep."),
    ],
)
def test_a_name_ends_the_phrase_that_tells_what_its_title_is_of(phrase, name, role):
    text = f"{phrase} said “it went well for us”. “It is over now,” {name.split()[-1]} said."
    assert named(text) == [(name, role)] * 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Кранц ушёл. По словам Кранца, бюджет — «настоящее решето».", "Кранц"),
        ("Павел Кранц ушёл. По словам министра финансов Павла Кранца, бюджет — «решето».", "Павел Кранц"),
        ("Рудый ушёл. По мнению Олега Рудого, бюджет — «настоящее решето».", "Рудый"),
        ("Анна Лордан ушла. По словам Анны Лордан, бюджет — «настоящее решето».", "Анна Лордан"),
        ("Дана Вільк пішла. За словами Дани Вільк, бюджет — «справжнє решето».", "Дана Вільк"),
        ("По словам Кранца, бюджет — «настоящее решето».", "Кранца"),
        ("Олег Ранд ушёл. Мила Ранда ответила: «Да, и он не вернётся».", "Мила Ранда"),
    ],
)
def test_who_is_named_in_the_genitive_is_who_stands_in_the_text_in_the_nominative(text, name):
    assert speaker(text) == name


def test_a_name_after_an_adverb_that_opens_its_sentence_is_known():
    assert speaker("Ярек Вольный ушёл. Позже Вольный добавил: «Но не сейчас».") == "Ярек Вольный"


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("Oskar van der Belun", "Van der Belun"),
        ("Juan Carlos de la Vega", "De la Vega"),
        ("Karl von und zu Belun", "Belun"),
        ("Ludwig von Belun", "Von Belun"),
        ("Maria dos Santos e Silva", "Silva"),
        ("Joanna Rowsell Tarn", "Rowsell Tarn"),
        ("Ngozi d’Almeida", "Ngozi d’Almeida"),
    ],
)
def test_particles_are_parts_of_a_name(name, again):
    found = named(f'"All is well," said {name}. "It went well," {again} added. "It is over," {name} said.')
    assert [one for one, _ in found] == [name] * 3


def test_a_first_name_that_looks_like_a_particle_is_one():
    assert speaker('"All is well," said Jane Carson. "It went well," Ben Carson said.') == "Ben Carson"


@pytest.mark.parametrize(
    "again",
    [
        '"It went well," Taverne said.',
        '"It went well," Ms. Taverne said.',
        '"It went well," Chancellor Taverne said.',
        '"It went well," the chancellor said.',
        '"It went well," Ilse Taverne said.',
        'Taverne’s verdict was short. "It went well," she said.',
    ],
)
def test_a_chain_of_names_leads_to_the_full_one(again):
    assert speaker(LEAD + again) == "Ilse Taverne"


def test_pronouns_take_the_gender_of_first_names():
    assert speaker(LEAD + '"It went well," she said.') == "Ilse Taverne"
    assert speaker(LEAD + '"It went well," he said.') == "Oskar Belun"


def test_a_pronoun_takes_up_who_speaks_in_its_sentence():
    text = LEAD + "Ambassador Pell Orrin told reporters that work went on: “Nothing stands still,” he remarked."
    assert speaker(text) == "Pell Orrin"


def test_people_of_one_surname_are_told_apart():
    text = (
        "Jane Doe and her brother Mark Doe own the mill. Mark Doe left in May.\n"
        '"We miss him," Ms. Doe said.\n"I had to go," Mr. Doe said.'
    )
    assert [name for name, _ in named(text)] == ["Jane Doe", "Mark Doe"]


SAID = '"There is no money left," Krantz said.'


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister Pavel Krantz came. His wife Olga Krantz stood beside him. ", "Pavel Krantz"),
        ("Pavel Krantz came. Pavel Krantz spoke. Olga Krantz stood beside him. ", "Pavel Krantz"),
        ("Olga Krantz came. Minister Pavel Krantz came too. ", "Pavel Krantz"),
        ("Minister Olga Krantz came. Krantz spoke. " + "She left. " * 4 + "Mayor Ivo Krantz came. ", "Ivo Krantz"),
    ],
)
def test_a_surname_of_two_is_that_of_who_has_a_title_or_is_named_more_often_and_is_ambiguous(text, name):
    *_, quote = Reader(text + SAID).quotes()
    assert (quote.speaker, quote.confidence) == (name, 0.7)
    assert "ambiguous" in quote.why


@pytest.mark.parametrize("again", ["Zhou", "Deputy Minister Zhou"])
def test_a_surname_that_stands_first_is_that_of_who_was_named_last_and_is_ambiguous(again):
    text = f'Judge Zhou Binlan ruled. Deputy Minister Zhou Keqi spoke. "The money is gone," {again} said.'
    *_, quote = Reader(text).quotes()
    assert (quote.speaker, quote.confidence) == ("Zhou Keqi", 0.7 if again == "Zhou" else 0.95)


def test_a_surname_is_clear_before_another_bears_it_and_where_one_is_named_far_more_often():
    often = "Minister Pavel Krantz came. " + "Krantz spoke. " * 6
    for text in (often, f"{often}Olga Krantz came. Pavel Krantz left. "):
        *_, quote = Reader(text + SAID).quotes()
        assert (quote.speaker, quote.confidence) == ("Pavel Krantz", 0.95)


@pytest.mark.parametrize("name", ["Jane Doe", "**Henrike Solano-Pryce**"])
def test_an_outlet_in_italics_is_nobody_for_whom_a_pronoun_stands(name):
    assert speaker(f'*Norrin Eagle* spoke to {name}.\n\n> "There is no money left," she said.') == name.strip("*")


def test_a_name_that_only_describes_is_not_the_speaker():
    assert speaker(LEAD + '"He will not come," said Belun’s lawyer.') == "Belun’s lawyer"
    assert speaker(LEAD + '"He will not come," the Belun campaign said.') == "Belun campaign"


@pytest.mark.parametrize(
    "text",
    [
        "„Wir sparen“, sagte der Sprecher des Ministers Ivo Sandrel.",
        "«Iremos», dijo el portavoz del ministro Ivo Sandrel.",
        "«Мы готовы», — сказал пресс-секретарь президента Олега Ранда.",
    ],
)
def test_a_spokesman_is_not_the_one_for_whom_he_speaks(text):
    assert str(speaker(text)).startswith(("Sprecher", "portavoz", "пресс-секретарь"))


@pytest.mark.parametrize(
    "served", ["Олега Ранда", "министра Ивана Петрова", "Анны Беловой", "Рудовского", "Сергея Лукова"]
)
def test_who_is_served_is_not_the_speaker(served):
    for text in (f"Представитель {served} сказал: «Мы готовы».", f"«Мы готовы», — сказал представитель {served}."):
        name = speaker(f"Олег Ранд и Анна Белова пришли. {text}")
        assert str(name).lower() == f"представитель {served}".lower()
        assert kind_of_speaker(str(name)) == "unnamed"


@pytest.mark.parametrize("name", ["Никита Михалов", "Сергей Луков", "Илья Рудов", "Анна Белова", "Майя Сандо"])
def test_a_name_that_only_looks_like_a_genitive_is_the_speaker(name):
    verb = "сказала" if name.endswith("ова") or name.startswith("Майя") else "сказал"
    assert speaker(f"Представитель {name} {verb}: «Мы готовы».") == name


def test_a_role_with_a_foreign_article_is_that_of_the_person_named_before():
    assert speaker("Die Ministerin Ute Lang sagte: „Wir sparen.“ „Das ist nötig“, so die Ministerin.") == "Ute Lang"


def test_a_german_noun_with_an_article_is_nobody_for_whom_a_pronoun_stands():
    assert speaker("Ivo Sandrel kam. Nach dem Treffen sagte er: „Wir sparen.“") == "Ivo Sandrel"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Norrin Chamber of Commerce’s Mr Belun", "Oskar Belun"),
        ("The Sutherian president", "Oskar Belun"),
        ("In a radio interview Belun", "Oskar Belun"),
        ("Belun this week", "Oskar Belun"),
        ("Belun himself", "Oskar Belun"),
    ],
)
def test_whom_a_phrase_with_other_words_names(text, name):
    assert speaker(f'{LEAD}{text} said: "He will not come."') == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Connolly said: "All is well."', "Connolly"),
        ('Ahmed said he would go: "All is well if I can', "Ahmed"),
        ('Kelly, who lost her farm, wept, saying "it is over for us".', "Kelly"),
        ('The president of the San Francisco Fed said: "All is well."', "president of the San Francisco Fed"),
        ('The head of the German Marshall Fund said: "All is well."', "head of the German Marshall Fund"),
        ('Director of the Tarn Museum Mary Grace Holt said: "All is well."', "Mary Grace Holt"),
        ('Director of the Tarn School Mary Grace Holt said: "All is well."', "Mary Grace Holt"),
        ("«Мы готовы», — сказала министр Александра Белова.", "Александра Белова"),
        ("«Мы готовы», — сказал посол Диего.", "Диего"),
        ('A petition to parliament calls the plan "a great mess".', "petition"),
        ('Ivo Doe came. He Tuesday called the plan "a great mess".', "Ivo Doe"),
        ('"All is well," said Los Angeles based analyst Jane Doe.', "Jane Doe"),
        ('"All is well," said United Nations appointed envoy Jane Doe.', "Jane Doe"),
        ('Jack London came. London said: "All is well."', "Jack London"),
        ('Eastern Ukraine burned. Ukraine said: "All is well."', "Ukraine"),
        ('The chair of the House Freedom Caucus said: "All is well."', "chair of the House Freedom Caucus"),
        ('The director of the Air Force Research Lab said: "Yes."', "director of the Air Force Research Lab"),
        ('The mayor of San Diego Todd Gloria said: "All is well."', "Todd Gloria"),
        ("SEN. KING: It is well, and more will come.\n\nREP. BISHOP: It is so.", "Bishop"),
        ('Kamala says so. Kamala Harris came. "All is well," Kamala said.', "Kamala Harris"),
        ('Oresk cuts jobs. Oresk Energy spoke. "All is well," Oresk said.', "Oresk Energy"),
        ('The company, Tarn Ltd., said: "All is well."', "Tarn Ltd"),
        ('"All is well," said Republican Doe.', "Doe"),
        ('He Jin-ping said: "All is well."', "He Jin-ping"),
        ('Crucially, the Tarn Bank agreed, saying "it is well".', "Tarn Bank"),
        ('Bush spoke in the bush. "All is well," he said.', "Bush"),
        ('Mark ran the shop to mark the day. "All is well," he said.', "Mark"),
        ('The Republican Guard said: "All is well."', "Republican Guard"),
        ('Sixty-year-old Ivo Sandrel said: "All is well."', "Ivo Sandrel"),
        ('Ivo Sandrel spoke. The clash is at Harbour Arena. "It is hard," he said.', "Ivo Sandrel"),
        (
            'Mara Denholt vowed to help.\n\nBut Ilke Tormund was wary. "We need to see it first," she said.',
            "Ilke Tormund",
        ),
        ('"All is well," Velgoria said. The deal was signed, Velgoria One reported.', "Velgoria"),
        ("PRIME MINISTER TORMUND: It is well.\n\nFINANCE MINISTER VERHOEVE: It is so.", "Verhoeve"),
        ('The company, Oresk Metals plc, said: "All is well now."', "Oresk Metals"),
        ('Oresk Energy is big. "All is well now," Oresk said.', "Oresk Energy"),
        ('The Socialist Republic of Tarn said: "All is well."', "Socialist Republic of Tarn"),
        (
            'The president of the Tarn University of Notre Dame said: "Yes."',
            "president of the Tarn University of Notre Dame",
        ),
        ('The head of the US Geological Survey said: "All is well."', "head of the US Geological Survey"),
        ('The secretary of Health and Human Services said: "Yes."', "secretary of Health and Human Services"),
        ('The governor of the Bank of New York said: "All is well."', "governor of the Bank of New York"),
        ('UN and Arab League envoy Ivo Tarn said: "All is well."', "Ivo Tarn"),
        ('Former Overpool and Real Tarnia striker Ivo Tarn said: "Yes."', "Ivo Tarn"),
        ('The college’s Board of Harbours said: "All is well."', "college’s Board of Harbours"),
        ('A spokesman for Navy Admiral Ivo Tarn said: "Yes."', "spokesman for Navy Admiral Ivo Tarn"),
    ],
)
def test_names_that_only_look_like_something_else(text, name):
    assert speaker(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Back in Tarn, Oskar Belun met voters and said “we will win”.", "Oskar Belun"),
        ("There was a great contrast to the day when Oskar Belun said “we will win”.", "Oskar Belun"),
        ("Traditionally, Belun said, “we will win”.", "Oskar Belun"),
        ("Given the storm, Belun said, “we will win”.", "Oskar Belun"),
        ("Tired of waiting, Belun said “we will win”.", "Oskar Belun"),
        ("Unlike his rival, Belun said “we will win”.", "Oskar Belun"),
        ("Gunman Martin Holt said “we will win”.", "Martin Holt"),
        ("Everybody said “we will win”.", None),
        ("The scholar Fan Xiping came. Fan said “we will win”.", "Fan Xiping"),
    ],
)
def test_what_opens_a_sentence_with_a_capital_is_no_speaker(text, name):
    assert speaker(f"{LEAD}{text}") == name


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Its chairman, retired teacher Ivo Roe, 71, said: “We will win.”", "Ivo Roe", "chairman"),
        (
            "Umber’s chief negotiator, Colonel General Ivo Roe, said: “We will win.”",
            "Ivo Roe",
            "Umber’s chief negotiator",
        ),
        ("The mediator, former Umber chancellor Ivo Roe, spoke. Roe said: “We will win.”", "Ivo Roe", "mediator"),
        ("The Bloc’s candidate, Ivo Roe, ruled it out. “We will win,” he said.", "Ivo Roe", "Bloc’s candidate"),
        ("In a letter to the mayor, Ivo Roe, a lawyer, said: “We will win.”", "Ivo Roe", "lawyer"),
        ("The nominee for mayor, Ivo Roe, said: “We will win.”", "Ivo Roe", "nominee for mayor"),
        ("The chairwoman, former US senator Ann Roe, said: “We will win.”", "Ann Roe", "chairwoman"),
        ("Standing beside the president, Roe, 56, said: “We will win.”", "Roe", ""),
        ("It was praised by the mayor, Ivo Roe, who left. “We will win,” Roe said.", "Ivo Roe", "mayor"),
        ("According to the mayor, Ivo Roe, it is late. “We will win,” Roe said.", "Ivo Roe", "mayor"),
        ("According to the mayor, Roe “lost all that he had in it”.", "mayor", ""),
        ("His own lawyer, Ivo Roe, said: “We will win.”", "Ivo Roe", "lawyer"),
        ("Represented by a lawyer, Pell, 34, spoke: “We will win,” the lawyer said.", "lawyer", ""),
        ("Her sister, the nurse Ann Roe, said: “We will win.”", "Ann Roe", "nurse"),
        ("He met the mayor, Ivo Roe, and the envoy. Roe said: “We will win.”", "Ivo Roe", "mayor"),
        ("Cllr Ivo Roe (Ind) left. Mr Roe said: “We will win.”", "Ivo Roe", "Cllr"),
        ("Gov. Ann Roe left. The governor, a lawyer, said: “We will win.”", "Ann Roe", "Gov."),
        ("Prime Minister Ivo Roe left. “We will win,” the head of government said.", "Ivo Roe", "Prime Minister"),
    ],
)
def test_an_office_before_a_comma_is_whose_name_follows_it(text, name, role):
    assert named(text)[-1] == (name, role)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jane Doe, the mayor, and Ivo Roe said it was late.", "Jane Doe and Ivo Roe"),
        ("Jane Doe, the mayor of Lest, and the minister Ivo Roe said it was late.", "Jane Doe and Ivo Roe"),
        ("The elderly warned ministers that they were cold.", "elderly"),
        ("The monopoly told customers that prices would rise.", "monopoly"),
        ("A police statement said two men were held.", "police"),
        ("A Norrin foreign ministry statement said two men were held.", "Norrin foreign ministry"),
        ("A statement by Ann Bell, the mayor, said it was late.", "Ann Bell"),
        ("A clear statement said it was late.", None),
        ("Tests published today show high levels of arsenic.", "Tests"),
        ("Of the $800 million pledged last May, Ann Bell said, less than a third had come.", "Ann Bell"),
        ("Rival Tesk said it was late.", "Tesk"),
        ("Price, 44, said it was late.", "Price"),
        ("Rich and Best said it was late.", "Rich and Best"),
        ("A Christmas statement said the king was well.", None),
        ("The mayor of Lest resigned, it said.", None),
        ("2,000 workers said they would strike.", "2,000 workers"),
        ("On 2 May 2, 200 workers said they would strike.", "200 workers"),
        ("Last year’s statement called on all states to resist.", None),
        ("In May the Tarn daily published an article claiming that it was late.", "Tarn daily"),
        ("The Tarn feed said the singer was safe.", "Tarn feed"),
        ("Another of the firms, Tarn Airlines, said it was late.", "Tarn Airlines"),
        ("Subscribe, choose a town that you want to learn more about.", None),
        ("Norrin, whose army left, paid nothing, though it said it might come.", "Norrin"),
        ("Chief at Norrin’s Chamber of Trade and Industry Peter Roe said it was late.", "Peter Roe"),
        ("Umber’s ambassador in Cyprus Ivo Roe said it was late.", "Ivo Roe"),
    ],
)
def test_who_tells_what_is_told(text, name):
    assert next((quote.speaker for quote in Reader(text).quotes()), None) == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Ann Bell said the mayor had published a statement.", "mayor"),
        ("Police said the firm issued a statement on Monday.", "firm"),
        ("The rebels said they had issued no statement.", None),
    ],
)
def test_a_statement_is_of_who_issued_it_by_the_verb(before, name):
    assert speaker(f"{before} “It is done,” the statement said.") == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("A senior Western diplomat said it was late.", "senior Western diplomat"),
        ("A Tarn diplomat said it was late. A Norrin diplomat said it was early.", "diplomat"),
    ],
)
def test_an_office_alone_is_the_only_one_described_in_more_words(before, name):
    assert speaker(f"{before} “They will move,” the diplomat said.") == name


@pytest.mark.parametrize("befell", ["was jailed for five years", "was shot dead on Friday", "died in May"])
def test_whom_something_befell_is_not_who_speaks_next(befell):
    text = "Judge Jonas Finn heard the case. “It is over,” Finn said.\n\nMateo Brull, 34, "
    assert speaker(f"{text}{befell}. He said the crime was “vile”.") == "Jonas Finn"


@pytest.mark.parametrize(
    "text",
    [
        "After eleven days of talks, Norrin and Umber agreed on Tuesday to leave.",
        "Tarn parking charges on the seafront are set to go up.",
    ],
)
def test_what_leads_up_to_a_verb_or_follows_a_noun_is_not_told(text):
    told = [text[start:end] for quote in Reader(text).quotes() for start, end in quote.content]
    assert not any(words.startswith(("After", "on ")) for words in told)


@pytest.mark.parametrize("noise", ["Brussels was cold.", "Protectionism fails, and so does protectionism at home."])
def test_neither_a_capital_nor_a_common_word_is_he(noise):
    assert speaker(f'{LEAD}Belun spoke of trade. {noise} "It will not come back," he said.') == "Oskar Belun"


@pytest.mark.parametrize(
    "whose",
    [
        "A critic of President Oskar Belun",
        "The spokesman for President Oskar Belun",
        "An adviser to former President Belun",
        "The widow of General Oskar Belun",
        "Spokesman for Oskar Belun",
    ],
)
def test_who_is_described_by_a_titled_name_is_not_the_one_named(whose):
    for text in (f'{whose} said: "He will not come."', f'"He will not come," said {whose[0].lower()}{whose[1:]}.'):
        assert speaker(LEAD + text) not in ("Oskar Belun", "Belun", None)


@pytest.mark.parametrize(
    ("subject", "name", "role"),
    [
        ("The officer in charge of roads, Assistant Commissioner Ivo Finn,", "Ivo Finn", "Assistant Commissioner"),
        ("The head of the port, Dr Ivo Finn,", "Ivo Finn", "head of the port"),
        (
            "The Ranking Democrat on the Ice Committee, Mark Warden of Norrin,",
            "Mark Warden",
            "Ranking Democrat on the Ice Committee",
        ),
    ],
)
def test_a_name_between_commas_with_a_title_or_a_place_is_who_speaks(subject, name, role):
    assert named(f"{subject} said it was “good for us all”.") == [(name, role)]


@pytest.mark.parametrize(
    "subject",
    [
        "Cllr Jane Roe (Lab, Tarn),",
        "Jane Roe (Conservative, Tarn), the shadow minister,",
        "Jane Roe (pictured, left), the mayor,",
        "Jane Roe (Con, Tarn), 61,",
        "Jane Roe, 61, (Greens, Tarn), who runs the port,",
    ],
)
def test_a_word_in_brackets_after_a_name_is_not_who_speaks(subject):
    assert (speaker(f"{subject} said it was “good for us all”.") or "").removeprefix("Cllr ") == "Jane Roe"


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Butcher Graham Tull, of Tull & Sons, said it was late.", "Graham Tull", "Butcher"),
        ("Plumber Ivo Sandrel said it was late.", "Ivo Sandrel", "Plumber"),
        ("Developer Ann Bell said it was late.", "Ann Bell", "Developer"),
        ("Developer Castlegate Homes said it was late.", "Castlegate Homes", ""),
        ("Steelmaker Varnholt said it was late.", "Varnholt", ""),
        ("TARN (Wire) - Steelmaker Varnholt said it was late.", "Varnholt", ""),
        ("Carpenter Varnholt said it was late.", "Carpenter Varnholt", ""),
        (
            "Supermarket Ring came. The town has Supermarket Ring. Supermarket Ring said it was late.",
            "Supermarket Ring",
            "",
        ),
    ],
)
def test_a_trade_that_opens_a_sentence_is_no_part_of_a_name_unless_the_text_has_it_so_elsewhere(text, name, role):
    (quote,) = Reader(text).quotes()
    assert (quote.speaker, quote.role) == (name, role)


def test_the_second_of_a_list_is_not_the_name_of_the_first():
    assert speaker('"It is over now," said the mayor, the farmer Ivo Finn, and the nurse Ann Bell.') == "mayor"


@pytest.mark.parametrize(
    ("before", "source", "name"),
    [
        ("", "the statement", None),
        ("Talks ended on Monday. ", "a joint statement", None),
        ("Talks ended after the mayor released a statement. ", "the report", "report"),
        ("The Norrin Bank issued a statement on Monday. ", "the statement", "Norrin Bank"),
        ("", "Ivo Finn’s statement", "Ivo Finn"),
        ("", "a statement from Ivo Finn", "Ivo Finn"),
        ("", "a statement on the website", None),
    ],
)
def test_a_statement_is_no_speaker_but_whose_it_is(before, source, name):
    assert speaker(f'{before}"Our support is firm," {source} said.') == name


@pytest.mark.parametrize(
    ("source", "role"),
    [
        ("Sandrel's neighbour, the beekeeper Jane Roe", "beekeeper"),
        ("her sister, the nurse Jane Roe", "nurse"),
        ("Ivo Finn’s wife, the banker Jane Roe", "banker"),
        ("Ivo Finn’s wife, Jane Roe", "Ivo Finn’s wife"),
    ],
)
def test_a_name_after_a_comma_and_a_trade_is_who_speaks(source, role):
    assert named(f'"It is over now," says {source}.') == [("Jane Roe", role)]


@pytest.mark.parametrize(
    ("subject", "names"),
    [
        ("John Reed, Jane Roe and Ann Bell", "John Reed, Jane Roe and Ann Bell"),
        ("John Reed, Mayor Jane Roe, Ivo Finn and Ann Bell", "John Reed, Jane Roe, Ivo Finn and Ann Bell"),
        ("In a letter to John Reed, Jane Roe and Ann Bell", "Jane Roe and Ann Bell"),
        ("John Reed and Ann Bell, the mayor,", "John Reed and Ann Bell"),
        ("John Reed, the minister, and Ann Bell, the mayor,", "John Reed and Ann Bell"),
        ("John Reed, the minister for Norrin, and Ann Bell, 41,", "John Reed and Ann Bell"),
        ("John Reed, the minister, and his deputy, Ann Bell,", "John Reed and Ann Bell"),
        ("John Reed (Lab, Tarn) and Ann Bell (Con, Norrin), the mayor,", "John Reed and Ann Bell"),
        ("John Reed lost, and Ann Bell, the mayor,", "Ann Bell"),
        ("John Reed met the minister, and Ann Bell, the mayor,", "Ann Bell"),
    ],
)
def test_those_of_a_list_speak_as_one(subject, names):
    assert speaker(f"{subject} said it was “good for us all”.") == names


@pytest.mark.parametrize(
    "text",
    [
        'The foreign ministers of Norrin and Umber, Jane Doe and Ivo Roe, said: "All is well."',
        'Its founders, Jane Doe and Ivo Roe, said: "All is well."',
        '"All is well," said Jane Doe, the mayor, and Ivo Roe, her deputy.',
        '"All is well," said Jane Doe, the mayor of Lest, and Ivo Roe.',
        '"All is well," said Jane Doe and her Umber counterpart, Ivo Roe.',
        'Jane Doe and her Umber counterpart, Ivo Roe, said: "All is well."',
        'Jane Doe and her Umber counterpart Ivo Roe said: "All is well."',
        'Jane Doe left. Doe and her Umber counterpart, Ivo Roe, said: "All is well."',
        'Mayor Jane Doe and her deputy, Ivo Roe, said: "All is well."',
    ],
)
def test_two_are_joint_speakers_whatever_they_are_stands_beside_them(text):
    assert speaker(text) == "Jane Doe and Ivo Roe"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"All is well," said Jane Doe, the mayor, and the council agreed.', "Jane Doe"),
        ('"All is well," said Jane Doe, the mayor, and Ivo Roe left.', "Jane Doe"),
        ('"All is well," said Jane Doe and her deputy.', "Jane Doe"),
        ('The head of Lest and Tarn, Jane Doe, said: "All is well."', "Jane Doe"),
    ],
)
def test_who_is_told_of_beside_a_speaker_does_not_speak(text, name):
    assert speaker(text) == name


@pytest.mark.parametrize(
    "source", ["A joint statement by Norrin and Umber", "A study for Norrin and Umber", "Experts on Norrin and Umber"]
)
def test_those_joined_after_a_preposition_are_not_the_second_alone(source):
    assert speaker_told(f"{source} said the border would reopen.") not in ("Umber", None)


def test_a_joint_statement_is_of_both():
    assert speaker_told("A joint statement by Norrin and Umber said the border would reopen.") == "Norrin and Umber"


@pytest.mark.parametrize("led", ["After the minister, Ida Bell, left", "When the mayor, Ida Bell, came"])
def test_who_is_named_after_what_they_are_right_before_the_verb_speaks(led):
    text = f"{led}, the union’s leader, Tom Marr, said the strike would go on."
    assert Reader(text).quotes()[-1].speaker == "Tom Marr"


def test_a_name_before_what_somebody_is_speaks_rather_than_whose_name_looks_like_one_after_it():
    assert speaker_told("Tom Marr, the mayor of Lest, Upper Sarn, said the strike would go on.") == "Tom Marr"


@pytest.mark.parametrize("credit", ["(Norrin Wire)", "(Wire) -", "(WIRE) —"])
def test_an_agency_in_brackets_speaks_nothing(credit):
    assert speaker(f'{credit} "All of this is well for all of us."') is None


@pytest.mark.parametrize("byline", ["By Ann Lee & Bo Roe", "By Ann Lee and Bo Roe", "By Tom Lee, Harbour Herald"])
def test_who_wrote_an_article_is_nobody_that_a_pronoun_stands_for(byline):
    assert speaker(f'Harbour opens\n{byline}\nThe harbour opens today. "All is well," he said.') is None


@pytest.mark.parametrize(
    "before",
    [
        "In a statement, the ministry apologised for it.",
        "The ministry said in a written statement that it was sorry.",
        "The ministry said in a statement that it was sorry. The dam is old.",
    ],
)
def test_the_statement_is_of_who_said_something_in_one(before):
    assert speaker(f'{before} "We salute all who helped," the statement said.') == "ministry"


@pytest.mark.parametrize(
    "words",
    [
        '"Ministers will meet in May," the Lest Wire quoted Ivo Roe as saying.',
        '"Ministers will meet in May," Ivo Roe was quoted as saying by the Lest Wire.',
        'Ivo Roe spoke on Sunday. "Ministers will meet in May," the Lest Wire quoted him.',
        'Ivo Roe, UN assistant secretary-general warned that it was a "forcible transfer of all".',
        'Ivo Roe, a member and the chairman of the House Committee said it was a "forcible transfer of all".',
        'A speech by Ann Bell pleased Ivo Roe, who has attacked judges and called the courts "so very political".',
    ],
)
def test_who_is_quoted_or_told_of_speaks_and_not_who_or_what_stands_beside_them(words):
    assert speaker(words) == "Ivo Roe"


def test_names_joined_by_a_sign_are_two_people_but_a_firm_is_one():
    text = 'Jane Bell & Anna Roe played for {}. "We knew that it would be hard," said {}.'
    assert speaker(text.format("Lest", "Roe")) == "Anna Roe"
    assert speaker(text.format("Velmo & Sons", "Velmo & Sons")) == "Velmo & Sons"


@pytest.mark.parametrize("opening", ["Said Ivo Roe", "Added Ivo Roe on the ferry"])
def test_a_verb_that_opens_a_sentence_before_who_speaks_is_no_part_of_the_name(opening):
    assert named(f'"We won," said Ann Bell. {opening}: "We are going to save lives."')[-1] == ("Ivo Roe", "")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('The man allegedly hit four soldiers while shouting "down with them all".', "man"),
        ('Police officials there said that it was "a failure to disperse".', "Police officials"),
        ('The new film prompted the mayor to release a statement saying, "I must change now."', "mayor"),
        ('Ida Bell called on her fellow Liberals to continue "loudly and clearly" with it.', "Ida Bell"),
        ('Since the attack on Tarn, authorities expelled many, accusing them of "ties to rebels".', "authorities"),
        ('A statement on the Tarnrail website added: "We are sorry that we cannot run."', "Tarnrail"),
        ('Ann Bell left. "We are sorry that we cannot run," her statement said.', "Ann Bell"),
        ('Prime Minister Ida Bell met Ivo Roe. The PM insisted: "Facts are on our side."', "Ida Bell"),
        ('The mayor ate bread, then cried: "Help me with all of this."', "mayor"),
        ('Tom Marr made a speech Wednesday night claiming he was "part of the winners".', "Tom Marr"),
        ('Tom Marr made a speech at the Lest Awards last month describing it as "a great leap ahead".', "Tom Marr"),
        ('At that point, Ivo Roe said the court had ruled that "yes, he won it all".', "Ivo Roe"),
        ('The school head, Rosa Bell, said teachers and pupils alike were "shattered and sad".', "Rosa Bell"),
        ('"My house is gone," cried one man wandering through the ruins of Lest.', "man"),
        (
            'Teachers left because the former head of the board believes in "choice for all".',
            "former head of the board",
        ),
    ],
)
def test_who_speaks_is_neither_how_nor_where_nor_what_moved_them_to(text, name):
    assert speaker(text) == name


def test_a_label_that_tells_where_to_go_on_is_nobody():
    assert speaker('READ MORE: "Which parts of Lest should be rebuilt?"') is None
    assert speaker('JANE DOE: "Which parts of Lest should be rebuilt?"') == "JANE DOE"


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ('Mark Rost won. "We won it all," Rost said. President Frank Holm liked it.', "Frank Holm"),
        ('"We won," said Mark Rost. A rebel fighter said the lines were "falling at last".', "rebel fighter"),
        ("The mayor met Umber Norwegians.", None),
        ("The mayor met an African American, 44.", None),
    ],
)
def test_he_is_who_was_just_reported_and_never_a_people(before, name):
    assert speaker(f'{before} "All of this is well now," he said.') == name


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ('Ida Bell, along with her counsel, said: "All is well."', "Ida Bell", ""),
        ('Ida Bell, a writer who sits on the board, said: "All is well."', "Ida Bell", "writer"),
        ('Supt Ida Bell said: "All is well."', "Ida Bell", "Supt"),
        ('Tory Anna Bell said: "All is well."', "Anna Bell", "Tory"),
        (
            'Chairman of the Justice and Development Party Memet Medi Eker said: "All is well."',
            "Memet Medi Eker",
            "Chairman of the Justice and Development Party",
        ),
        ('"All is well," wrote Sens. Anna Bell and Ivo Roe. "It is," Bell said.', "Anna Bell", ""),
        ('Mayor Ivo Roe met his Umber counterpart Ida Bell. Ms Bell said: "All is well."', "Ida Bell", ""),
        ('Lest County Public Defender Ann Bell said: "All is well."', "Ann Bell", "Lest County Public Defender"),
    ],
)
def test_a_role_is_an_office_before_a_name_and_nobody_beside_it(text, name, role):
    assert named(text)[-1] == (name, role)


def test_two_who_speak_as_one():
    assert speaker(LEAD + 'Belun and Taverne called it "a good day for us".') == "Oskar Belun and Ilse Taverne"


def test_a_pronoun_that_nobody_fits_has_no_speaker():
    assert speaker('"It is over now," he said.') is None
    assert speaker('Jane Doe left. "It is over now," he said.') is None


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Zorvan Denholt met Quillan Sandrel.", "Zorvan Denholt"),
        ("Zorvan Denholt and Quillan Sandrel met.", None),
        ("On Monday rain fell on Zorvan Denholt and on Quillan Sandrel.", None),
        ('"It is bad," John Doe said. "It is good," said the deputy minister.', "deputy minister"),
        ('"It is bad," John Doe said. "It is good," said the spokeswoman.', "John Doe"),
        ('"It is bad," John Doe said. "It is good," officials said.', "John Doe"),
    ],
)
def test_a_pronoun_stands_for_the_subject_or_the_last_speaker_and_of_two_alike_for_nobody(before, name):
    assert speaker(f'{before} "It went well," he added.') == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Dutch parents read Jorrit Vandel.", "Jorrit Vandel"),
        ("Hospitals closed. GPs are tired.", None),
        ("Rain fell. I’ve come.", None),
        ("Rain fell. Alright then.", None),
        ("Mellow songs came.", "Ivo Sandrel"),
        ("Rain fell on DARVO UK.", None),
        ("The Brunt plan failed. President Brunt came.", "Brunt"),
        ("Al Tarnia’s Quillan Denholt met the crowd.", "Quillan Denholt"),
        ("Pellan, 27, came.", "Pellan"),
        ("Ivo Tarn came. Parties lost in major German cities.", "Ivo Tarn"),
        ("Zorvan Denholt met Social Democrats.", "Zorvan Denholt"),
        ('"It is bad," John Doe said. President Mark Tarn’s envoy left.', "John Doe"),
        ('"It is bad," John Doe said. The former Norrin envoy to Sutheria Mark Tarn is calm.', "Mark Tarn"),
        ('"It is bad," John Doe said. "It is so," Doe said. Mark Tarn, of the trust, is calm.', "Mark Tarn"),
    ],
)
def test_a_pronoun_stands_for_a_person_and_first_for_who_was_just_introduced(before, name):
    lead = "Ivo Sandrel, a farmer, came. " if name == "Ivo Sandrel" else ""
    assert speaker(f'{lead}{before} "It went well," he added.') == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Brull, now a candidate for the council, sees it differently.", "Mateo Brull"),
        ("Brull sees it differently.", "Mateo Brull"),
        ("The vote was lost by Mateo Brull.", "Jonas Finn"),
    ],
)
def test_a_pronoun_is_rather_whom_the_sentence_before_is_about_than_who_spoke_a_paragraph_earlier(before, name):
    lead = 'Governor Mateo Brull lost.\n\n"It is over now," says the beekeeper Jonas Finn.'
    assert speaker(f'{lead}\n\n{before} He says he had "more time at home".') == name


def test_a_speaker_whom_a_pronoun_names_is_less_sure_than_one_named():
    named_first, by_pronoun = Reader('"All is well," John Doe said. "It went well again," he added.').quotes()
    assert by_pronoun.speaker == "John Doe"
    assert by_pronoun.confidence < named_first.confidence


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("Chancellor Ilse Marrant met the press. She vowed to rebuild the bridge by 2027.", "Ilse Marrant"),
        ("The two ministers met in Orlane. They agreed to build a dam by 2030.", "two ministers"),
        ("Oskar Belun and Pell Orrin met. They agreed to build a dam by 2030.", "Oskar Belun and Pell Orrin"),
        ("The Ministry of Transport replied. It will reopen the line by May 2025.", "Ministry of Transport"),
        ("Rain fell all day. He promised to return the money by June.", None),
        ("Mayor Tom Brown opened the fair. He said he would resign in May.", "Tom Brown"),
    ],
)
def test_a_pronoun_that_promises_stands_for_somebody_named_before(text, promisor):
    (found,) = suggest(text, "2024-11-11").commitments
    assert found.promisor == promisor


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We stay,” the Ministry of Health and Labour said.", "Ministry of Health and Labour"),
        ("“We stay,” the presidents of Norrin and Umber said.", "presidents of Norrin and Umber"),
        ("Members of the United Aid Council said: “We shall all stay.”", "Members of the United Aid Council"),
        ("Norrin and its allies said: “We shall all stay.”", "Norrin and its allies"),
    ],
)
def test_a_source_is_named_with_all_that_belongs_to_it(text, speaker):
    assert named(text) == [(speaker, "")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Department for Leaving the Union", "Department for Leaving the Union"),
        ("Bank of Umber cut its jobs. Trade fell. It", "Bank of Umber"),
        ("WOW Air was sold. WOW Air", "WOW Air"),
        ("Witness Films", "Witness Films"),
        ("The Umber Court of Justice ruled. It", "Umber Court of Justice"),
        ("The Second Intermediate People’s Court", "Second Intermediate People’s Court"),
        ("The Open Harbour Justice Initiative, a group of friends,", "Open Harbour Justice Initiative"),
        ("St John of Tarn Care is poor. St John of Tarn Care", "St John of Tarn Care"),
        ("Tarnco customers paid. Tarnco Express was open. Tarnco", "Tarnco"),
        ("Norrin’s Women and Equalities Committee", "Women and Equalities Committee"),
        ("The National Bureau of Tarn knew. The National Institute of Tarn", "National Institute of Tarn"),
    ],
)
def test_a_body_is_named_whole_and_by_no_other_name(text, name):
    assert named(f"{text} said: “We are sorry for it.”") == [(name, "")]


@pytest.mark.parametrize("he", ["he (Krantz)", "he - Krantz is a lawyer -"])
def test_a_pronoun_that_a_bracket_explains_is_who_is_named_there(he):
    assert named(f"Mayor Ivo Krantz came. “We will stay here for good,” {he} said.")[0][0] == "Ivo Krantz"


def test_who_says_something_of_a_country_is_no_role_of_it():
    text = "Norrin will send trains to Ostrakia, minister says\n“We wait for them,” Ostrakia said."
    assert named(text)[-1] == ("Ostrakia", "")


def test_words_that_only_count_people_name_nobody():
    assert named("“We shall stay,” said the second of eight. “We shall go,” four of us said.") == [(None, "")] * 2


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jane Doe", "person"),
        ("Dr. Bank", "person"),
        ("王明", "person"),
        ("Ministry of Finance", "body"),
        ("White House", "body"),
        ("the Kremlin", "body"),
        ("NATO", "body"),
        ("the Foreign Ministry of Belarus", "body"),
        ("the foreign ministry of Belarus", "body"),
        ("the Lest police", "body"),
        ("the Senate", "body"),
        ("the ministry", "unnamed"),
        ("company", "unnamed"),
        ("Police", "unnamed"),
        ("the Court", "unnamed"),
        ("one of the people", "unnamed"),
        ("a resident", "unnamed"),
        ("источник", "unnamed"),
        ("Azerbaijan", "body"),
        ("U.N.", "body"),
        ("officials", "unnamed"),
        ("a ministry spokesman", "unnamed"),
        ("White House officials", "unnamed"),
        ("presidents", "unnamed"),
        ("Leaders", "unnamed"),
        ("Baltic Presidents", "unnamed"),
        ("MPs", "unnamed"),
        ("Johnny Majors", "person"),
        ("President Pell", "person"),
        ("many European countries", "unnamed"),
        ("Landlords", "unnamed"),
        ("", "person"),
        (" ", "person"),
        ("Jurors in Lest", "unnamed"),
        ("Norwegians", "unnamed"),
        ("French", "unnamed"),
        ("Taoiseach", "unnamed"),
        ("Minister of State for Housing", "unnamed"),
        ("FBI chief", "unnamed"),
        ("Ministry of Justice", "body"),
        ("National Development and Reform Commission", "body"),
        ("Ivo Holt and Lest Commission", "person"),
        ("Justice Department", "body"),
        ("President of Norrin Ivo Holt", "person"),
        ("Norway and Sweden", "body"),
        ("Ivo Holt and Jane Roe", "person"),
    ],
)
def test_the_kind_of_a_speaker_is_told_by_the_name(name, kind):
    assert kind_of_speaker(name) == kind


@given(st.text(max_size=40) | st.text("Tarn the of’'. ", max_size=12), st.text(max_size=120))
def test_whatever_is_a_name_has_a_kind(name, text):
    assert kind_of_speaker(name, f"{text} {name}") in ("person", "body", "unnamed")


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("Norland", "Norland will send grain. The government of Norland met on Monday.", "body"),
        ("Norland", "Norland will send grain, Norland's president said.", "body"),
        ("South Norland", "South Norland’s parliament will vote. South Norland will send grain.", "body"),
        ("Norland and Lest", "The army of Norland left. Lest’s capital is calm. Norland and Lest will talk.", "body"),
        ("Norland", "Norland will send grain.", "person"),
        ("Holt", "Holt will leave. Holt's government fell. President Holt is ill.", "person"),
        ("Holt", "Holt will leave. Holt's parliament fell. Peter Holt is ill.", "person"),
        ("Ivo Holt", "The government of Ivo Holt fell.", "person"),
        ("Tarn", "The government of Tarn Holt fell.", "person"),
        ("Norland and Holt", "The army of Norland left. Norland and Holt will talk.", "person"),
        ("Velmora", "Velmora will pay. Floods in Velmora killed two.", "body"),
        ("Velmora", "In Velmora, two died. Velmora will pay.", "body"),
        ("Velmora and Tarsia", "Velmora and Tarsia will talk. Troops in Velmora left; in Tarsia none did.", "body"),
        ("Velmora and Tarsia", "The border between Velmora and Tarsia is shut. Velmora and Tarsia will talk.", "body"),
        ("Velmora and the EU", "Velmora’s army left. Velmora and the EU will talk.", "body"),
        ("Velmora and Tarsia", "Troops in Velmora left. Velmora and Tarsia will talk.", "person"),
        ("Tarsia", "Tarsia closed its border with Velmora.", "person"),
        ("Harrel", "They lost faith in Harrel. Harrel will leave.", "person"),
        ("Harrel", "The board brought in Harrel last year. Harrel will leave.", "person"),
        ("Harrel", "In Harrel, they found a friend. The plan was made by Dov Harrel.", "person"),
        ("Harrel", "They live in Harrel Street. Harrel will leave.", "person"),
        ("Harrel", "They live in Harrel’s house. Harrel will leave.", "person"),
        ("Holt and the EU", "Holt and the EU will talk.", "person"),
        ("Tesk", "The retailer Tesk will cut jobs.", "body"),
        ("Tesk", "Shares in Tesk fell.", "body"),
        ("Tesk", "Tesk’s chief executive left.", "body"),
        ("Tesk", "Tesk, a large mining company, will cut jobs.", "body"),
        ("Tesk", "Tesk, a company spokeswoman, left.", "person"),
        ("Tesk", "The company Tesk will cut jobs, Anna Tesk said.", "person"),
        ("Forecasters", "Forecasters say so, and other forecasters agree.", "unnamed"),
        ("Bill", "Bill paid the bill.", "person"),
        ("Price", "Anna Price left. Price said it was late.", "person"),
        ("Price", "The price rose. Price, 44, said it was late.", "person"),
        ("Price", "The price rose. “It is late,” said Price.", "person"),
        ("Rich", "Rich and Best said it was late.", "person"),
        ("Research", "Research shows that prices fell.", "unnamed"),
        ("مروان", "قال مروان إن الجسر مغلق.", "person"),
        ("Pipework", "The pipework leaks. Pipework shows that it is old.", "unnamed"),
        ("King", "Mr King said it was late.", "person"),
    ],
)
def test_a_text_tells_which_words_are_countries(name, text, kind):
    assert kind_of_speaker(name, text) == kind


def test_a_pronoun_takes_up_who_is_named_between_commas_after_the_subject():
    text = '"That is nonsense," said Torvik. Korda’s lawyer, Edda Prim, shrugged. "I disagree," she said.'
    assert speaker(text) == "Edda Prim"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Governor Ivo Krantz met Mayor Tom Brown. Brown, the mayor, said the bridge was shut. He warned that Mr Brown",
            "Ivo Krantz",
        ),
        (
            "Governor Ivo Krantz came on Monday. A senior diplomat, who had met Mr Krantz, said the talks were over. He added they",
            "senior diplomat",
        ),
        ("The Tarn Bank said it would lend. The Lake Union met Anna Holt on Monday. It said they", "Lake Union"),
        ("The Tarn Bank said it would lend. The rain fell on Monday. It said they", "Tarn Bank"),
    ],
)
def test_a_pronoun_takes_up_nobody_named_beside_it_but_the_unnamed_and_the_body_of_the_sentence_before(text, name):
    assert Reader(f"{text} had failed to come.").quotes()[-1].speaker == name


def test_the_kind_of_a_name_is_told_in_a_long_text_without_blanks():
    text = "The government of Velmora will pay. " + "a-" * 100_000
    assert kind_of_speaker("Velmora", text) == "body"
    assert kind_of_speaker("Velmora", f"{text} Minister Velmora left.") == "person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Ivo Holt said the vote was lost. He said Holt voters would stay home.", "Ivo Holt"),
        ("Rebels fell back on Monday, the Lake Observatory said. It added that many had died.", "Lake Observatory"),
        ("Envoy Ivo Krantz spoke. “We shall stay here,” the diplomat said. “We wait,” he added.", "Ivo Krantz"),
        ("Mayor Tom Brown told the Wire that drivers would strike.", "Tom Brown"),
    ],
)
def test_who_is_taken_up_is_who_spoke(text, name):
    assert Reader(text).quotes()[-1].speaker == name


@pytest.mark.parametrize("ending", ["left early.", "won the seat.", "paid him.", "had lost the vote."])
def test_who_is_named_after_a_pronoun_is_another_whatever_follows(ending):
    text = f"Mayor Hal Dorn and Governor Ivo Rell met. Hal Dorn had won the seat. He said that Dorn {ending}"
    assert Reader(text).quotes()[-1].speaker == "Ivo Rell"


def test_it_is_the_subject_of_the_sentence_before_unless_that_ends_with_who_reported_it():
    text = "In May, Holt Bank bought shares from Norrin Council. It said that trade was good."
    assert Reader(text).quotes()[-1].speaker == "Holt Bank"


@pytest.mark.parametrize(
    "office",
    [
        "SECRETARY OF STATE",
        "STATE SENATOR",
        "MAYOR AND STATE SENATOR",
        "STATE DEPARTMENT SPOKESWOMAN",
        "CLAIMS MANAGER",
        "REPORT AUTHOR",
        "CALL CENTRE MANAGER",
    ],
)
def test_a_word_that_may_be_a_verb_tells_in_a_label_what_somebody_is(office):
    text = f"ANN DOE, {office}: We do.\nJON ROE, MAYOR OF SARN: Who pays?\nANN DOE, {office}: We."
    assert [quote.speaker for quote in Reader(text).quotes()] == ["Ann Doe", "Jon Roe", "Ann Doe"]


@pytest.mark.parametrize(
    "text, name",
    [
        ("The Velland Army fell back, the Norrin Observatory said on Monday. It said 30 were killed.", "Observatory"),
        ("The Velland Army fell back, the Norrin Observatory told Lake Wire. It said 30 were killed.", "Observatory"),
        ("The Velland Army fell back, according to the Norrin Observatory. It said 30 were killed.", "Observatory"),
        ("Mayor Tom Rell met voters on Monday. He said every Rell budget had been fair.", "Tom Rell"),
    ],
)
def test_a_pronoun_stands_for_who_reported_also_where_when_or_to_whom_is_told(text, name):
    assert Reader(text).quotes()[-1].speaker.endswith(name)


@pytest.mark.parametrize(
    "text, name",
    [
        ("Norrin opened talks on Monday. The Bank of Norrin cut rates. Norrin said it was late.", "Norrin"),
        ("The Embassy of Velland in Lest closed. Velland said the talks had failed.", "Velland"),
        ("The University of Sarn opened a hall. Sarn said it was late.", "Sarn"),
        ("The Supreme Court of Norway met. Norway said it was late.", "Norway"),
        ("News of Roe spread in Lest. Roe said it was late.", "Roe"),
        ("The Ministry of Works opened. Works said the talks had failed.", "Ministry of Works"),
        ("The Board of Trustees met. Trustees said the talks had failed.", "Board of Trustees"),
        ("The House of Commons met. Commons said the talks had failed.", "House of Commons"),
    ],
)
def test_a_place_is_no_body_of_it_but_a_matter_stands_for_it(text, name):
    assert Reader(text).quotes()[-1].speaker == name


@pytest.mark.parametrize(
    "before, who, name",
    [
        ("Ambassador Ivo Sandrel spoke first in Lest. Later Ambassador Dorra Kest rose.", "ambassador", "Dorra Kest"),
        ("Permanent Secretary Dorra Kest arrived in Lest.", "diplomat", "diplomat"),
        ("Dorra Kest, the foreign editor of Lake Wire, arrived in Lest.", "diplomat", "diplomat"),
        ("U.S. Representative Dorra Kest arrived in Lest.", "diplomat", "diplomat"),
        ("Dorra Kest, a sales representative, arrived in Lest.", "diplomat", "diplomat"),
        ("Special Representative Ivo Sandrel arrived in Lest.", "diplomat", "Ivo Sandrel"),
        ("Permanent Representative Ivo Sandrel arrived in Lest.", "diplomat", "Ivo Sandrel"),
        ("High Representative Ivo Sandrel arrived in Lest.", "diplomat", "Ivo Sandrel"),
        ("Consul-General Ivo Sandrel arrived in Lest.", "diplomat", "Ivo Sandrel"),
        ("Vice-Foreign Minister Ivo Sandrel arrived in Lest.", "diplomat", "Ivo Sandrel"),
        ("Foreign Affairs Minister Ivo Sandrel arrived in Lest.", "diplomat", "Ivo Sandrel"),
        ("Ivo Sandrel, the minister of foreign affairs, arrived in Lest.", "diplomat", "Ivo Sandrel"),
        ("Ivo Sandrel, the minister for foreign affairs, arrived in Lest.", "diplomat", "Ivo Sandrel"),
        ("Foreign Office spokesman Ivo Sandrel arrived in Lest.", "diplomat", "Ivo Sandrel"),
        ("Foreign Ministry Spokeswoman Dorra Kest arrived in Lest.", "diplomat", "Dorra Kest"),
    ],
)
def test_a_diplomat_is_who_has_such_an_office(before, who, name):
    assert Reader(f"{before} The {who} said the talks had failed.").quotes()[-1].speaker == name


@pytest.mark.parametrize(
    "one, other, who",
    [
        ("President", "Vice-President", "president"),
        ("President", "President-elect", "president"),
        ("Governor", "Lieutenant-Governor", "governor"),
        ("Minister", "Vice-Minister", "minister"),
        ("Secretary", "Under-Secretary", "secretary"),
        ("Director", "Co-director", "director"),
        ("General", "Secretary-General", "general"),
        ("Vice-President", "President", "vice-president"),
        ("Colonel-General", "Captain", "general"),
        ("Commander-in-Chief Admiral", "Captain", "chief"),
    ],
)
def test_an_office_of_two_joined_words_is_neither_of_them_unless_one_is_a_kind_of_the_other(one, other, who):
    text = f"{one} Dorra Kest met {other} Ivo Sandrel on Monday. The {who} said the talks had failed."
    assert speaker_told(text) == "Dorra Kest"


def test_who_had_an_office_does_not_answer_to_it():
    assert speaker_told("Ivo Sandrel, ex-minister of trade, came. The minister said it had failed.") == "minister"


@pytest.mark.parametrize("who", ["MAYOR SAYS FIRM", "MAYOR SAYS TODAY", "MAYOR OF SARN SAYS", "CITY COUNCIL SAYS"])
def test_a_heading_with_a_verb_is_no_label(who):
    text = f"HARBOUR FIRE, {who}: It burned.\n\nPORT STRIKE, {who}: It closed.\n\n"
    assert Reader(text + f"HARBOUR FIRE, {who}: It burned again.").quotes() == []


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "The Chief Executive of Tarn Waters, Dr Petra Quill, said it was “good for us all”.",
            "Petra Quill",
            "Chief Executive of Tarn Waters",
        ),
        (
            "Chamber of Trade president Lise Orme said it was “good for us all”.",
            "Lise Orme",
            "Chamber of Trade president",
        ),
        (
            "Tarn Alliance health spokesman Rhys Tolland said it was “good for us all”.",
            "Rhys Tolland",
            "Tarn Alliance health spokesman",
        ),
        (
            "Norrin human rights lawyer Rhys Tolland said it was “good for us all”.",
            "Rhys Tolland",
            "Norrin human rights lawyer",
        ),
        (
            "Port of Tarn chief executive Ola Prent said it was “good for us all”.",
            "Ola Prent",
            "Port of Tarn chief executive",
        ),
        (
            "University of Lest vice-chancellor Bo Ek said it was “good for us”.",
            "Bo Ek",
            "University of Lest vice-chancellor",
        ),
        ("It was “good for us all”, according to town clerk Ruth Abel.", "Ruth Abel", "town clerk"),
        ("Mr. Caspian Rowe TD said it was “good for us all”.", "Caspian Rowe", ""),
        (
            "The minister for roads, Caspian Rowe MEP, said it was “good for us all”.",
            "Caspian Rowe",
            "minister for roads",
        ),
        (
            "The Minister for Justice, Caspian Rowe TD, said it was “good for us all”.",
            "Caspian Rowe",
            "Minister for Justice",
        ),
        ("Ivo Sandrel MP, the shadow minister, said it was “good for us all”.", "Ivo Sandrel", "shadow minister"),
        ("Dame Rosa Pell DBE said it was “good for us all”.", "Rosa Pell", ""),
        ("The Norrin Bloc TD said it was “good for us all”.", "Norrin Bloc TD", ""),
        (
            "Rima Batal, spokesman for President Ivo Sandrel, said it was “good for us all”.",
            "Rima Batal",
            "spokesman for President Ivo Sandrel",
        ),
    ],
)
def test_a_role_holds_its_body_and_field_and_no_other_name(text, name, role):
    assert named(text) == [(name, role)]


@pytest.mark.parametrize(
    "headline",
    [
        "Minister Launches National Harbour Plan",
        "Minister Launches New Plan",
        "Minister Vows Reforms Of Harbours In Tarn",
    ],
)
def test_a_verb_with_a_capital_in_a_headline_is_nobodys_name(headline):
    text = (
        f"{headline}\n\nThe Minister for Ports, Mr. Caspian Rowe TD, today launched the National Harbour Plan.\n\n"
        "“It is a good day,” Minister Rowe said. “It is late,” the minister added."
    )
    assert [name for name, _ in named(text)] == ["Caspian Rowe"] * 2


def test_a_name_in_a_headline_is_known_in_full():
    assert speaker("Mayor Aoife Sandrel Slams Harbour Plan\n\n“It is late,” Sandrel said.") == "Aoife Sandrel"


@pytest.mark.parametrize("verb", ["Take", "Consider", "Meet", "Imagine"])
def test_a_verb_that_opens_a_sentence_is_no_part_of_a_name(verb):
    assert speaker(f"{verb} Dellmark. It is rich.\n\n“We are glad,” Dellmark said.") == "Dellmark"


@pytest.mark.parametrize(
    ("before", "who", "name"),
    [
        ("Minister Caspian Rowe came. Minister of State Aoife Lennon stayed.", "minister", "Caspian Rowe"),
        ("Minister Caspian Rowe came. Minister of State Aoife Lennon stayed.", "Minister of State", "Aoife Lennon"),
        ("Health Minister Ana Holt met Prime Minister Ivo Doe.", "minister", "Ana Holt"),
        ("Health Minister Ana Holt met Prime Minister Ivo Doe.", "prime minister", "Ivo Doe"),
        ("Minister of State Aoife Lennon came.", "minister", "Aoife Lennon"),
    ],
)
def test_a_bare_title_is_first_of_who_bears_exactly_that(before, who, name):
    assert speaker(f"{before} “It is late,” the {who} said.") == name


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Kravik denied that Varonia had asked for a stake.", "Kravik"),
        ("Kravik said on Monday that Varonia promised to pay.", "Kravik"),
        ("Kravik said Varonia had asked for a stake.", "Kravik"),
        ("Ivo Kravik told the Lake Wire that Varonia claimed the port.", "Ivo Kravik"),
        ("Sources said that John Rell had asked for a stake.", "John Rell"),
    ],
)
def test_a_pronoun_is_rather_who_reported_than_of_whom_they_did(before, name):
    assert speaker(f'{before} "It is not true," he said.') == name


def test_in_the_sentence_that_tells_of_somebody_a_pronoun_is_that_one():
    quotes = Reader("Sen. Ann Roe said Monday that Judge Ivo Holt told her he found it late.").quotes()
    assert [quote.speaker for quote in quotes] == ["Ann Roe"]
    assert (
        speaker('Ivo Roe said that Judge Jon Holt said his law "is dead" and he called it "a long joke".') == "Jon Holt"
    )


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("Belmora's embassy confirmed the trip.", "Belmora's embassy"),
        ("Belmoran embassy staff left. Belmora’s embassy said the trip was on.", "Belmora’s embassy"),
        ("Belmora's embassy said the trip was on. Varonia's embassy said it was off.", "embassy"),
    ],
)
def test_a_body_told_of_by_its_noun_is_who_spoke_with_a_name_before(before, name):
    assert speaker(f'{before} "We are glad," the embassy said.') == name


THREE = "Ivo Roe, Tom Bell and Ann Poe"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ('"It gives us no room," wrote Govs. Ivo Roe of Lest and Tom Bell of Tarn.', "Ivo Roe and Tom Bell"),
        ('"It gives us no room," wrote Govs. Ivo Roe of Lest, Tom Bell of Tarn and Ann Poe.', THREE),
        ('"It gives us no room," said Ivo Roe, Tom Bell, and Ann Poe.', THREE),
        ('"It gives us no room," Ivo Roe, Tom Bell and Ann Poe said.', THREE),
        ('"It gives us no room," Sens. Ivo Roe of Lest, Tom Bell of Tarn and Ann Poe of Umber said.', THREE),
        ('"It gives us no room," said Sens. Ivo Roe (R-Lest) and Tom Bell (D-Tarn).', "Ivo Roe and Tom Bell"),
        ('"It gives us no room," said Roe, Bell and Poe.', "Roe, Bell and Poe"),
        ('"It gives us no room," said Ivo Roe, Minister of Trade and Industry.', "Ivo Roe"),
        ('"It gives us no room," said Ivo Roe of Norrin, Umber and Lest.', "Ivo Roe"),
    ],
)
def test_several_who_speak_as_one_are_all_named(words: str, speaker: str) -> None:
    assert suggest(words, None).quotes[0].speaker == speaker
