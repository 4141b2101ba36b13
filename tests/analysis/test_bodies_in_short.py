"""What "the council" and "the company" stand for: the one body that the text named before, else nobody in particular."""

import pytest

from store.analysis.suggest import suggest

NAMED = [
    ("Sarn Borough Council met on Monday. The council promised to rebuild the pool by May.", "Sarn Borough Council"),
    ("The Norrin Central Bank met. The central bank will sell 3 tonnes of gold by May.", "Norrin Central Bank"),
    ("The Ministry of Transport opened a line. The ministry will build 30 stations.", "Ministry of Transport"),
    ("Velmo Steel, a maker of rails, closed a mill. The company will pay workers 3,000 crowns.", "Velmo Steel"),
    ("Shares of Norgaz fell on Monday. The company said it would cut 300 jobs.", "Norgaz"),
    ("Norgaz Chief Executive Rolf Adler said the company would invest $300 million by 2031.", "Norgaz"),
    ("Rolf Adler, chief executive of Norgaz, said the company would invest $300 million.", "Norgaz"),
    ("Norgaz, a gas producer, lost money. The company will cut 300 jobs by May.", "Norgaz"),
    ("The Central Bank of Lest met. The Bank will sell bonds by May.", "Central Bank of Lest"),
    ("The Ministry of Trade met. Minister of Health Ann Roe said the ministry would open 30 clinics.", "ministry"),
    ("The Ministry of Trade met. The health minister said the ministry would open 30 clinics.", "ministry"),
    ("The Ministry of Trade met. Health Minister Ann Roe spoke. The ministry will open 30 clinics.", "ministry"),
    ("The Trade Department met. Education Secretary Ann Roe said the department would hire 300 people.", "department"),
    ("The Norrin Water Agency met. Ann Roe, head of Greenwatch, said the agency would hire 300 people.", "agency"),
    ("Ann Roe, head of the state-owned company, left. The Lest-based company will cut 300 jobs.", "Lest-based company"),
    ("Aid group Harbour Now met on Monday. The group said it would open 3 clinics by May.", "Harbour Now"),
    ("Mobile operator Telvar lost money. The operator will pay the remaining $100 million in a year.", "Telvar"),
    ("Chipmaker Velmo-Ikeda grew. The Tarn-based group, which sells chips, said it would cut 300 jobs.", "Velmo-Ikeda"),
    ("Shares of Velmo rose. The Lest-based company will hire 300 workers by May.", "Velmo"),
    ("The Ministry of Trade met. Trade Minister Ann Roe said the ministry would build 30 ports.", "Ministry of Trade"),
    ("The Ministry of Trade met. Prime Minister Ann Roe said the ministry would build 30 ports.", "Ministry of Trade"),
    ("The Transport Ministry met. Minister Ann Roe said the ministry would build 30 ports.", "Transport Ministry"),
    ("Clean Rivers Watch welcomes this. The organisation will test 30 rivers by May.", "Clean Rivers Watch"),
]

IN_DOUBT = [
    ("Deputy Chief Executive Kelly Orr said the company would invest $300 million.", "company"),
    ("Kelly Orr, former chief executive of Norgaz, came. The company will cut 300 jobs by May.", "company"),
    ("Kelly Orr, chief executive of Tarn Council, came. The company will cut 300 jobs by May.", "company"),
    ("The Transport Ministry and the Defence Ministry met. The ministry will build 30 stations.", "ministry"),
    ("Velmo Steel, a maker of rails, met Norgaz plc. The company will cut 300 jobs by May.", "company"),
    ("The Free Norrin Army rested. The Norrish army promised to leave Sarn by May.", "Norrish army"),
    ("Holt spoke at the Sarn Conference, the council noted. The council will build 30 homes.", "council"),
    ("ABB Holdings grew. Rolf Adler, president of Siasun, said the company would invest $300 million.", "company"),
    ("Velmo was fined. Lena Orr, founder of Greenwatch, said the company agreed to pay $3 million.", "company"),
    ("Lena Orr, owner of Tarn Cafe, said the company had pledged to reopen the road by May.", "company"),
    ("Lena Orr, chair of Tarn Rotary, said the firm promised to give the club $3,000.", "firm"),
    ("Clean Rivers Watch met the Lest Bird Trust. The organization will test 30 rivers by May.", "organization"),
    ("The Ministry of Trade met. Minister of Health Ann Roe said the ministry would open 30 clinics.", "ministry"),
    ("The Ministry of Trade met. The health minister said the ministry would open 30 clinics.", "ministry"),
    ("The Ministry of Trade met. Health Minister Ann Roe spoke. The ministry will open 30 clinics.", "ministry"),
    ("The Trade Department met. Education Secretary Ann Roe said the department would hire 300 people.", "department"),
    ("The Norrin Water Agency met. Ann Roe, head of Greenwatch, said the agency would hire 300 people.", "agency"),
    ("Ann Roe, head of the state-owned company, left. The Lest-based company will cut 300 jobs.", "Lest-based company"),
    ("Aid group Harbour Now met on Monday. The Lest-based company will cut 300 jobs by May.", "Lest-based company"),
    ("Velmo Steel grew. Norgaz drilled, Norgaz shipped, Norgaz sold. The company will cut 300 jobs.", "company"),
]


@pytest.mark.parametrize(("text", "promisor"), NAMED)
def test_a_common_noun_stands_for_the_only_body_it_may_mean(text: str, promisor: str) -> None:
    assert [found.promisor for found in suggest(text, "2024-11-11").commitments] == [promisor]


@pytest.mark.parametrize(("text", "promisor"), IN_DOUBT)
def test_what_may_mean_another_is_called_by_its_own_words(text: str, promisor: str) -> None:
    assert [found.promisor for found in suggest(text, "2024-11-11").commitments] == [promisor]


def test_the_body_speaks_under_its_name() -> None:
    text = "Sarn Borough Council met. “We are full,” the council said. The council said it was sorry."
    assert {quote.speaker for quote in suggest(text).quotes} == {"Sarn Borough Council"}
