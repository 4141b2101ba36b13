"""Commitments: found with strength, promisor, action, quantity, deadline and condition; other sentences left alone."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.analysis.commitments import suggest_commitments
from store.analysis.suggest import suggest
from store.model import CommitmentSuggestion, QuoteSuggestion

MONDAY = "2024-11-11"

PLEDGES: list[tuple[str, str | None, tuple[float, str] | None]] = [
    ("The council promised to plant 40,000 trees by 2028.", "2028-12-31", (40000, "trees")),
    ("Sutheria pledged €45 million for the flood victims.", None, (45e6, "EUR")),
    ("The lender will open 12 new branches next year, its director said.", "2025-12-31", (12, "branches")),
    ("The navy vowed to clear the channel within three weeks.", "2024-12-02", None),
    ("The ferry company committed to cut fares by 15 per cent by January.", "2025-01-31", (15, "%")),
    ("The mayor promised to reopen the baths by Easter week.", None, None),
    ("The two cabinets agreed to finish the tunnel by the end of 2027.", "2027-12-31", None),
    ("The rail operator has pledged to hire 800 more drivers over the next 18 months.", "2026-05-11", (800, "drivers")),
    ("The regulator will publish its findings on 20 December, it promised.", "2024-12-20", None),
    ("The kingdom undertook to repay the loan in the second half of 2026.", "2026-12-31", None),
    ("The foundation promised 2.5 million dollars for rural clinics.", None, (2.5e6, "USD")),
    ("The state bank agreed to lend the region 300 million Belarusian rubles.", None, (3e8, "BYN")),
    ("The airline promised to refund passengers within 14 days.", "2024-11-25", None),
    ("The province vowed to halve waiting times by mid-2026.", "2026-06-30", None),
    ("The ministry guaranteed to pay the arrears by Thursday.", "2024-11-14", None),
    (
        "The consortium will invest £1.2bn in the harbour over the next five years, its chairman pledged.",
        "2029-11-11",
        (1.2e9, "GBP"),
    ),
    ("The party promised to abolish the levy in its first year.", None, None),
    ("The union agreed to suspend the strike until Sunday.", "2024-11-17", None),
    ("The fund pledged to vaccinate 3 million children by the end of next year.", "2025-12-31", (3e6, "children")),
    ("The province will build a 200-megawatt wind farm by 2029, the governor vowed.", "2029-12-31", (200, "megawatt")),
    ("The brewery committed to use only rainwater from 2026.", None, None),
    ("The partners pledged to double trade by the end of the decade.", "2029-12-31", None),
    ("The club promised to unveil its new stadium in the spring of 2026.", "2026-05-31", None),
    ("The prime minister vowed to form a cabinet by the weekend.", "2024-11-17", None),
    ("The donors agreed to provide 60,000 tonnes of wheat by March.", "2025-03-31", (60000, "tonnes")),
    (
        "The academy will admit 500 students from Velland this autumn, the rector promised.",
        "2024-11-30",
        (500, "students"),
    ),
    ("The agency promised a full report within a month.", "2024-12-11", None),
    ("The island pledged to ban plastic bags before 2027.", "2026-12-31", None),
    ("The district promised to pave 75 km of road by late 2025.", "2025-12-31", (75, "km")),
    ("The steelmaker agreed to reduce its emissions by 30% by 2035.", "2035-12-31", (30, "%")),
    ("The senate pledged to vote on the bill before the end of the week.", "2024-11-17", None),
    ("The alliance committed to send 24 helicopters in the coming months.", None, (24, "helicopters")),
    ("The publisher vowed to appeal within ten days.", "2024-11-21", None),
    (
        "The utility promised to connect 9,000 households by the third quarter of 2026.",
        "2026-09-30",
        (9000, "households"),
    ),
    ("The coalition agreed to raise the minimum wage to 15 euros.", None, (15, "EUR")),
    ("The shipyard will deliver four frigates by early 2028, it pledged.", "2028-03-31", (4, "frigates")),
    ("The republic promised to withdraw its claim no later than 1 April 2025.", "2025-04-01", None),
    ("The insurer promised to settle all claims by year-end.", "2024-12-31", None),
    ("The museum pledged to return 31 bronzes to Okaria.", None, (31, "bronzes")),
    ("The presidents agreed to meet again in June.", "2025-06-30", None),
    ("The grid operator will switch off the old plant by tomorrow, it promised.", "2024-11-12", None),
    ("The authority vowed to inspect every bridge within 100 days.", "2025-02-19", None),
    ("The emirate pledged 750 million Moroccan dirhams for schools.", None, (7.5e8, "MAD")),
    ("The mine promised to employ 1,200 people by September next year.", "2025-09-30", (1200, "people")),
    ("The college agreed to freeze tuition for the next two years.", "2026-11-11", None),
    ("The treaty partners pledged to destroy 500 warheads by 2031.", "2031-12-31", (500, "warheads")),
    ("The commissioner promised to answer the letter this week.", "2024-11-17", None),
    ("The firm will pay a dividend of ¥40 billion, the board pledged.", None, (4e10, "JPY")),
    ("The parties committed to hold a referendum in 2026.", "2026-12-31", None),
    ("The water board promised to repair 250 kilometres of pipe by winter 2025.", "2026-02-28", (250, "kilometres")),
    ("The monarch promised to pardon 70 prisoners before Christmas.", "2024-12-25", (70, "prisoners")),
    ("The bloc agreed to lift the tariff within 30 days of ratification.", None, None),
    ("The start-up vowed to ship half a million headsets by the summer.", "2025-08-31", (5e5, "headsets")),
    (
        "The prefecture will install 2,000 heat pumps in the next three years, it promised.",
        "2027-11-11",
        (2000, "pumps"),
    ),
    ("The envoy promised to deliver the message by noon on Wednesday.", "2024-11-13", None),
    ("The exchange pledged to compensate customers in full by 28 February.", "2025-02-28", None),
    ("The cooperative promised to buy 10 to 12 tractors by next autumn.", "2025-11-30", (12, "tractors")),
    ("The minister committed 1.8 billion Czech crowns to housing.", None, (1.8e9, "CZK")),
    ("The garrison agreed to hand over its weapons by Saturday.", "2024-11-16", None),
    ("The network will restore 95 percent of its masts within 72 hours, it vowed.", "2024-11-14", (95, "%")),
]


SOFT = [
    ("The ministry plans to build a second bridge.", "the ministry"),
    ("Velland intends to leave the customs union.", "Velland"),
    ("A goal was set to raise trade to 3 billion euros within four years.", None),
    ("The chancellor set a goal of planting 10,000 oaks by 2030.", "the chancellor"),
]
FORECAST = [
    "The two countries are expected to exceed the 700 million euro mark in trade by the end of the year.",
    "The bank is forecast to close 40 branches by 2027.",
]
HARD = [
    "They worked out a nine-point plan to revive the canal.",
    "The ministers signed a memorandum on shared waterways.",
    "An agreement was signed to reopen the border crossing.",
    "The delegations reached a deal to share the dam's power.",
    "Sutheria will not send troops to Okaria, its president said.",
    "The operator will reopen the line in May, it promised.",
    "The airline said on Monday it would resume flights to Orlane in April.",
    "“I will sign this law,” President Brenn told reporters.",
    "The chancellor has ruled out any talks with the rebels.",
    "The commanders warned they will shoot down any drone.",
    "Exports of grain will be banned from 1 September, the ministry of agriculture said.",
    "The lender pledged that it would continue to keep its branches open.",
]
NOT = [
    "It will rain in the north on Tuesday.",
    "Will the ministry build the bridge?",
    "The minister should resign by Friday.",
    "Residents urged the council to build a new school.",
    "I think the other side will lose the vote.",
    "If the ministries take it up a notch, we will be able to do a lot for both countries.",
    "We agreed on many things.",
    "The president met with the ambassador on Monday.",
    "The council built 300 homes last year.",
    "Prices will rise again, analysts believe.",
    "Critics doubt that the mayor would keep the promise.",
    "The sun will set at 8 p.m.",
    "Will Turner won the race.",
    "There will be many questions.",
    "He denied that he had promised to step down.",
    "Voters will go to the polls on 5 March.",
    "The United Nations urged donors to give $2 billion by the end of the year.",
    "The ministry did not say when the road would open.",
    "Two soldiers committed crimes in the village.",
    "The clerk assured me of his good health.",
    "In a bid to calm the markets, the bank bought bonds.",
    "A spokesman said the firm will not comment on the report.",
    "The player was ruled out of the final.",
    "Doctors say he will lose the leg.",
    "The chancellor would prefer a smaller army.",
    "The regulator expects the banks to raise more capital.",
    "The trial will resume on Monday.",
]
TWIN = (
    "ORLANE, 11 November (Sutheria Wire) – Sutheria's Chancellor Ilse Marrant is holding talks with Velland's President "
    "Oto Brenn in Brennhaven.\n"
    "The leaders noted that they had met twice before. They worked out a nine-point cooperation plan to revive shared "
    "waterways in the coming years.\n"
    "“We agreed on many things. I think that if our ministries take it up a notch, we will be able to do a lot,” Ilse "
    "Marrant said.\n"
    "The ambassador recalled that a goal was set to increase trade up to €2 billion over the next three years. The two "
    "countries are expected to exceed the €700 million mark in trade by the end of the current year.\n"
)


def only(text: str, published: str | None = MONDAY) -> CommitmentSuggestion:
    (found,) = suggest_commitments(text, published)
    return found


@pytest.mark.parametrize(("text", "deadline", "quantity"), PLEDGES)
def test_plain_pledge_is_one_commitment(text: str, deadline: str | None, quantity: tuple[float, str] | None) -> None:
    found = only(text)
    assert (found.start, found.end, found.strength) == (0, len(text), "hard")
    assert found.deadline == deadline
    if quantity:
        assert found.quantity is not None
        assert (found.quantity, found.unit.split()[-1]) == (pytest.approx(quantity[0]), quantity[1])
    else:
        assert found.quantity is None


@pytest.mark.parametrize("text", HARD)
def test_concluded_agreements_and_promises_are_hard(text: str) -> None:
    assert only(text).strength == "hard"


@pytest.mark.parametrize(("text", "promisor"), SOFT)
def test_plans_and_goals_are_soft(text: str, promisor: str | None) -> None:
    found = only(text)
    assert found.strength == "soft"
    assert (found.promisor and found.promisor.lower()) == (promisor and promisor.lower())


@pytest.mark.parametrize("text", FORECAST)
def test_forecasts_are_marked(text: str) -> None:
    assert only(text).strength == "forecast"


@pytest.mark.parametrize("text", NOT)
def test_other_sentences_are_left_alone(text: str) -> None:
    assert suggest_commitments(text, MONDAY) == []


def test_wire_article_gives_plan_goal_and_forecast() -> None:
    plan, goal, forecast = suggest_commitments(TWIN, MONDAY)
    assert (plan.strength, TWIN[plan.start : plan.end][:22]) == ("hard", "They worked out a nine")
    assert (goal.strength, goal.quantity, goal.unit, goal.deadline) == ("soft", 2e9, "EUR", "2027-11-11")
    assert (forecast.strength, forecast.quantity, forecast.deadline) == ("forecast", 7e8, "2024-12-31")


def test_how_many_promise_is_said_with_them() -> None:
    assert only("Both sides agreed to meet on Friday.").promisor == "Both sides"
    assert only("All airlines pledged to pay $5 million by 2033.").promisor == "All airlines"


def test_fields_say_who_does_what_for_whom_and_when() -> None:
    found = only("The finance ministry pledged to give 5 million euros to Okaria by June if parliament approves.")
    assert found.promisor == "The finance ministry"
    assert found.action == "give 5 million euros to Okaria by June if parliament approves"
    assert found.beneficiary == "Okaria"
    assert found.condition == "if parliament approves"
    assert (found.deadline_text, found.deadline_precision) == ("by June", "month")
    assert found.why.startswith("pledged + to-infinitive, actor *The finance ministry*")
    assert 0.5 <= found.confidence <= 1


def test_pronoun_stands_for_who_reports() -> None:
    assert only("The port authority said it will dredge the harbour by May.").promisor == "The port authority"


def test_pledge_after_its_sentence() -> None:
    found = only("The museum will return the 12 statues to Okaria by the end of June 2025, it promised.")
    assert (found.promisor, found.beneficiary) == ("The museum", "Okaria")
    assert (found.quantity, found.unit, found.deadline) == (12, "statues", "2025-06-30")


def test_what_is_done_to_a_thing_names_no_promisor() -> None:
    assert only("The reactor will be commissioned by the end of 2026, officials said.").promisor is None


def test_first_person_in_a_quote_is_its_speaker() -> None:
    text = "“We will build 200 homes for nurses by 2026,” Mira Solt said."
    quote = QuoteSuggestion(((0, 45),), "direct", "Mira Solt", "", (46, 55), (56, 60), 0.9, "")
    (found,) = suggest_commitments(text, MONDAY, [quote])
    assert found.promisor == "Mira Solt"
    assert only(text).promisor is None


def test_without_a_published_date_relative_deadlines_keep_their_words() -> None:
    found = only("The council promised to plant 40,000 trees within two years.", None)
    assert (found.deadline, found.deadline_text) == (None, "within two years")


@settings(max_examples=50)
@given(st.text(alphabet=" .,“”\"'aeinost$5%", max_size=300) | st.lists(st.sampled_from(TWIN.split(" "))).map(" ".join))
def test_any_text_gives_ordered_spans_in_range(text: str) -> None:
    previous = 0
    for found in suggest_commitments(text, MONDAY):
        assert previous <= found.start < found.end <= len(text)
        assert found.action in text[found.start : found.end]
        assert 0.5 <= found.confidence <= 1
        previous = found.end


@pytest.mark.parametrize(
    "unit", ["will ", "we will, and will ", "plan to ", "“", "he said he would ", "under a ", ", "]
)
@pytest.mark.parametrize("end", ["", ". "])
def test_hostile_lengths_end(unit: str, end: str) -> None:
    suggest_commitments((unit * (1000 // len(unit)) + end) * 100, MONDAY)


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("Velland to host grain forum in March", "Velland"),
        ("Brenn Vows to End Fuel Tax in First Year", "Brenn"),
        ("Our aim is to double exports of timber by 2029, the trade commissioner said.", None),
        ("The two states agreed to a revised deal on tariffs.", "The two states"),
        ("Belarus will supply 400 tractors to Okaria, its envoy said.", "Belarus"),
    ],
)
def test_headlines_aims_and_names_that_end_in_s(text: str, promisor: str | None) -> None:
    assert only(text).promisor == promisor


def test_a_thing_in_a_headline_promises_nothing() -> None:
    text = "Swimming baths to reopen in spring\n\nThe council said on Monday that it would pay for it."
    assert [found.promisor for found in suggest(text, MONDAY).commitments] == [None, "council"]


@pytest.mark.parametrize(
    "text",
    [
        "Five reasons to visit Tarn this spring",
        "Storm forces airlines to cancel flights",
        "Talks to end the strike",
        "Ms. Marrant said it would tell the story of the miners.",
    ],
)
def test_what_only_looks_like_a_headline_or_a_word_of_ones_own_is_left_alone(text: str) -> None:
    assert suggest_commitments(text, MONDAY) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Prime Minister Carl Hood promised not to raise taxes before 2028.", "not raise taxes before 2028"),
        ("Finance Minister Ana Silva vowed never to cut pensions.", "never cut pensions"),
        ("Norrin and Umber agreed not to close the strait.", "not close the strait"),
        ("“We won't send troops,” Adler said.", "not send troops"),
        ("The company committed itself to not closing the plant.", "not closing the plant"),
        ("Norrin agreed to buy 40 engines by 2027, the Lake Wire learned from the ministry.", "buy 40 engines by 2027"),
        ("“We promised them 70 million crowns,” Adler said.", "70 million crowns"),
        ("Adler promised to buy 40 buses, but on Monday he said only 10 would come.", "buy 40 buses"),
        ("Rell agreed to serve as head of Mr. Tarn’s council.", "serve as head of Mr. Tarn’s council"),
        ("Donors pledged 1.2 billion dollars, according to Foreign Minister Ingrid Holm.", "1.2 billion dollars"),
        (
            "Ana Roe is expected to leave after the vote, but it became clear that Holt needs her.",
            "leave after the vote",
        ),
        ("The council vowed to run Umber this week, but the state of limbo cannot last.", "run Umber this week"),
        ("With its plan to leave the pact, Umber could lose the port.", "leave the pact"),
    ],
)
def test_the_action_says_what_will_not_be_done_and_not_who_told(text: str, action: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert found.action == action


@pytest.mark.parametrize(
    "told",
    ["told parliament on Friday", "said in parliament on Friday", "told a news conference in Umber on Wednesday"],
)
def test_the_day_of_speaking_is_no_deadline(told: str) -> None:
    (found,) = suggest(f"“We will send 12 trains,” Minister Rolf Adler {told}.", MONDAY).commitments
    assert found.deadline is None


@pytest.mark.parametrize(
    "text",
    [
        "Norrin signed a ten-year gas accord with Castrenia on Tuesday.",
        "The two ministers on Friday reached an agreement on the border and sealed a trade pact on Saturday.",
        "A trade agreement was signed on Thursday by Norrin and Castrenia.",
        "Norrin agreed a ten-year pact on gas with Castrenia Tuesday",
        "The government unveiled a plan for 400 new trams on Wednesday.",
        "Norrin agreed with Castrenia on Tuesday to deliver 12 trains.",
        "A deal reached on Thursday to end the strike obliges the railway to hire 300 drivers.",
        "The ministry pledged 300 million crowns for the flooded towns on Tuesday.",
        "The company committed 20 million euros to the port on Tuesday.",
        "Norrin and Castrenia signed a gas deal in March.",
    ],
)
def test_the_day_on_which_it_was_concluded_is_no_deadline(text: str) -> None:
    assert {found.deadline for found in suggest(text, MONDAY).commitments} <= {None}


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Norrin agreed to deliver the gas by Friday.", "2024-11-15"),
        ("Norrin agreed to deliver the gas on Friday.", "2024-11-15"),
        ("Norrin agreed on Tuesday to deliver it by May.", "2025-05-31"),
        ("Norrin signed an accord on Tuesday to deliver 12 trains on Friday.", "2024-11-15"),
        ("Norrin signed an accord under which it will deliver 12 trains on Friday.", "2024-11-15"),
        ("The ministry announced a programme of 400 new trams on 5 May 2027.", "2027-05-05"),
        ("Norrin will sign the treaty on Friday.", "2024-11-15"),
        ("The two governments plan to reach an agreement on Friday.", "2024-11-15"),
    ],
)
def test_a_day_of_what_was_agreed_stays_the_deadline(text: str, deadline: str) -> None:
    assert deadline in [found.deadline for found in suggest(text, MONDAY).commitments]


def test_a_day_that_is_promised_is_the_deadline_also_after_who_said_it() -> None:
    (found,) = suggest("“We will send 12 trains,” Adler said, “by Friday.”", MONDAY).commitments
    assert found.deadline == "2024-11-15"


@pytest.mark.parametrize(
    "text",
    [
        "Donors pledged 1.2 billion dollars, according to Foreign Minister Ingrid Holm.",
        "“We will pay 200 million crowns for it,” Kowal told reporters.",
        "Lest will pay 200 million crowns from 2030 to 2035.",
        "Kowal will go to the U.S. embassy in May.",
    ],
)
def test_a_source_and_a_pronoun_are_no_beneficiaries(text: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert found.beneficiary == ""


@pytest.mark.parametrize(
    ("text", "promisor", "role"),
    [
        ("Transport Minister Anna Kowal promised to repair 40 bridges.", "Anna Kowal", "Transport Minister"),
        ("The head of Norrin Rail, Ivan Tarn, promised to buy 12 trains.", "Ivan Tarn", "head of Norrin Rail"),
        ("“We will send 12 trains,” Minister Rolf Adler said.", "Rolf Adler", "Minister"),
        ("The Norrin government promised to build 40 clinics.", "Norrin government", ""),
        ("Mayor Ann Roe earlier said her city would send 3 ships.", "Ann Roe’s city", ""),
        ("Mayor Ann Roe said that “the town is broke” and promised to raise taxes.", "Ann Roe", "Mayor"),
        ("Mayor Ann Roe said the bank was weak and vowed to pay 5 million crowns.", "Ann Roe", "Mayor"),
        ("TARN, 4 June (Norrin Wire) – Norrin will lend Sutheria $500 million by 2028.", "Norrin", ""),
    ],
)
def test_a_person_who_promises_has_name_and_role(text: str, promisor: str, role: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert (found.promisor, found.role) == (promisor, role)


@pytest.mark.parametrize(
    ("text", "quantity", "deadline"),
    [
        ("The union promised to strike on Friday unless the ministry pays $5 million by June.", None, "2024-11-15"),
        ("The minister promised to resign if inflation exceeds 5 percent by December.", None, None),
        ("The company will hire 500 people by June if the bank lends it $20 million.", 500, "2025-06-30"),
        ("If it lends $20 million by May, the bank will open 3 branches by June.", 3, "2025-06-30"),
        ("If the loan is paid the firm promises to hire 500 people by June.", 500, "2025-06-30"),
    ],
)
def test_a_condition_keeps_its_amount_and_deadline(text: str, quantity: float | None, deadline: str | None) -> None:
    found = only(text)
    assert (found.quantity, found.deadline) == (quantity, deadline)


@pytest.mark.parametrize(
    ("text", "quantity", "deadline"),
    [
        ("Norrin plans to finish the line by 2032 and to pay $5 million by 2034.", None, "2032-12-31"),
        ("Norrin plans to finish the line by 2032 and pay $5 million by 2034.", None, "2032-12-31"),
        ("Norrin plans to finish 3 lines by 2032 and pay $5 million by 2034.", 3, "2032-12-31"),
        ("Norrin plans to build a line and hire 500 workers by 2034.", None, "2034-12-31"),
        ("By 2034 Norrin will build a line and hire 500 workers.", None, "2034-12-31"),
        ("Norrin plans to build by 2034 roads and 500 bridges.", 500, "2034-12-31"),
    ],
)
def test_an_amount_of_a_further_verb_has_not_the_deadline_of_the_first(
    text: str, quantity: float | None, deadline: str
) -> None:
    found = suggest_commitments(text, MONDAY)[0]
    assert (found.quantity, found.deadline) == (quantity, deadline)


@pytest.mark.parametrize(
    ("action", "quantity", "deadline"),
    [
        ("plant 50 trees this spring and 900 by 2035", 50, "2025-05-31"),
        ("plant 900 trees by 2035 and 50 this spring", 900, "2035-12-31"),
        ("plant 900 trees by 2030 and 50 parks", 900, "2030-12-31"),
        ("hire 300 nurses next year and 900 more by 2035", 300, "2025-12-31"),
        ("plant in 2026 50 trees and by 2035 900", 50, "2026-12-31"),
        ("build 3 dams this year, hire 400 guards in 2026 and plant 900 trees by 2035", 3, "2024-12-31"),
        ("cut fares by between 5 and 7 percent this year and 50 percent by 2040", 7, "2024-12-31"),
        ("plant 50 trees and 900 bushes by 2035", 50, "2035-12-31"),
        ("plant 50 trees in Tarn, where 40 schools will open by May", 50, None),
        ("lend Lest $50 million by May, which will repay it by 2030", 5e7, "2025-05-31"),
        ("lend Lest, which will repay it by 2030, $50 million by May", 5e7, "2025-05-31"),
        ("supply Lest, which lost 300 guards in May, with 50 tanks by June", 50, "2025-06-30"),
        ("build a plant by 2028, which will have 50 workers", 50, "2028-12-31"),
        ("pay the pensions, which 300 miners had not had since May", None, None),
        ("cut waste by 2030 to 32 percent of that of 2005", 32, "2030-12-31"),
    ],
)
def test_an_amount_and_a_deadline_stand_together(action: str, quantity: float | None, deadline: str | None) -> None:
    found = suggest_commitments(f"The council promised to {action}.", MONDAY)[0]
    assert (found.quantity, found.deadline) == (quantity, deadline)


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("Norrin pledged 300 million to the schools.", 3e8, ""),
        ("Norrin will give 300 million for 40 schools by May.", 3e8, ""),
        ("The firm promised to invest 20bn in the port by 2030.", 2e10, ""),
        ("Norrin pledged 300 million euros for the port.", 3e8, "EUR"),
        ("Norrin pledged €300 million to the schools.", 3e8, "EUR"),
        ("Norrin pledged 300 million crowns for the port.", 3e8, "crowns"),
        ("Norrin pledged to hire 300 by May.", 300, ""),
        ("Norrin pledged to hire 1,300 more this spring and 900 by 2035.", 1300, ""),
        ("Norrin pledged to close its 300 by May.", None, ""),
        ("Norrin pledged to leave Camp 300 by May.", None, ""),
        ("Norrin pledged to close the camp two days before the vote.", None, ""),
    ],
)
def test_millions_of_what_is_not_named_are_a_quantity_too(text: str, quantity: float | None, unit: str) -> None:
    found = only(text)
    assert (found.quantity, found.unit) == (quantity, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said it had never promised to build 500 schools by 2033.",
        "The ministry has not promised to pay 3 million crowns.",
        "The ministry denied that it had promised to build 500 schools by 2033.",
        "The ministry denied it would build 500 schools by 2033.",
        "The ministry refused to commit to build 500 schools by 2033.",
        "Norrin abandoned its plan to build 500 schools by 2033.",
        "The opposition accused the government of promising to build 500 schools by 2033.",
        "The opposition alleged that the government promised to build 500 schools by 2033.",
        "The government allegedly promised to build 500 schools by 2033.",
        "The ministry rejected reports that it would sell 40 ships by 2033.",
        "The ministry dismissed claims that it would lay off 300 people by 2033.",
        "“It is a lie that we will close 12 schools by 2033,” Adler said.",
        "The ministry said it would not.",
    ],
)
def test_what_is_denied_or_alleged_is_no_commitment(text: str) -> None:
    assert suggest_commitments(text, MONDAY) == []


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("The ministry has not only pledged to build 500 schools by 2033.", "The ministry"),
        ("The ministry, which has no money, pledged to build 500 schools by 2033.", "The ministry"),
        ("The ministry refused to comment but pledged to build 500 schools by 2033.", "The ministry"),
        ("Ivo Sandrel, accused of fraud, promised to build 500 schools by 2033.", "Ivo Sandrel"),
        ("After talks failed the ministry pledged to build 500 schools by 2033.", "the ministry"),
        ("The opposition reminded the government of promising to build 500 schools by 2033.", "the government"),
    ],
)
def test_a_denial_of_something_else_takes_no_commitment_back(text: str, promisor: str) -> None:
    assert only(text).promisor == promisor


ATTRIBUTIONS = [
    "Energy Minister Mara Denholt said on Wednesday after long talks in the port of Tarn with her Lestian counterpart",
    "said Mara Denholt, the energy minister, on Wednesday after talks",
    "its chairman told the Halden Press on Friday, citing new figures",
    "the finance ministry, which pays for it, announced in a statement after the cabinet had met for the second time",
]


@pytest.mark.parametrize("attribution", ATTRIBUTIONS)
def test_an_attribution_ends_the_action_however_long_it_is(attribution: str) -> None:
    found = only(f"Norrin will supply 4.2 billion cubic metres of gas to Lest by the end of 2027, {attribution}.")
    assert found.action == "supply 4.2 billion cubic metres of gas to Lest by the end of 2027"


def test_a_participle_after_a_comma_ends_no_action() -> None:
    found = only("The firm will build 3 roads, the promised homes and a school by 2028.")
    assert found.action == "build 3 roads, the promised homes and a school by 2028"


@pytest.mark.parametrize(
    "before",
    [
        "TARN, 4 June (Halden Press) – ",
        "Title\n\nTARN (dpa) — ",
        "TARN, June 4. /TASS/. ",
        "UPDATE 1-",
        "RPT-WRAPUP 2-",
    ],
)
def test_the_dateline_and_slugs_are_no_part_of_a_commitment(before: str) -> None:
    text = f"{before}Norrin will lend Sutheria $500 million by 2028."
    (found,) = suggest(text, MONDAY).commitments
    assert text[found.start : found.end] == "Norrin will lend Sutheria $500 million by 2028."
    assert found.promisor == "Norrin"


@pytest.mark.parametrize(
    ("text", "promisor", "action"),
    [
        (
            '"We will not cut a single contract that has been signed," Sandrel told reporters.',
            "Sandrel",
            "not cut a single contract that has been signed",
        ),
        ("Neither side will pay compensation, the Foreign Ministry announced.", None, "not pay compensation"),
        ("No member will leave the bloc, the chancellor said.", None, "not leave the bloc"),
        ("Norrin will no longer buy gas, its president said.", "Norrin", "no longer buy gas"),
        ("Norrin never will return the island, its president said.", "Norrin", "never return the island"),
        (
            "Norrin said it will never, ever return the island.",
            "Norrin",
            "never ever return the island",
        ),
        ("The bank will not close a branch, it promised.", "bank", "The bank will not close a branch"),
    ],
)
def test_what_negates_an_action_is_kept_also_where_it_stands_in_the_subject(
    text: str, promisor: str | None, action: str
) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert (found.promisor, found.action) == (promisor, action)


def test_a_number_that_is_short_for_it_negates_nothing() -> None:
    found = only("No. 2 Bank will build 20 homes, it said.")
    assert (found.promisor, found.action) == ("No. 2 Bank", "build 20 homes")


@pytest.mark.parametrize(
    ("text", "action", "beneficiary"),
    [
        (
            "Norrin pledged 25 million crowns to the families of the victims of the Lund fire, to be paid by May.",
            "25 million crowns to the families of the victims of the Lund fire, to be paid by May",
            "the families of the victims of the Lund fire",
        ),
        ("Lest promised 20 buses to schools in the north.", "20 buses to schools in the north", "schools"),
        (
            "Lest committed 5 million euros to the port of Tarn.",
            "5 million euros to the port of Tarn",
            "the port of Tarn",
        ),
        (
            "Lest will supply gas to Norrin of 5 million euros a year.",
            "supply gas to Norrin of 5 million euros a year",
            "Norrin",
        ),
        ("Mara Denholt vowed not to run for a second term.", "not run for a second term", ""),
        ("Tarn will hire 500 guards for the film festival.", "hire 500 guards for the film festival", ""),
        ("The council promised to build 30 homes for nurses.", "build 30 homes for nurses", "nurses"),
        ("The mayor vowed to finally bring the tram to fruition.", "finally bring the tram to fruition", ""),
        ("Lest promised to help farmers to do so.", "help farmers to do so", ""),
        ("Lest promised to send engineers to heighten the dam.", "send engineers to heighten the dam", ""),
        ('The mayor vowed to build it—"the tram"—by May.', 'build it—"the tram"—by May', ""),
        ("He vowed to punish “those who break the law.”", "punish “those who break the law”", ""),
        ('Lest said it would take "firm steps" if Norrin did.', 'take "firm steps" if Norrin did', ""),
        ('The mayor said she would "build the tram" at once.', '"build the tram" at once', ""),
        ('We will build the tram by May," says Mara Denholt.', "build the tram by May", ""),
        ("“We will build the tram by May,” says Mara Denholt.", "build the tram by May", ""),
    ],
)
def test_what_is_given_is_the_action_and_whom_it_is_for_the_beneficiary(
    text: str, action: str, beneficiary: str
) -> None:
    found = only(text)
    assert (found.action, found.beneficiary) == (action, beneficiary)


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("“He will build the road by May,” Ivo Sandrel said.", None),
        ("“If elected,” Ivo Sandrel said, “she will build 20 roads by May.”", None),
        ("Ivo Sandrel said he will build 20 roads by May.", "Ivo Sandrel"),
    ],
)
def test_a_third_person_in_a_quotation_is_not_who_speaks(text: str, promisor: str | None) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert found.promisor == promisor


def test_a_third_person_is_not_who_speaks_either_in_a_later_sentence_of_a_quotation() -> None:
    text = "Ivo Sandrel is here. “She will build 20 roads. He will open 3 schools,” Ivo Sandrel said."
    assert [found.promisor for found in suggest(text, MONDAY).commitments] == [None, None]


def test_what_others_will_do_is_no_commitment_of_who_says_so() -> None:
    assert suggest("“If they try,” Sandrel added, “they will leave the island.”", MONDAY).commitments == ()


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("Mara Denholt said her party would cut taxes by 10 percent by 2028.", "Mara Denholt’s party"),
        ("Ivo Sandrel leads Norrin. His government pledged to build 300 homes.", "Ivo Sandrel’s government"),
        ("“Our party will cut taxes by 2028,” Mara Denholt said.", "Mara Denholt’s party"),
        ("The ministry said its engineers would repair the dam by May.", "ministry’s engineers"),
        ("Her party pledged to cut taxes by 2028.", None),
    ],
)
def test_a_possessive_is_named_by_its_owner_or_left_out(text: str, promisor: str | None) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert found.promisor == promisor


@pytest.mark.parametrize(
    "text",
    [
        "Norrin would not raise tariffs before 1 January 2028, Trade Minister Mara Denholt said.",
        "The government promised not to sell the port until 2030.",
        "The bank will not close the branch before 2030, it promised.",
        "Neither side will raise tariffs before 2030, the two ministers said.",
    ],
)
def test_until_when_something_is_not_done_is_no_deadline(text: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert (found.deadline, found.deadline_precision, found.deadline_text) == (None, "none", "")


@pytest.mark.parametrize(
    ("speech", "pledge"),
    [
        ("“We are ready,” the United Aid Council said.", "The United Aid Council pledged to send 20 trucks by May."),
        ("“We are ready,” IGV said.", "The union IGV pledged to end the strike by Friday."),
        ("“We are ready,” the Ministry of Health said.", "The Ministry of Health pledged to build 3 clinics."),
        ("“We are ready,” Norrin and Lest said.", "“Norrin and Lest will build 3 dams by 2028,” Ivo Sandrel said."),
        ("“We are ready,” Mara Denholt said.", "“Denholt will build 3 dams by 2028,” Ivo Sandrel said."),
    ],
)
def test_a_promisor_has_the_name_of_the_speaker(speech: str, pledge: str) -> None:
    found = suggest(f"{speech}\n{pledge}", MONDAY)
    assert found.commitments[0].promisor == found.quotes[0].speaker


@pytest.mark.parametrize(
    "text",
    [
        "The Lund compressor station will be back online on 1 May 2026, operator VelTrans said on Friday.",
        "The tram line will be in service by June, the operator said.",
    ],
)
def test_works_that_will_be_in_service_are_promised_by_who_says_so(text: str) -> None:
    assert only(text).deadline


def test_a_title_inside_a_quotation_is_the_promisors_role() -> None:
    (found,) = suggest('"Prime Minister Ivo Sandrel will build a tram by May," she said.', MONDAY).commitments
    assert (found.promisor, found.role) == ("Ivo Sandrel", "Prime Minister")


def test_a_year_in_a_name_is_no_deadline_and_being_subject_to_rules_no_condition() -> None:
    found = only("Ann Doe will sing at the 2027 Song Contest and will be subject to all of the rules.")
    assert (found.deadline, found.condition) == (None, "")


@pytest.mark.parametrize(
    ("text", "promisor", "action", "deadline"),
    [
        ("Ilke Tormund ruled out raising taxes in 2025.", "Ilke Tormund", "not raising taxes in 2025", "2025-12-31"),
        (
            "Yusra Haddam told lawmakers that Kestria had spent 18 million and would spend 22 million by May.",
            "Kestria",
            "spend 22 million by May",
            "2025-05-31",
        ),
        (
            'The company, Oresk Metals plc, said: "We remain loyal and will pay all overtime by March."',
            "Oresk Metals",
            "pay all overtime by March",
            "2025-03-31",
        ),
        (
            "Lest will pay the miners 500 marks each by May.",
            "Lest",
            "pay the miners 500 marks each by May",
            "2025-05-31",
        ),
        ("# Correction: Lest pledges 204 million marks by May", "Lest", "204 million marks by May", "2025-05-31"),
    ],
)
def test_who_promised_what_by_when(text: str, promisor: str, action: str, deadline: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert (found.promisor, found.action, found.deadline) == (promisor, action, deadline)
    assert text[found.start] not in "#> "


@pytest.mark.parametrize(
    "text",
    ["The council will not promise to pay 3 million marks by May.", "Nobody has ruled out closing the port by May."],
)
def test_who_does_not_promise_promises_nothing(text: str) -> None:
    assert not suggest(text, MONDAY).commitments


@pytest.mark.parametrize(
    ("text", "beneficiary", "condition", "deadline"),
    [
        ("The mayor said she would not seek a third term in 2027.", "", "", "2027-12-31"),
        ("The state will build a school for deaf children.", "deaf children", "", None),
        ("The state will build homes for elderly people by May.", "elderly people", "", "2025-05-31"),
        ("The city will open the line by the 2028 Olympics.", "", "", "2028-12-31"),
        (
            "The firm will build 300 homes by May, but this is subject to approval by the council.",
            "",
            "subject to approval by the council",
            "2025-05-31",
        ),
    ],
)
def test_what_a_promise_keeps(text: str, beneficiary: str, condition: str, deadline: str | None) -> None:
    found = only(text)
    assert (found.beneficiary, found.condition, found.deadline) == (beneficiary, condition, deadline)


def test_a_critic_inside_a_quotation_is_not_whom_he_criticises() -> None:
    (found,) = suggest('"Critics of President Doe will build a tram by May," she said.', MONDAY).commitments
    assert found.promisor == "Critics of President Doe"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "The chancellor threatened to impose tariffs on timber and her top adviser accused Norrin of dumping.",
            "impose tariffs on timber",
        ),
        ("Lest pledged to plan a pullout, but said there was little to gain.", "plan a pullout"),
        ("Lest vowed to close the camp but has given few details of the plan.", "close the camp"),
        ("Norrin promised to build 30 homes by 2028, and residents will get a clinic.", "build 30 homes by 2028"),
        ("The mayor announced the port will be dredged in May and the tug Oresk is to return.", "be dredged in May"),
        ("Norrin promised to cut the levy and it remains bound by the pact.", "cut the levy"),
        ("Norrin promised to cut the levy and cautioned that funds had run low.", "cut the levy"),
        ("Norrin vowed to close the camp, while Umber said it was too late.", "close the camp"),
        ("Norrin vowed to aid 30 medium-sized Lest firms by May.", "aid 30 medium-sized Lest firms by May"),
        ("Norrin vowed to close the camp while Umber said it had no room.", "close the camp"),
        ("Norrin vowed to close the camp, although a poll found few against it.", "close the camp"),
        ("Norrin vowed to close the camp even as guards went on strike.", "close the camp"),
        ("Norrin vowed to close the camp, as Umber warned of floods.", "close the camp"),
        ("Norrin vowed to close the camp next month, as it did last year.", "close the camp next month"),
        ("Norrin vowed to close the camp after a fire killed 30 people.", "close the camp"),
        ("Norrin vowed to close the camp but Umber co-founded a rival one.", "close the camp"),
        ("Norrin vowed to build as many homes as Umber built in 2020.", "build as many homes as Umber built in 2020"),
        ("'I vow to close the camp,' Ivo Roe told the Herald.", "close the camp"),
        ("We are gonna close the camp by May.", "close the camp by May"),
    ],
)
def test_the_action_ends_where_another_clause_begins(text: str, action: str) -> None:
    assert suggest_commitments(text, MONDAY)[0].action == action


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "The council promised to rebuild the pool by May 2026, while the Rotary Club has committed £10,000 to it.",
            [
                ("The council promised to rebuild the pool by May 2026", None, "2026-05-31"),
                ("the Rotary Club has committed £10,000 to it.", (10000, "GBP"), None),
            ],
        ),
        (
            "Norland will send 200 doctors by spring, and the Velland Red Cross has promised 3,000 tents.",
            [
                ("Norland will send 200 doctors by spring", (200, "doctors"), "2025-05-31"),
                ("the Velland Red Cross has promised 3,000 tents.", (3000, "tents"), None),
            ],
        ),
        (
            "The bank will not close branches but the union vowed to strike on Friday.",
            [
                ("The bank will not close branches", None, None),
                ("the union vowed to strike on Friday.", None, "2024-11-15"),
            ],
        ),
        (
            "Norrin and Lest worked out a 12-point plan and set a goal of bringing trade to $1 billion by 2026.",
            [
                ("Norrin and Lest worked out a 12-point plan", None, None),
                ("set a goal of bringing trade to $1 billion by 2026.", (1e9, "USD"), "2026-12-31"),
            ],
        ),
        (
            "The bank will keep its rate at 4.5% until inflation falls, and will buy bonds by June.",
            [
                ("The bank will keep its rate at 4.5% until inflation falls", (4.5, "%"), None),
                ("will buy bonds by June.", None, "2025-06-30"),
            ],
        ),
        (
            "Norrin and Lest pledged 30 million crowns and promised to open a consulate by May.",
            [
                ("Norrin and Lest pledged 30 million crowns", (3e7, "crowns"), None),
                ("promised to open a consulate by May.", None, "2025-05-31"),
            ],
        ),
        (
            "The mayor announced the port will be dredged in May and the tug Oresk is to return.",
            [
                ("The mayor announced the port will be dredged in May", None, "2025-05-31"),
                ("the tug Oresk is to return.", None, None),
            ],
        ),
    ],
)
def test_each_clause_of_another_actor_is_a_commitment_of_its_own(
    text: str, clauses: list[tuple[str, tuple[float, str] | None, str | None]]
) -> None:
    found = suggest_commitments(text, MONDAY)
    assert [text[one.start : one.end] for one in found] == [words for words, _, _ in clauses]
    assert [one.deadline for one in found] == [deadline for _, _, deadline in clauses]
    amounts = [(one.quantity, one.unit) if one.quantity else None for one in found]
    assert amounts == [amount for _, amount, _ in clauses]


Figures = tuple[str, tuple[float, str] | None, str | None]
"""The action of a commitment, its amount and its deadline."""


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "The ministry pledged to rebuild 300 homes by 2027 and to hand £2,500 to every family.",
            [
                ("rebuild 300 homes by 2027", (300, "homes"), "2027-12-31"),
                ("hand £2,500 to every family", (2500, "GBP"), None),
            ],
        ),
        (
            "The ministry has pledged to publish all contracts within 30 days, to open the tenders to bidders from "
            "Lest and to cut losses to 8% by 2034.",
            [
                ("publish all contracts within 30 days", None, "2024-12-11"),
                ("open the tenders to bidders from Lest", None, None),
                ("cut losses to 8% by 2034", (8, "%"), "2034-12-31"),
            ],
        ),
        (
            "The council promised to open the baths and to plant 500 trees by May.",
            [("open the baths", None, None), ("plant 500 trees by May", (500, "trees"), "2025-05-31")],
        ),
        (
            "The minister said the port would hire 300 nurses and would waive the fee until 2028.",
            [("hire 300 nurses", (300, "nurses"), None), ("waive the fee until 2028", None, "2028-12-31")],
        ),
        (
            "Velmo pledged to retrain staff and said it would close no plant before April 1.",
            [("retrain staff", None, None), ("close no plant before April 1", None, "2025-04-01")],
        ),
        (
            "Holm pledged $30 million but announced that it will send 300 tents by May.",
            [("$30 million", (3e7, "USD"), None), ("send 300 tents by May", (300, "tents"), "2025-05-31")],
        ),
        (
            "The bank will provide 600 million euros in grants over three years and a further 150 million in loans.",
            [
                ("provide 600 million euros in grants over three years", (6e8, "EUR"), "2027-11-11"),
                ("a further 150 million in loans", (150e6, ""), None),
            ],
        ),
        (
            "Holt said the party would tear up the treaty “on day one” and return the quota to the fishermen.",
            [("tear up the treaty “on day one”", None, None), ("return the quota to the fishermen", None, None)],
        ),
        (
            "By 2034 Norrin will build a line and hire 500 workers.",
            [("build a line", None, "2034-12-31"), ("hire 500 workers", (500, "workers"), "2034-12-31")],
        ),
        (
            "The state would put up $300 million of its own and appoint an independent auditor within 60 days.",
            [
                ("put up $300 million of its own", (3e8, "USD"), None),
                ("appoint an independent auditor within 60 days", None, "2025-01-10"),
            ],
        ),
        (
            "The club will repaint the changing rooms free of charge and raise £50,000 towards new lockers.",
            [
                ("repaint the changing rooms free of charge", None, None),
                ("raise £50,000 towards new lockers", (50000, "GBP"), None),
            ],
        ),
        (
            "Velmo will cut 2,300 jobs, or 9% of its workforce, by the end of June and close its plant in Lest.",
            [
                ("cut 2,300 jobs, or 9% of its workforce, by the end of June", (2300, "jobs"), "2025-06-30"),
                ("close its plant in Lest", None, None),
            ],
        ),
        (
            "Norrin will keep 300 men there until 5 May and build 3 roads.",
            [("keep 300 men there until 5 May", (300, "men"), "2025-05-05"), ("build 3 roads", (3, "roads"), None)],
        ),
        (
            "The council will build 300 homes and will, by May, open 3 schools.",
            [("build 300 homes", (300, "homes"), None), ("open 3 schools", (3, "schools"), "2025-05-31")],
        ),
        (
            "The council will build 300 homes and will, it said, also hire 300 nurses.",
            [("build 300 homes", (300, "homes"), None), ("hire 300 nurses", (300, "nurses"), None)],
        ),
        (
            "Premier pledges to cut tax, promises 300 homes by May",
            [("cut tax", None, None), ("300 homes by May", (300, "homes"), "2025-05-31")],
        ),
        (
            "Premier vows to end rationing, promises to raise wages by 5%",
            [("end rationing", None, None), ("raise wages by 5%", (5, "%"), None)],
        ),
        (
            "Velmo said it would build 300 homes, would cut tax and would hire nurses by May.",
            [
                ("build 300 homes", (300, "homes"), None),
                ("cut tax", None, None),
                ("hire nurses by May", None, "2025-05-31"),
            ],
        ),
        (
            "The council has agreed to borrow £900,000 and will ask the Lottery Fund for the remaining £500,000.",
            [
                ("borrow £900,000", (900000, "GBP"), None),
                ("ask the Lottery Fund for the remaining £500,000", (500000, "GBP"), None),
            ],
        ),
        (
            "The council promised to finish the line by 2032 and will hire 500 workers.",
            [("finish the line by 2032", None, "2032-12-31"), ("hire 500 workers", (500, "workers"), None)],
        ),
        (
            "The mayor promised three things: to build 300 homes, to repair 20 schools and to cut taxes by 2027.",
            [
                ("build 300 homes", (300, "homes"), None),
                ("repair 20 schools", (20, "schools"), None),
                ("cut taxes by 2027", None, "2027-12-31"),
            ],
        ),
        (
            "The bank will cut 300 jobs and close 5 branches by May, it said.",
            [
                ("cut 300 jobs", (300, "jobs"), "2025-05-31"),
                ("close 5 branches by May", (5, "branches"), "2025-05-31"),
            ],
        ),
        (
            "Norrin will train 1,000 technicians and send 50 experts to Lest by May.",
            [
                ("train 1,000 technicians", (1000, "technicians"), "2025-05-31"),
                ("send 50 experts to Lest by May", (50, "experts"), "2025-05-31"),
            ],
        ),
        (
            "Norrin will provide $5 million for schools, President Holt said, and will send 200 teachers by May.",
            [
                ("provide $5 million for schools", (5e6, "USD"), None),
                ("send 200 teachers by May", (200, "teachers"), "2025-05-31"),
            ],
        ),
        (
            "Norrin will provide Lest with $6 million over the next three years, Holt announced, adding that it will "
            "train 900 guards.",
            [
                ("provide Lest with $6 million over the next three years", (6e6, "USD"), "2027-11-11"),
                ("train 900 guards", (900, "guards"), None),
            ],
        ),
        (
            "The council promised to build 3 dams this year, hire 400 guards in 2026 and plant 900 trees by 2035.",
            [
                ("build 3 dams this year", (3, "dams"), "2024-12-31"),
                ("hire 400 guards in 2026", (400, "guards"), "2026-12-31"),
                ("plant 900 trees by 2035", (900, "trees"), "2035-12-31"),
            ],
        ),
    ],
)
def test_each_deed_with_figures_is_a_commitment_of_its_own(text: str, deeds: list[Figures]) -> None:
    found = suggest_commitments(text, MONDAY)
    amounts = [(one.quantity, one.unit) if one.quantity else None for one in found]
    assert [*zip([one.action for one in found], amounts, [one.deadline for one in found], strict=True)] == deeds
    assert len({one.promisor for one in found}) == 1
    spans = [(one.start, one.end) for one in found]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(before[1] < after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "The minister pledged that if the bank agreed to lend 300 million crowns the ministry would repair the dam.",
        "Norrin promised to build 30 homes by 2028, and residents will get a clinic.",
        "Registered shops will close by March and registered traders and processors will be gone by May.",
        "The ministry will send 50 experts to train teachers and build 3 schools.",
        "The ministry promised to rebuild the pool and open a library by May.",
        "Norrin will buy 30 train and bus tickets.",
        "Norrin will simplify and amend four laws on trade.",
        "Norrin will now assess and repair its 300 homes.",
        "The council will hire 300 nurses before it opens 5 clinics and build 20 homes.",
        "Norrin will free 40 captives after Umber frees 20 and open 3 roads by May.",
        "Norrin will keep 300 men there until 300 homes are built and pay $3 million.",
        "Norrin will keep 300 men there until ² and build 3 roads.",
        "She will set out the future of the port, the town and the future direction of the dam, and will hire a guard.",
    ],
)
def test_one_actor_and_one_clause_make_one_commitment(text: str) -> None:
    assert len(suggest_commitments(text, MONDAY)) == 1


@pytest.mark.parametrize(
    "beyond",
    [
        ", while Umber said it would take in 300 people by 2030",
        " while Umber said it would take in 300 people by 2030",
        ", although Umber asked for 300 permits by May",
        ", despite a warning that 300 people could drown by May",
        ", amid fears that 300 people could drown by May",
        ", brushing off a warning that 300 people could lose work by May",
        ", rejecting claims that 300 people would have no home by May",
        ", adding that 300 people had left it by Friday",
        ", saying 300 people would be moved by May",
        ", warning that it would take in nobody by May",
        ", a move that would leave 300 people without a home by May",
        ", hours after 300 people fled it in May",
        ", or 300 people will strike by May",
        ", having moved 300 people by May",
        ", more than a year after 300 people died",
        " shortly after 300 people died in May",
        " amid a dispute over 300 beds by May",
        " since 300 people went on strike in May",
        ", just two weeks before a vote on 5 December",
        ", less than a year after 300 people had moved in by May",
        " hours after Umber sent 300 soldiers in May",
        " days before a summit in May",
        ", its mayor said, adding that 300 people would move by May",
    ],
)
def test_what_is_told_beyond_the_action_gives_it_no_amount_and_no_deadline(beyond: str) -> None:
    found = only(f"Norrin vowed to close the camp{beyond}.")
    assert (found.action, found.quantity, found.deadline) == ("close the camp", None, None)
    early = only(f"Norrin vowed to close 3 camps by 2028{beyond}.")
    assert (early.action, early.quantity, early.deadline) == ("close 3 camps by 2028", 3, "2028-12-31")


@pytest.mark.parametrize(
    ("action", "deadline"),
    [
        ("close the camp, hiring 40 guards by May", "2025-05-31"),
        ("close the camp, linking the port to the town by May", "2025-05-31"),
        ("close the camp, adopting a plan that will make room by May", "2025-05-31"),
        ("sell the camp, despite its debts, to Umber by May", "2025-05-31"),
        ("close the camp within 30 days after the vote", None),
        ("close the camp in the days after the vote", None),
        ("close the camp two days before a vote on 5 December", "2024-12-05"),
        ("go after the gangs by May", "2025-05-31"),
        ("use the camp as a store by May", "2025-05-31"),
        ("keep pay as it is by May", "2025-05-31"),
        ("open the camp after the rains have ended in May", "2025-05-31"),
    ],
)
def test_what_tells_of_the_action_stays_in_it(action: str, deadline: str | None) -> None:
    found = only(f"Norrin vowed to {action}.")
    assert (found.action, found.deadline) == (action, deadline)


@pytest.mark.parametrize(
    "action",
    [
        "build roads and a school the council has designed",
        "build roads and bridges promised by the old cabinet",
        "ensure that homes and schools are built",
        "open the bridge between noon and one that is closed",
        "back the plan Doe and Roe have drawn up",
    ],
)
def test_what_an_and_joins_to_the_action_stays_in_it(action: str) -> None:
    assert only(f"The council promised to {action}.").action == action


def test_the_years_of_a_record_are_no_quantity() -> None:
    found = only("The council promised to repair the damage of the worst floods in 40 years.")
    assert (found.quantity, found.deadline_text) == (None, "")


@pytest.mark.parametrize(
    "text",
    [
        "Mara Denholt said she'd been attracted by the offer.",
        "Mara Denholt said she'd seen the offer.",
        "The unrest threatened to undermine the pact by May.",
        "Lest banned the charity, saying that it will encourage more people to cross the border.",
        "The agency was unaware of any plans to move 300 villagers by May.",
        "Aides said prior pledges by the Odo Trust to repair 300 homes by May have not been honoured.",
        "Ivo Sandrel made good on his promise to Norrin workers.",
        "Of the $800 million pledged after the 2017 floods, she said, less than a third had ever arrived.",
        "Ivo Roe insisted that his side had proposed an exchange of 300 prisoners.",
        "The ministry said its plan would cost 4.2 billion marks over four years.",
        "“We promised you homes, and Tarn will not be left to dig itself out alone,” said Ana Holt.",
        "“We have 300 homes to build by May and are not going to wait for it,” said Ana Holt.",
    ],
)
def test_what_only_looks_like_an_undertaking_is_left_alone(text: str) -> None:
    assert suggest_commitments(text, MONDAY) == []


@pytest.mark.parametrize(
    ("text", "action", "condition"),
    [
        (
            "The senator vowed to name the aides who provided the papers.",
            "name the aides who provided the papers",
            "",
        ),
        (
            "Doe vowed to build it, but has provided few details of the plan.",
            "build it",
            "",
        ),
        ("Lest made a promise to the miners to raise pay by 5 percent.", "raise pay by 5 percent", ""),
        ("Lest noted the pledges by Norrin to raise pay by 5 percent.", "raise pay by 5 percent", ""),
    ],
)
def test_whom_it_is_promised_is_no_action_and_what_was_provided_no_condition(
    text: str, action: str, condition: str
) -> None:
    found = only(text)
    assert (found.action, found.condition) == (action, condition)


def test_an_article_is_nobody_that_something_is_for() -> None:
    assert only('Norrin pledged to make plans for an "orderly retreat" for farmers.').beneficiary == "farmers"


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("Roe, Norrin's longtime trade attorney, was ill, but plans to use a visit to meet the king.", "Roe"),
        ("Norrin Steel Works, Lest's largest smelter, plans to cut 300 jobs by 2030.", "Norrin Steel Works"),
        ("Roe's lawyer announced plans to appeal the ruling.", "Roe's lawyer"),
        ("The inspectorate issued formal notices proposing to close 12 homes.", "inspectorate"),
        ("Lest heard of pledges by the Odo Trust to repair 300 homes by May.", "Odo Trust"),
        (
            "The ships comprising the tankers Oresk and Lund and the tug Ivo Tarn will return to the base in May.",
            "ships",
        ),
        ("This time the president has vowed to pay 5 million marks.", "president"),
        ("The next five rounds of talks will be hosted by Norrin by May.", "Norrin"),
        ("All 30 homes will be paid for by the ministry by May.", "ministry"),
        ("All 30 homes will be paid out by March.", None),
        ("The fair is old, Lest said, and it will be paid for by the ministry by May.", "ministry"),
        ("The mayor said the fair will be attended by Norrin in May.", None),
        ("President Ivo Roe told us that his country “never fought” and would not keep 30 guns.", "Ivo Roe’s country"),
        ("Velmo said in a letter that it respects and will obey the ban by May.", "Velmo"),
        ("Ivo Roe, a spokesman for Norgaz, told Lest that it would hire 300 workers by May.", "Norgaz"),
        ("Ivo Roe, Norgaz's head of sales, said it would hire 300 workers by May.", "Norgaz"),
        ("Ann Roe, her party's leader, said it would veto the bill by May.", "Ann Roe’s party"),
        ("Ann Roe, whose firm's head left, said it would hire 300 workers by May.", None),
        ("The union's head of sales, Ann Roe, told Lest that it would hire 300 workers by May.", "union"),
        ("Norrin's president said it would send 300 troops by May.", "Norrin"),
        ("LEST'S Victorian swimming baths will reopen next spring.", None),
        ("Work will end by 3 May.", None),
        ("Jane Doe (Lab) and Ivo Roe (Con) promised to cut tax by 5%.", "Jane Doe and Ivo Roe"),
        ("The mayor (Lab) and the council (Con) will build 300 homes by May.", "mayor and the council"),
        ("The Rail Union (NRU) and Velmo (VLM) agreed to hire 300 workers.", "Rail Union and Velmo"),
        ("Norrin (and Umber) will send 300 troops by May.", "Norrin and Umber"),
        ("Norrin beat Umber (3-1) and Doe will sell 300 shirts by May.", "Doe"),
        ("It was approved (with changes) and the council will build 300 homes by May.", "council"),
        ("Last week the ministry pledged to build 30 homes.", "ministry"),
        ("Ivo Roe lost the vote, and in Lest he too has vowed to build 30 homes.", "Ivo Roe"),
        ("The budget that Ivo Roe proposed Thursday would cut 30 million marks by May.", None),
        ("The order will cut fares by 5 percent by May.", None),
        ("The construction of 30 homes is expected to start by May.", None),
        ("Despite all the promises made to the miners by May, Lest has no money.", None),
    ],
)
def test_who_promises_is_an_actor_and_called_in_full(text: str, promisor: str | None) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert found.promisor == promisor


@pytest.mark.parametrize("word", ["Subscribe", "OPINION", "Signed", "make", "Agreement"])
def test_a_common_word_that_is_taken_for_a_speaker_is_no_promisor(word: str) -> None:
    text = "“We will build 200 homes for nurses by 2026,” it said."
    quote = QuoteSuggestion(((0, 45),), "direct", word, "", (46, 48), (49, 53), 0.9, "")
    (found,) = suggest_commitments(text, MONDAY, [quote])
    assert found.promisor is None


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Lest vowed to sell a unit by May, but last year the bank failed to find a buyer.",
            "sell a unit by May",
        ),
        ("Norrin promised to pay in May and Lest expects a share of it.", "pay in May"),
        ("Lest pledged a vote on whether to leave the bloc.", "a vote on whether to leave the bloc"),
        (
            "The harbour will be dredged in May, Lest's ambassador to Norrin Ivo Roe told the Halden Press.",
            "be dredged in May",
        ),
        ("The harbour will be dredged in May, Norrin's port minister Ivo Roe said.", "be dredged in May"),
        (
            "Norrin promised to pick the towns and release dates for refurbished Oresk sets.",
            "pick the towns and release dates for refurbished Oresk sets",
        ),
        ("Norrin will cut the levy - and it will raise pay.", "cut the levy"),
        ("Ana Bell has ruled out any coalition with the Lest Party.", "ruled out any coalition with the Lest Party"),
        ("Velmo to cut 2,300 jobs, raise dividend as chip demand slows", "cut 2,300 jobs, raise dividend"),
        ("Velmo to close 3 plants as sales fall", "close 3 plants"),
        ("Velmo to close 3 plants after losses", "close 3 plants"),
        ("Velmo to hire 300 nurses as tutors", "hire 300 nurses as tutors"),
        ("Norrin will also send 300 tents.", "send 300 tents"),
        ("Lest pledged 300 troops to guard the port, well below the 500 asked.", "300 troops to guard the port"),
        (
            "Donors pledged $1.9 billion to rebuild Tarn after August's quake, falling short of the $2.6 billion asked.",
            "$1.9 billion to rebuild Tarn after August's quake",
        ),
    ],
)
def test_an_action_is_whole_and_no_more(text: str, action: str) -> None:
    assert only(text).action == action


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("Foreign Minister Ivo Roe late Wednesday threatened to suspend the pact.", "Ivo Roe"),
        ("The plan may be split: Norrin and Lest will fulfil one part by May.", "Norrin and Lest"),
        ("TNA director Ivo Roe and NSB chief Admiral Mara Doe will give aid by May.", "Ivo Roe and Mara Doe"),
        ("A spokesman for the base told TNA on Monday the two pilots are to begin training by May.", "two pilots"),
        ("Mayor Ivo Roe announced that the pier would open by May.", None),
        ("Ivo Roe, for his part, pledged to build 30 homes by May.", "Ivo Roe"),
        ("Mr Roe labelled it a “dumb deal” on Netter, but said he would stand by it until May.", None),
    ],
)
def test_all_who_promise_are_named_and_nobody_else(text: str, promisor: str | None) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert found.promisor == promisor


@pytest.mark.parametrize(
    ("text", "beneficiary", "condition", "quantity", "deadline"),
    [
        ("Asked if she would stay, Doe said: “I will finish the bridge.”", "", "", None, None),
        ("Norrin promised to stay in the pact by May even if Lest leaves.", "", "", None, "2025-05-31"),
        ("The council promised to meet every three months.", "", "", None, None),
        ("Norrin vowed to replace the chiefs responsible for rivers.", "", "", None, None),
        ("“We will widen the links,” Ivo Roe said in July.", "", "", None, None),
        ("Norrin vowed to provide air for a crew of up to four pilots.", "a crew", "", 4, None),
    ],
)
def test_what_only_stands_near_a_promise_is_no_part_of_it(
    text: str, beneficiary: str, condition: str, quantity: float | None, deadline: str | None
) -> None:
    found = only(text)
    assert (found.beneficiary, found.condition) == (beneficiary, condition)
    assert (found.quantity, found.deadline) == (quantity, deadline)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("Torvik promised to rebuild the bridge by May after a storm killed 30 people.", None),
        ("Torvik promised to buy 40 buses after 200 drivers complained.", 40),
        ("Torvik promised to pay 5 million crowns after the vote.", 5_000_000),
        ("Torvik agreed to lend Mr. Rell $5 million, and the union joined with 300 members.", 5_000_000),
    ],
)
def test_an_amount_stands_in_the_action_and_not_in_what_tells_why(text: str, quantity: float | None) -> None:
    assert only(text).quantity == quantity


def test_money_promises_nothing() -> None:
    assert only("$5 million will build the bridge by May.").promisor is None


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("President Holt said the army was ready, vowing to send two brigades.", "Holt"),
        ("In a speech to the nation, Holt said the army was ready, vowing to send two brigades.", "Holt"),
        ("The ministry said the harvest was poor, pledging to buy 300 tonnes of grain by May.", "ministry"),
        ("Mara Denholt told reporters the deal was close, agreeing to pay 5 million crowns by May.", "Mara Denholt"),
        ("Holt said on Monday that Norrin had broken the truce, pledging to answer within ten days.", "Holt"),
        ("“The army is ready,” Holt said, vowing to send two brigades by May.", "Holt"),
        ("“The army is ready,” said President Ivo Holt, vowing to send two brigades by May.", "Ivo Holt"),
        ("The army was ready, Holt said, vowing to send two brigades.", "Holt"),
        ("The army was ready, said Ivo Holt, vowing to send two brigades.", "Ivo Holt"),
        ("Holt, elected in May, said the army was ready, vowing to send two brigades.", "Holt"),
        ("Holt, 54, said the army was ready, vowing to send two brigades.", "Holt"),
        ("The bank, Lest's largest lender, says profits fell, planning to close 40 branches by May.", "bank"),
        ("After the talks failed, Holt said the army was ready, promising to send two brigades by May.", "Holt"),
        ("The union, which has 300 members, ended the talks, vowing to strike by Friday.", "union"),
        ("The minister who leads the talks said Lest was late, agreeing to pay 5 million crowns by May.", "minister"),
        ("Its president, Ivo Holt, told parliament trade had fallen, pledging to hire 300 guards by May.", "Ivo Holt"),
        ("Holt praised the deal, calling it historic and promising to build 300 homes by May.", "Holt"),
        ("Holt left the talks after promising to build 300 homes by May.", "Holt"),
        ("Holt met with Norrin before promising to build 300 homes by May.", "Holt"),
        ("Holt, vowing to close the border, said Norrin had broken the truce.", "Holt"),
        ("Vowing to close the border by May, Holt said Norrin had broken the truce.", "Holt"),
        ("Ivo Holt blames Lest for the fire, vowing to close the border by Friday.", "Ivo Holt"),
        ("Lest refused to talk and Norrin closed the border, vowing to act by Friday.", "Norrin"),
        ("Norrin blamed Lest for the fire, vowing to close the border by Friday.", "Norrin"),
        ("The strike is over, with the operator promising to hire 300 drivers by May.", "operator"),
        ("The talks ended on Friday with Norrin promising to pay 5 million crowns by May.", "Norrin"),
        ("The group of lenders said the loan was safe, promising to pay 5 million crowns by May.", "group of lenders"),
        ("A coalition of unions said the talks were over, vowing to strike by Friday.", "coalition of unions"),
        (
            "The Halden bloc's finance ministers said the fund was empty, agreeing to lend it 5 million crowns by May.",
            "Halden bloc's finance ministers",
        ),
    ],
)
def test_a_participle_promises_for_the_subject_of_the_main_clause(text: str, promisor: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert found.promisor == promisor
    assert promisor.split()[-1] in found.why


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        (
            "The presidents of Norrin, Castrenia and Umber agreed to meet in May.",
            "presidents of Norrin, Castrenia and Umber",
        ),
        (
            "On Monday, the leaders of Norrin, Castrenia, Lest and Umber vowed to build 3 dams by 2030.",
            "leaders of Norrin, Castrenia, Lest and Umber",
        ),
        (
            "The foreign ministers of Norrin, South Castrenia and the Lest Republic agreed to build 3 dams by 2030.",
            "foreign ministers of Norrin, South Castrenia and the Lest Republic",
        ),
        (
            "The presidents of Norrin, Castrenia, and Umber met on Monday, agreeing to build 3 dams by 2030.",
            "presidents of Norrin, Castrenia, and Umber",
        ),
        ("The EU, Norrin and Lest agreed to build 3 dams by 2030.", "EU, Norrin and Lest"),
        ("The mayor and Holt promised to build 300 homes by May.", "mayor and Holt"),
        ("Dozens of mayors pledged to plant 40,000 trees by 2028.", "Dozens of mayors"),
        ("A group of creditors that includes the Halden Bank agreed to pay it by May.", "group of creditors"),
        ("In the ports of Lest, Castrenia and Umber agreed to build 3 dams by 2030.", "Castrenia and Umber"),
        (
            "Mayor Ivo Holt of Norrin, Ann Roe and Mara Doe agreed to build 3 dams by 2030.",
            "Ivo Holt, Ann Roe and Mara Doe",
        ),
    ],
)
def test_all_whom_a_list_names_promise(text: str, promisor: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert found.promisor == promisor


@pytest.mark.parametrize(
    ("action", "beneficiary"),
    [
        ("take the case to the supreme court by May", ""),
        ("raise output to the level of 2010 by 2030", ""),
        ("bring an end to the dispute by May", ""),
        ("put an end to the war by May", ""),
        ("make changes to the treaty by May", ""),
        ("return to the table by May", ""),
        ("return to Lest by May", ""),
        ("travel to Lest by May", ""),
        ("move the archive to the old mill by May", ""),
        ("deliver 30 trucks to the border by May", ""),
        ("send 300 soldiers to the north by May", ""),
        ("build a road to the port by 2030", ""),
        ("open a road to Lest by 2030", ""),
        ("resume flights to Orlane in April", ""),
        ("respond to the attack by May", ""),
        ("add Lest to its list by May", ""),
        ("link the port to the capital by 2030", ""),
        ("raise pay to 900 crowns by May", ""),
        ("curb the part of a tax important to wealthy bankers by May", ""),
        ("stand up to Lest by May", ""),
        ("give way to the rebels by May", ""),
        ("pay attention to the needs of farmers by May", ""),
        ("give up its claim to the island by May", ""),
        ("provide an answer to the question by May", ""),
        ("lend support to the plan by May", ""),
        ("pay a dividend of 40 million crowns by May", ""),
        ("lend the region 300 million crowns by May", "the region"),
        ("give its allies a loan by May", "its allies"),
        ("pay the miners 500 crowns each by May", "the miners"),
        ("hand over the island to Lest by May", "Lest"),
        ("give 300 homes to the miners", "the miners"),
        ("build a dam and give the old homes to the miners", "the miners"),
        ("give new life to the harbour by 2030", "the harbour"),
        ("give free meals to the poor by May", "the poor"),
        ("lend 5 million crowns to the harbour by May", "the harbour"),
        ("supply gas to the power plant by May", "the power plant"),
        ("sell 30 aircraft to Velland by 2030", "Velland"),
        ("return the statues to Lest", "Lest"),
        ("send 300 soldiers to Lest by May", "Lest"),
        ("hand control of the port to the army by May", "the army"),
        ("increase aid to the harbour by 2030", "the harbour"),
        ("restore power to flooded households by May", "flooded households"),
        ("bring relief to flooded towns by May", "flooded towns"),
        ("explain it to the voters by May", "the voters"),
        ("make homes available to refugees by May", "refugees"),
        ("make 300 flats available to nurses by 2027", "nurses"),
        ("build a home for Mrs. Ann Roe by May", "Mrs. Ann Roe"),
        ("give $3 million for care homes by May", "care homes"),
        ("give $3 million for children's homes by May", "children's homes"),
        ("give $3 million for new homes by May", ""),
        ("set up a plant for Zubrava tractors by May", ""),
        ("set up a plant for Norrin by May", "Norrin"),
        ("not supply a single vote for an override", ""),
        ("decide on its support for the budget in May", ""),
        ("raise its support for small farms to $5 million", "small farms"),
        ("supply Maldrevia with 400,000 tonnes of wheat by May", "Maldrevia"),
        ("present the budget with a speech on Monday", ""),
        (
            "pay every household that earns less than 30,000 marks a year a cheque of 400 marks",
            "every household that earns less than 30,000 marks a year",
        ),
        ("give every first-time buyer under 35 a grant of 12,000 marks", "every first-time buyer under 35"),
        ("lend farmers who lost cattle a sum of 300 crowns", "farmers who lost cattle"),
        ("set aside $30 million for towns whose wells run dry", "towns whose wells run dry"),
    ],
)
def test_to_whom_something_is_given_is_the_beneficiary_and_not_where_to(action: str, beneficiary: str) -> None:
    assert only(f"The council promised to {action}.").beneficiary == beneficiary


def test_whom_something_will_be_given_is_the_beneficiary() -> None:
    assert only("The firm promised that 300 homes will be given to the miners by May.").beneficiary == "the miners"


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Holt said that if the dam broke, 300 people would die, vowing to rebuild it by May.", ""),
        ("Holt said the dam was weak, vowing to rebuild it if parliament agrees.", "if parliament agrees"),
        ("Norrin vowed to close the camp, while Umber said it would leave if nobody paid.", ""),
        ("Norrin vowed to close the camp if Umber agrees, while Lest said it would leave.", "if Umber agrees"),
        ("If the talks fail, Umber will close the camp by May.", "If the talks fail"),
        ("“We will strike by May,” Holt said, “unless they pay.”", "unless they pay"),
    ],
)
def test_a_condition_is_of_the_action_that_has_it(text: str, condition: str) -> None:
    assert only(text).condition == condition


@pytest.mark.parametrize(
    ("text", "promisor", "beneficiary"),
    [
        ("Mayor Holt said that drivers plan to pay 5 million marks by May.", "drivers", ""),
        ("Holt said that managers vowed to give 5 million marks to the miners.", "managers", "the miners"),
        ("The union pledged that all proceeds will go to victims of the flood.", None, "victims of the flood"),
        ("Norrin vowed to keep the port as well as the fleet by May 2027.", "Norrin", ""),
        ("The council promised to make 40 seats available to residents by May.", "council", "residents"),
        ("Lest pledged to return 13,000 acres to nine river communities by May.", "Lest", "nine river communities"),
    ],
)
def test_a_plural_noun_is_no_verb_and_proceeds_go_to_somebody(text, promisor, beneficiary):
    found = suggest(text, MONDAY).commitments
    assert beneficiary in [one.beneficiary for one in found]
    assert promisor is None or [one.promisor for one in found] == [promisor]


def test_a_deadline_before_an_and_is_of_the_action_before_it() -> None:
    text = "Ivo Roe said Velland is willing to import 200,000 tonnes by May, and pledged to cut the levy."
    found = suggest_commitments(text, MONDAY)
    assert [(one.action, one.deadline) for one in found] == [
        ("import 200,000 tonnes by May", "2025-05-31"),
        ("cut the levy", None),
    ]


@pytest.mark.parametrize(
    ("text", "promisor", "action"),
    [
        ("Councilman Ed Stubbs vowed he would never vote for a leash law.", "Ed Stubbs", "never vote for a leash law"),
        ("Councilman Ed Stubbs vowed he would veto the bill.", "Ed Stubbs", "veto the bill"),
        (
            "The mayor promised residents that the wall would be finished by May.",
            "mayor",
            "the wall would be finished by May",
        ),
        ("Mayor Ana Holt promised the pier would open by May.", "Ana Holt", "the pier would open by May"),
        ("The government promised farmers that it would pay them $300 each.", "government", "pay them $300 each"),
        ("Mayor Ana Holt promised the government would build 300 homes.", "government", "build 300 homes"),
        ("Ana Holt promised President Roe that Norrin would send 300 troops.", "Norrin", "send 300 troops"),
        ("Mayor Ana Holt gave her word to return the bronzes.", "Ana Holt", "return the bronzes"),
        ("“You have my word that no school will be closed,” Ana Holt said.", "Ana Holt", "no school will be closed"),
        ("“We are not going to leave Lest in the dark,” Ana Holt said.", "Ana Holt", "not leave Lest in the dark"),
        ("In 2026 its then premier, Ana Holt, vowed to spend $7 million.", "Ana Holt", "spend $7 million"),
        ("Norrin, Lest pledge to deepen ties on rail", "Norrin and Lest", "deepen ties on rail"),
        ("The company, which pledged a two-year freeze, denied it.", "company", "a two-year freeze"),
        ("Leader vows to end rationing, apologizes for shortages", "Leader", "end rationing"),
        ("The council promised to finish the wall by Dec. 12, 2026.", "council", "finish the wall by Dec. 12, 2026"),
        ("The bank will pay No. 4 plant $5 million by May.", "bank", "pay No. 4 plant $5 million by May"),
        (
            "Mayor Ana Holt vowed to open the ‘People’s Pier,’ a park, by May.",
            "Ana Holt",
            "open the ‘People’s Pier,’ a park, by May",
        ),
        (
            "The council promised to build as many new homes as Umber built.",
            "council",
            "build as many new homes as Umber built",
        ),
        ("The nurses will go to Lest by May.", "nurses", "go to Lest by May"),
        ("The World Food Fund (WFF) will build 20 homes by May.", "World Food Fund", "build 20 homes by May"),
        (
            "Norrin signed a pact with Umber under which it will buy 20 jets.",
            "Norrin",
            "signed a pact with Umber under which it will buy 20 jets",
        ),
        ("The island agreed last month to raise its levy.", "island", "raise its levy"),
        ("Norrin Rail recently reaffirmed its commitment to build 30 homes.", "Norrin Rail", "build 30 homes"),
        (
            "The state railway has promised that no station will be closed.",
            "state railway",
            "no station will be closed",
        ),
        ("Donors meeting in Lest pledged a combined $3 billion.", "Donors", "a combined $3 billion"),
        (
            "Ivo Roe said the airline was “committed to returning all of them by Sunday”.",
            "airline",
            "returning all of them by Sunday",
        ),
        ("The firm, paid for each part, will build 30 homes.", "firm", "build 30 homes"),
        (
            "Opposition leader Ivo Roe called the plan “a farce” and said his party would repeal it.",
            "Ivo Roe’s party",
            "repeal it",
        ),
        (
            "The International Fund has agreed in principle to a $2 billion loan by May.",
            "International Fund",
            "a $2 billion loan by May",
        ),
        (
            "Norrin and Velland on Friday announced 300 million euros in aid for the region.",
            "Norrin and Velland",
            "300 million euros in aid for the region",
        ),
        ("Norrin announced $5 million in aid packages for Umber.", "Norrin", "$5 million in aid packages for Umber"),
        (
            "Norrin announced $5 million in food and medical aid to Umber.",
            "Norrin",
            "$5 million in food and medical aid to Umber",
        ),
        ("Norrin announced $5 million in debt relief for Umber.", "Norrin", "$5 million in debt relief for Umber"),
        (
            "The ministry announced 300 million marks in support measures for farmers.",
            "ministry",
            "300 million marks in support measures for farmers",
        ),
        ("The mayor made a pledge on Monday to plant 300 trees.", "mayor", "plant 300 trees"),
        ("The mayor made a promise during the campaign to plant 300 trees.", "mayor", "plant 300 trees"),
        ("Norrin renewed its commitment at the summit to cut levies by 30%.", "Norrin", "cut levies by 30%"),
        (
            "The prime minister has ruled out a snap election and insisted she was well.",
            "prime minister",
            "ruled out a snap election",
        ),
        (
            "The two countries signed a pact under which Norrin will supply 60,000 tonnes of wheat.",
            "Norrin",
            "supply 60,000 tonnes of wheat",
        ),
    ],
)
def test_a_promise_is_told_whole_and_of_who_made_it(text: str, promisor: str, action: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert (found.promisor, found.action, found.strength) == (promisor, action, "hard")


@pytest.mark.parametrize(
    ("text", "promisor", "beneficiary"),
    [
        ("The government promised farmers that it would pay them $300 each.", "government", "farmers"),
        ("The mayor promised on Monday that she would build 30 homes.", "mayor", ""),
        ("Farmers will receive $300 each by June.", None, "Farmers"),
        ("The premier will receive a delegation from Umber on Friday.", "premier", ""),
        ("Farmers will get $300 each from the government by June.", "government", "Farmers"),
        ("Hospitals will receive vaccines from the ministry by Friday.", "ministry", "Hospitals"),
        ("Umber will get jets from Norrin by May.", "Norrin", "Umber"),
        ("Families will receive food and blankets from the army by Friday.", "army", "Families"),
        ("The town will receive five new buses by June.", None, "The town"),
        ("Schools will receive more teachers by September, the minister said.", None, "Schools"),
        ("The region will get a new hospital by 2028.", None, "The region"),
        ("The premier will receive 40 mayors on Friday.", "premier", ""),
        ("Workers will get two days off by May.", None, "Workers"),
        ("The premier will get the bill through parliament by May.", "premier", ""),
        ("“We will get a fair deal by May,” Ivo Roe said.", "Ivo Roe", ""),
        ("“We will get 300 tanks from Umber by May,” Ivo Roe said.", "Umber", ""),
        ("The premier promised that schools will get 300 laptops by May.", "premier", "schools"),
        ("The refugees will receive visas, the premier promised.", "premier", "The refugees"),
        ("The premier vowed firms would get 300 homes built.", "premier", ""),
        ("The ministry will give $300 to 400 farmers by May.", "ministry", "400 farmers"),
        ("The director Jane Doe will receive the Golden Oar on Friday.", None, "The director Jane Doe"),
        ("The ministry will get 40 schools ready by September.", "ministry", ""),
        ("The ministry will get 300 homes built by May.", "ministry", ""),
        ("The ministry will get firms to pay 5% more by May.", "ministry", ""),
        ("The hospital will get $3 million to buy scanners by May.", None, "The hospital"),
        ("The firm promised to compensate ticket holders for every day lost.", "firm", "ticket holders"),
        ("The state would ask the Fund for an emergency loan by May, the premier promised.", "premier", ""),
    ],
)
def test_who_is_promised_something_promises_nothing(text: str, promisor: str | None, beneficiary: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert (found.promisor, found.beneficiary) == (promisor, beneficiary)


@pytest.mark.parametrize(
    "text",
    [
        "Plans to close six rural hospitals have been “paused”, the health secretary has said.",
        "Plans to close its consulate were dropped.",
        "The ministry has called off plans to close 12 schools by May.",
        "The firm had promised to build 40 homes by 2025 but built none.",
        "Agnes Torvik made the pledge during a visit to the town of Hallmere.",
        "Agnes Torvik made the pledge on a visit to open a bridge by May.",
        "The firm announced $1 billion in unpaid debt.",
        "The firm announced $40 million in unpaid loans.",
        "Norrin announced $5 million in aid cuts.",
        "The firm announced $300 million in cuts to funding for the agency.",
        "Its pledge to build 30 homes was scrapped in May.",
        "Tarn put off its long-awaited plan to close 3 schools by May.",
        "Norrin put plans to build 300 homes off.",
        "Velmo had agreed to pay $3 million but then refused.",
        "Velmo had promised not to cut jobs but cut 300.",
        "The board had promised to publish 40 reports by June but has since dropped the idea.",
        "The firm had promised to open 5 shops by May but never did.",
    ],
)
def test_a_plan_that_was_called_off_is_no_commitment(text: str) -> None:
    assert suggest_commitments(text, MONDAY) == []


@pytest.mark.parametrize(
    ("text", "promisor", "deadline"),
    [
        ("The union called off its strike and pledged to return to work by Monday.", "The union", "2024-11-11"),
        ("The strike was called off after Velmo promised to hire 300 workers by May.", "Velmo", "2025-05-31"),
        ("The match was called off and the club pledged to refund 300 fans by Friday.", "the club", "2024-11-15"),
        (
            "Ana Holt said the government had pledged to build 300 homes by 2030 but stressed that costs may rise.",
            "the government",
            "2030-12-31",
        ),
        (
            "Norrin had planned to leave Tarn by May, but the premier has not told the army.",
            "Norrin",
            "2025-05-31",
        ),
        ("The ministry had promised to build 40 homes by May but asked for more time.", "The ministry", "2025-05-31"),
        ("The club had vowed to sign 3 players by May but did not say whom.", "The club", "2025-05-31"),
        ("Norrin had planned to send 300 troops by May but will now send 400 by June.", "Norrin", "2025-06-30"),
    ],
)
def test_what_is_called_off_or_told_beside_a_promise_does_not_take_it_back(
    text: str, promisor: str, deadline: str
) -> None:
    found = only(text)
    assert (found.promisor, found.deadline) == (promisor, deadline)


@pytest.mark.parametrize(
    ("text", "deadline", "words"),
    [
        ("The council promised to finish the wall by the first of March.", "2025-03-01", "by the first of March"),
        ("The council promised to publish it before the summer recess.", None, "before the summer recess"),
        ("The clinic will start on 3 May to vaccinate 300 children.", "2025-05-03", "on 3 May"),
        ("The firm wants to grow and by 2032 plans to hire 300 people.", "2032-12-31", "by 2032"),
        ("The firm pledged in 2024 to hire 300 people.", None, ""),
    ],
)
def test_the_words_of_a_deadline_are_its_own(text: str, deadline: str | None, words: str) -> None:
    found = only(text)
    assert (found.deadline, found.deadline_text) == (deadline, words)


def test_each_item_of_a_list_is_a_commitment_of_who_leads_to_it() -> None:
    text = (
        "The Water Department met. Under the plan, the department will:\n\n"
        "- replace 1,400 kilometres of pipes by 2034;\n"
        "- establish a €60 million fund; and\n"
        "- Train 300 inspectors.\n\n"
        "Build it and they come.\n"
    )
    found = suggest(text, MONDAY).commitments
    assert [text[one.start : one.end] for one in found] == [
        "replace 1,400 kilometres of pipes by 2034",
        "establish a €60 million fund",
        "Train 300 inspectors.",
    ]
    assert [one.action for one in found] == [
        "replace 1,400 kilometres of pipes by 2034",
        "establish a €60 million fund",
        "train 300 inspectors",
    ]
    assert [(one.quantity, one.unit) for one in found] == [(1400, "kilometres"), (6e7, "EUR"), (300, "inspectors")]
    assert [one.deadline for one in found] == ["2034-12-31", None, None]
    assert {one.promisor for one in found} == {"Water Department"}


def test_what_something_costs_is_no_amount_of_what_is_done_to_it() -> None:
    found = only("The ministry said the bridge would cost $3 million and would be built by May.")
    assert (found.quantity, found.deadline) == (None, "2025-05-31")


def test_a_condition_ends_with_its_clause() -> None:
    text = "Norrin will pay 40 million euros unless Lest fires first and Umber will send 300 troops by June."
    assert [(one.promisor, one.action, one.condition) for one in suggest(text, MONDAY).commitments] == [
        ("Norrin", "pay 40 million euros unless Lest fires first", "unless Lest fires first"),
        ("Umber", "send 300 troops by June", ""),
    ]


@pytest.mark.parametrize(
    ("text", "strengths"),
    [
        ("Norrin will buy 20 jets and intends to buy 30 more by 2030.", ["hard", "soft"]),
        ("Norrin pledged to send 300 troops and proposed to host talks on 5 May.", ["hard", "soft"]),
        ("Norrin threatens to close 3 ports, vows to send 300 troops", ["soft", "hard"]),
        ("Velmo said it would hire 300 nurses and would open 5 clinics.", ["hard", "hard"]),
    ],
)
def test_a_further_promise_is_as_hard_as_its_own_words(text: str, strengths: list[str]) -> None:
    assert [one.strength for one in suggest_commitments(text, MONDAY)] == strengths


@pytest.mark.parametrize(
    "befalls",
    [
        "face a fine of $5 million",
        "lose $3 million by May",
        "be 60 on 5 May",
        "be asked about the strike",
        "be met by 300 soldiers",
        "suffer for it by May",
    ],
)
def test_what_befalls_who_acts_is_no_further_promise(befalls: str) -> None:
    assert only(f"The bank will hire 300 clerks and will {befalls}.").action == "hire 300 clerks"


@pytest.mark.parametrize(
    ("text", "actions", "deadlines"),
    [
        (
            "Norrin will send 300 troops, and the border will be reopened by May.",
            ["send 300 troops", "be reopened by May"],
            [None, "2025-05-31"],
        ),
        (
            "Holt said the council would build 300 homes and the old baths would be reopened by June.",
            ["build 300 homes", "be reopened by June"],
            [None, "2025-06-30"],
        ),
        (
            "Under the deal, Velmo will pay $3 million and the strike will be called off by Friday.",
            ["pay $3 million", "be called off by Friday"],
            [None, "2024-11-15"],
        ),
    ],
)
def test_what_will_be_done_to_another_thing_has_its_own_deadline(
    text: str, actions: list[str], deadlines: list[str | None]
) -> None:
    found = suggest_commitments(text, MONDAY)
    assert [one.action for one in found] == actions
    assert [one.deadline for one in found] == deadlines


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("The council will pay $3 million if rents rise and will build 300 homes by May.", ["if rents rise", ""]),
        ("The council will pay $3 million and will build 300 homes if rents rise.", ["", "if rents rise"]),
        (
            "The bank will pay $3 million if rents rise and the union will build 300 homes by May.",
            ["if rents rise", ""],
        ),
        ("Unless rents fall, the council will pay $3 million and will build 300 homes.", ["Unless rents fall"] * 2),
        ("The council will, if rents rise, pay $3 million and will build 300 homes.", ["if rents rise"] * 2),
        ("Holt promised that, if elected, she would pay $3 million and would build 300 homes.", ["if elected"] * 2),
    ],
)
def test_a_condition_is_of_the_clause_that_has_it_or_leads_both(text: str, conditions: list[str]) -> None:
    assert [one.condition for one in suggest_commitments(text, MONDAY)] == conditions


def test_when_what_is_built_will_serve_is_the_deadline() -> None:
    found = only("We will build a second terminal at Hestvik, and it will be working by November.")
    assert (found.action, found.deadline) == ("build a second terminal at Hestvik", "2024-11-30")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "Arkadia pledged $250 million, Tolmark $120 million and the Emirate of Qasr $90 million.",
            [("Arkadia", "$250 million"), ("Tolmark", "$120 million"), ("Emirate of Qasr", "$90 million")],
        ),
        (
            "Norrin has pledged $3 million in aid and Lest a further $2 million by June, the agency said.",
            [("Norrin", "$3 million in aid"), ("Lest", "a further $2 million by June")],
        ),
        ("Velmo promised 30 buses, and Norrin Rail 20 trains.", [("Velmo", "30 buses"), ("Norrin Rail", "20 trains")]),
        (
            "Norrin pledged $3 million to Lest, Umber and Tarn and 40 tents to Holm.",
            [("Norrin", "$3 million to Lest, Umber and Tarn and 40 tents to Holm")],
        ),
        (
            "Norrin pledged $3 million in May, Foreign Minister Ivo Roe, 54, said, and Lest in 2022.",
            [("Norrin", "$3 million in May")],
        ),
    ],
)
def test_each_who_gives_by_one_verb_promises(text: str, given: list[tuple[str, str]]) -> None:
    assert [(one.promisor, one.action) for one in suggest(text, MONDAY).commitments] == given


@pytest.mark.parametrize(
    "when",
    [
        "in 2021 to building",
        "in 2021 to build",
        "itself in 2021 to building",
        "itself last year to building",
        "five years ago to build",
    ],
)
def test_a_promise_of_a_past_year_stays_one(when: str) -> None:
    text = f"Velmo committed {when} a plant worth 60 million soles by the end of 2024."
    (found,) = suggest_commitments(text, "2026-02-11")
    assert (found.promisor, found.quantity, found.deadline_text) == ("Velmo", 6e7, "by the end of 2024")


def test_money_that_is_pledged_to_some_end_is_the_quantity() -> None:
    found = only("The Union pledged $40 million to help Norrin rebuild 300 schools by May.")
    assert (found.action, found.quantity, found.deadline) == (
        "$40 million to help Norrin rebuild 300 schools by May",
        4e7,
        "2025-05-31",
    )


def test_a_further_promise_is_of_who_made_the_one_before_it() -> None:
    text = (
        "The union has suspended its strike after the company offered a 6 percent rise and promised talks in January."
    )
    assert [one.promisor for one in suggest(text, MONDAY).commitments] == ["company", "company"]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Norrin renewed its pledge to send 300 troops by May after talks were suspended.", "send 300 troops by May"),
        (
            "Holm pledged $3 million in aid that will help 200 families.",
            "$3 million in aid that will help 200 families",
        ),
        (
            "The party pledged not to raise the levy above 20% and to hire 300.",
            "not raise the levy above 20% and to hire 300",
        ),
        (
            "Velmo agreed to pay $3 million to settle 20 claims and to end a probe.",
            "pay $3 million to settle 20 claims and to end a probe",
        ),
        (
            "The agency will let 300 farmers sell land and build 20 homes.",
            "let 300 farmers sell land and build 20 homes",
        ),
        ("The firm will not build 40 homes in Lest, as it had promised.", "not build 40 homes in Lest"),
        ("Norrin vows to send tanks, arms and planes to Umber", "send tanks, arms and planes to Umber"),
        ("The minutes will be published on 5 August 2025.", "be published on 5 August 2025"),
    ],
)
def test_what_is_one_promise_is_told_as_one(text: str, action: str) -> None:
    assert only(text).action == action


@pytest.mark.parametrize(
    "marks",
    [
        "- {}\n- {}\n",
        "1. {};\n2. {}.\n",
        "• {}\n• {}\n",
        "(a) {};\n(b) {}.\n",
        "{}\n{}\n",
        "• {}\n• {}\n\n• Read more about 300 nurses here\n",
        "* {}; and\n\n* {}.\n\n* Open 24 hours in May.\n",
        "- {}\n- {}\n- Ivo Roe retired in May\n- Cut tax by 5%\n",
    ],
)
def test_items_with_any_marks_are_commitments_and_what_follows_is_none(marks: str) -> None:
    items = "train 300 nurses", "hire 20 teachers"
    text = f"The Water Department will:\n\n{marks.format(*items)}\nClose to 300 people came. Police were called.\n"
    assert [one.action for one in suggest(text, MONDAY).commitments] == [*items]


def test_items_with_numbers_and_capitals_are_commitments_and_so_is_what_they_deny() -> None:
    text = "The council will:\n1. Build 300 homes by May.\n2. Never close a clinic.\n3. Fully repay $3 million."
    found = suggest_commitments(text, MONDAY)
    assert [one.action for one in found] == ["build 300 homes by May", "never close a clinic", "fully repay $3 million"]


def test_an_item_of_many_blanks_is_read_at_once() -> None:
    suggest(f"The ministry will:\n- pay {' ' * 200_000}x\n- go now", MONDAY)


@pytest.mark.parametrize("item", ["give a guarantee", "make a promise", "set a goal;", "publish plans and will"])
def test_an_item_whose_words_end_in_a_cue_breaks_nothing(item: str) -> None:
    suggest(f"The bank will:\n- {item}\n- pay 20 staff", MONDAY)


@pytest.mark.parametrize(
    ("text", "quantity", "deadline"),
    [
        ("The ministry will contribute $25 million to a food fund.", (25e6, "USD"), None),
        ("The firm will give $5 million to 3 towns.", (5e6, "USD"), None),
        ("The firm will give $5 million to two towns.", (5e6, "USD"), None),
        ("The firm will give $5 to 7 million.", (7e6, "USD"), None),
        ("Norrin agreed to scrap its jets under the eye of 200 inspectors.", (None, ""), None),
        ("Norrin will train 300 guards under the command of 20 officers.", (300, "guards"), None),
        ("The ministry will pay 5 million dollars to families hit by the October floods.", (5e6, "USD"), None),
        ("The ministry will rebuild 40 houses destroyed by the March storm by May 2028.", (40, "houses"), "2028-05-31"),
        ("The ministry will rebuild 40 houses lost in a March flash flood.", (40, "houses"), None),
        ("The state will build 200 homes by 2030 for war veterans.", (200, "homes"), "2030-12-31"),
        ("The fund will pay $4 million by Friday to flood victims.", (4e6, "USD"), "2024-11-15"),
        ("The council will rebuild 3 bridges by May after storms destroyed them.", (3, "bridges"), "2025-05-31"),
        ("The firm will open 40 shops in June despite protests.", (40, "shops"), "2025-06-30"),
        ("Norrin will end 20 raids by 1 June and shelling.", (20, "raids"), "2025-06-01"),
        ("The council will build by May 2028 flood walls worth $5 million.", (5e6, "USD"), "2028-05-31"),
        ("The state will pay $200 each by the end of June to storm victims.", (200, "USD"), "2025-06-30"),
    ],
)
def test_to_whom_is_no_range_and_a_disaster_no_deadline(
    text: str, quantity: tuple[float | None, str], deadline: str | None
) -> None:
    found = only(text)
    assert ((found.quantity, found.unit), found.deadline) == (quantity, deadline)


def test_we_shall_tells_of_no_deed() -> None:
    assert suggest("The minister, Ana Holt, said: “We shall.”", MONDAY).commitments == ()


def test_what_leads_to_no_list_of_deeds_is_no_commitment() -> None:
    assert suggest_commitments("Holt asked what it was to be and what it was to:\na nice day.\n", MONDAY) == []


def test_a_condition_of_what_is_not_told_is_not_another_clauses() -> None:
    found = only("Norrin will free 40 men unless Lest fires first and Umber will send 300 troops by June.")
    assert (found.promisor, found.condition) == ("Umber", "")


@pytest.mark.parametrize(
    "text", ["Tesk said it remains committed to a $1 billion plant.", "Tesk remains committed to it all."]
)
def test_who_remains_committed_is_who_is(text: str) -> None:
    assert only(text).promisor == "Tesk"


def test_it_is_the_body_of_the_sentence_before_in_its_own_words() -> None:
    found = suggest("The Lest works closed. The council says it is broke. It will publish 3 lists by June.", MONDAY)
    assert [one.promisor for one in found.commitments] == ["council"]


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("In March, the state said it would pull its guns back from Delm.", None),
        ("In 2031, the mayor said, the council will build 30 homes.", "2031-12-31"),
        ("By March the state said it would pull its guns back from Delm.", "2025-03-31"),
        ("Next year, the firm said it would open 3 mills.", "2025-12-31"),
        ("In June the council will build 30 homes, the mayor said.", "2025-06-30"),
    ],
)
def test_when_it_was_said_is_no_deadline(text: str, deadline: str | None) -> None:
    assert only(text).deadline == deadline


@pytest.mark.parametrize("day", ["Last June", "Last Friday", "On June 17"])
def test_a_month_or_day_that_opens_a_sentence_is_no_part_of_who_promises(day: str) -> None:
    assert only(f"{day} the council pledged to build 300 homes.").promisor == "the council"


def test_an_action_ends_before_what_others_say_against_it() -> None:
    found = only("The minister promised to build 300 homes, but his own officials say the target will be missed.")
    assert found.action == "build 300 homes"


@pytest.mark.parametrize(
    "action", ["build 300 homes, but only if voters say yes", "repay $3 million, but not before a court says so"]
)
def test_what_limits_a_promise_is_a_part_of_the_action(action: str) -> None:
    assert only(f"The minister promised to {action}.").action == action


def test_an_action_inserted_by_a_relative_clause_ends_with_it() -> None:
    assert only("The bank, which remains committed to a $3 billion fund, was fined.").action == "a $3 billion fund"


def test_when_somebody_was_founded_makes_no_plan_past() -> None:
    text = "Holt said Tarn Steel, the company he founded in 1994, planned to invest 80 million euros."
    assert [one.promisor for one in suggest(text, MONDAY).commitments] == ["Tarn Steel"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Velmora will pay the port 50,000 lira by May.", "lira"),
        ("Turkey will pay the port 50,000 lira by May.", "TRY"),
        ("Velmora will pay the port 50,000 lira by May. The roast turkey was cold.", "lira"),
        ("India will pay the port 50,000 rupees by May.", "INR"),
        ("India will pay the port 50,000 rupees by May. Pakistan did not.", "rupees"),
        ("The city will pay the port 50,000 won by May. North Korea had asked for it.", "KPW"),
        ("The Czech city of Brod will pay the port 50,000 crowns by May.", "CZK"),
        ("Velmora will pay the port 50,000 crowns by May.", "crowns"),
        ("Velmora will give the port 500 crows by May. Turkey watched.", "crows"),
    ],
)
def test_money_is_a_countrys_where_the_text_names_one(text: str, unit: str) -> None:
    (found, *_) = suggest_commitments(text, "2031-02-03")
    assert found.unit == unit


@pytest.mark.parametrize(
    ("when", "deadline"),
    [
        ("from 1 January 2032", None),
        ("from the end of May 2032", None),
        ("starting in May 2032", None),
        ("as of Friday", None),
        ("for three years", None),
        ("for another three years", None),
        ("for a three-year period from 2032", None),
        ("for three years by May 2032", "2032-05-31"),
        ("from May 2032 to June 2034", "2034-06-30"),
        ("from 2032 to 2034", "2034-12-31"),
        ("for the next three years", "2034-02-03"),
        ("within three years", "2034-02-03"),
        ("over three years", "2034-02-03"),
        ("until May 2032", "2032-05-31"),
        ("before May 2032", "2032-04-30"),
        ("on 1 January 2032", "2032-01-01"),
    ],
)
def test_from_when_and_how_long_something_holds_are_no_deadlines(when: str, deadline: str | None) -> None:
    (found,) = suggest_commitments(f"Velmora will waive the port fees {when}.", "2031-02-03")
    assert (found.deadline, bool(found.deadline_text)) == (deadline, deadline is not None)


def test_a_ceasefire_from_a_day_has_no_deadline() -> None:
    (found,) = suggest_commitments("The two sides agreed a ceasefire from Thursday.", MONDAY)
    assert found.deadline is None


@pytest.mark.parametrize(
    ("first", "deadline"),
    [
        ("It will be complete by Monday", "2031-02-03"),
        ("The report will be ready by May", "2031-05-31"),
        ("The roof will be repaired by May", "2031-05-31"),
        ("It will be cold by Monday", ""),
        ("The report will be complete", ""),
        ("The report will not be complete by Monday", ""),
    ],
)
def test_when_a_thing_is_ready_is_promised_beside_what_its_promisor_does(first: str, deadline: str) -> None:
    text = (
        f"The ministry will pay the port $3 million by June. “{first}, and I will read the letter aloud in parliament,” "
        "Minister Dov Harrel said."
    )
    found = suggest(text, "2031-02-03").commitments[1:]
    assert [one.deadline for one in found] == [*filter(None, [deadline]), None]
    assert found[-1].action == "read the letter aloud in parliament"
    if deadline:
        assert text[found[0].start : found[0].end] == f"“{first}"


@pytest.mark.parametrize(
    ("served", "beneficiary"),
    [
        ("the reconstruction of harbours", ""),
        ("the construction of a bridge in Lest", ""),
        ("the management of forests", ""),
        ("the restoration of the old town", ""),
        ("the running of schools", ""),
        ("the reconstruction of harbours and for farmers", "farmers"),
        ("the association of miners", "the association of miners"),
        ("the organisation of miners", "the organisation of miners"),
        ("the Federation of Miners", "the Federation of Miners"),
        ("the king of Lest", "the king of Lest"),
        ("the regiment of Lest", "the regiment of Lest"),
        ("the children of Lest", "the children of Lest"),
    ],
)
def test_what_is_to_be_done_is_no_beneficiary(served: str, beneficiary: str) -> None:
    (found,) = suggest(f"Velmora will pay $3 million for {served}.", "2031-02-03").commitments
    assert found.beneficiary == beneficiary


@pytest.mark.parametrize(
    ("text", "promisor", "action"),
    [
        (
            "Norrin’s pledge of $3 million for the port was welcomed.",
            "Norrin",
            "$3 million for the port",
        ),
        ("Umber’s commitment not to raise taxes in 2025 stands.", "Umber", "not raise taxes in 2025"),
        ("A pledge from Umber to rebuild the bridge was welcomed by fishermen.", "Umber", "rebuild the bridge"),
        ("Umber’s “commitment” to open a plant in Lest was kept.", "Umber", "open a plant in Lest"),
        ('Umber promised "to rebuild the port" by May.', "Umber", "rebuild the port"),
        ("Umber promised “a new hospital” for the island.", "Umber", "“a new hospital” for the island"),
        ("Umber committed at least 40 million crowns for roads.", "Umber", "at least 40 million crowns for roads"),
    ],
)
def test_a_promise_told_by_a_noun_or_in_marks(text: str, promisor: str, action: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert (found.promisor, found.action) == (promisor, action)


@pytest.mark.parametrize(
    ("text", "promisor", "action", "beneficiary"),
    [
        (
            "The 5 million crowns pledged to the hospital have arrived.",
            None,
            "The 5 million crowns pledged to the hospital",
            "the hospital",
        ),
        (
            "The aid promised by Norrin to Umber has been paid.",
            "Norrin",
            "The aid promised by Norrin to Umber",
            "Umber",
        ),
    ],
)
def test_a_gift_is_told_with_what_was_promised_of_it(
    text: str, promisor: str | None, action: str, beneficiary: str
) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert (found.promisor, found.action, found.beneficiary) == (promisor, action, beneficiary)


def test_the_day_of_an_oath_is_no_deadline() -> None:
    (found,) = suggest("Ann Roe swore on Monday that she would not resign.", MONDAY).commitments
    assert found.deadline is None


@pytest.mark.parametrize("text", ["There is no promise of help for the port.", "It is a land of promise of sorts."])
def test_a_promise_that_nobody_gave_is_none(text: str) -> None:
    assert not suggest(text, MONDAY).commitments


@pytest.mark.parametrize(
    ("text", "promisor"),
    [
        ("Ann Roe ended her speech with a promise to build 40 schools.", "Ann Roe"),
        ("The games moved under pressure from the League, which threatened to leave Norrin.", "League"),
        ("The deal was signed with Umber, which pledged to withdraw its troops by May.", "Umber"),
        ("The ministry of Umber, which pledged to rebuild the port, has paid.", "ministry of Umber"),
        ("Umber’s Security Service has made a decision to cut 40 posts.", "Security Service"),
        ("The firm claims the law is unjust and plans to challenge it in court.", "firm"),
        ("The sports body said it would open 12 halls this week.", "sports body"),
        ("The minister repeated to her guest the Chile commitment to rebuild the port.", "Chile"),
    ],
)
def test_who_promises_in_a_further_clause(text: str, promisor: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert found.promisor == promisor


@pytest.mark.parametrize(
    "text",
    [
        "Umber will send ministers for a three-day visit in May.",
        "Umber will press the firm for assurances of support.",
        "Umber will build towers that are used to detect smugglers.",
    ],
)
def test_what_an_action_is_for_is_nobody_it_is_for(text: str) -> None:
    (found,) = suggest(text, MONDAY).commitments
    assert not found.beneficiary


def test_a_time_of_day_ends_no_action() -> None:
    (found,) = suggest("Umber promised to open the gate at 1:30 p.m. on Monday.", MONDAY).commitments
    assert found.action.startswith("open the gate at 1:30 p.m")
