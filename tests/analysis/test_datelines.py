"""Datelines of agencies, and beginnings that look like one."""

import pytest

from store.analysis.datelines import parse_dateline, slug_end

KNOWN = [
    ("LEST, 11 November (NorTA) – The", "LEST", 11, 11, None, "NorTA"),
    ("LEST, Nov 11 (Quay News) - The", "LEST", 11, 11, None, "Quay News"),
    ("VALDORIA, D.C., Nov 11 (Quay News) - The", "VALDORIA, D.C.", 11, 11, None, "Quay News"),
    ("LEST, November 11. /NORTA/. The", "LEST", 11, 11, None, "NORTA"),
    ("LEST, 11 November (NTA). The", "LEST", 11, 11, None, "NTA"),
    ("LEST, 11 November 2031 (NorTA). The", "LEST", 11, 11, 2031, "NorTA"),
    ("Lest, 11 November (NTA). The", "Lest", 11, 11, None, "NTA"),
    ("11 November, LEST /NorTA/. The", "LEST", 11, 11, None, "NorTA"),
    ("11 ноября, Лест /Корр. НОРТА/. Власти", "Лест", 11, 11, None, "НОРТА"),
    ("11 November 2031 (NTA). The", "", 11, 11, 2031, "NTA"),
    ("LEST (Quay) — The", "LEST", None, None, None, "Quay"),
    ("Lest (npd) - Die Regierung", "Lest", None, None, None, "npd"),
    ("Bad Lest (npd/ns) - Die Regierung", "Bad Lest", None, None, None, "npd/ns"),
    ("Lest (npd), 4. März 2031 – Die Regierung", "Lest", 4, 3, 2031, "npd"),
    ("LEST, 04.03.2031 (npd) – Die Regierung", "LEST", 4, 3, 2031, "npd"),
    ("Lest, 4 mar 2031 (Cumbre).- El gobierno", "Lest", 4, 3, 2031, "Cumbre"),
    ("ЛЕСТ, 11 ноября. /НОРТА/. Власти", "ЛЕСТ", 11, 11, None, "НОРТА"),
    ("4 March, Lest (TNA) -", "Lest", 4, 3, None, "TNA"),
    ("Лест. 4 марта. НОРТА - Власти", "Лест", 4, 3, None, "НОРТА"),
    ("Лест. 4 марта 2031. Вельта - Власти", "Лест", 4, 3, 2031, "Вельта"),
    ("ЛЕСТ, 4 мар 2031 — РИА Вельта. Власти", "ЛЕСТ", 4, 3, 2031, "РИА Вельта"),
    ("新华社北京11月11日电 政府", "北京", 11, 11, None, "新华社"),
]


@pytest.mark.parametrize(("line", "place", "day", "month", "year", "outlet"), KNOWN)
def test_a_dateline_gives_place_day_and_outlet(line, place, day, month, year, outlet):
    found = parse_dateline(f"The locks open\n\n{line} said so.")
    assert found is not None
    assert (found.place, found.day, found.month, found.year, found.outlet) == (place, day, month, year, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "Denholt (NVP) - the minister",
        "Der Minister (Norrin) - so",
        "On Monday, 4 March something changed - at last",
        "Lest. 4 May 2031. The minister said on the phone - and then",
        "Lest, 31.02.2031 (npd) – Die",
        "The ferry (see map) - and the port",
        "Lest, 4 March (Monday). It rained and",
        "LEST, 4 March (see map). The",
        "4 March (Monday). It rained and",
        "4 March, the minister (aged 40) - and then",
        "January 6, Tarn (the Capitol) - Thousands came",
        "June 4, Monday (a holiday). Shops were closed",
        "LEST, July 14 (Harvest Day). The parade was held",
    ],
)
def test_what_only_begins_like_one_is_none(line):
    assert parse_dateline(line) is None


@pytest.mark.parametrize("slugs", ["", "UPDATE 1-", "RPT-WRAPUP 12-", "CORRECTED-(OFFICIAL)-EXCLUSIVE-"])
@pytest.mark.parametrize("headline", ["Lest pledges a bridge", "NOR-Rail pledges a bridge"])
def test_a_headline_begins_after_the_slugs(slugs, headline):
    assert slug_end(f" {slugs}{headline}", 1) == 1 + len(slugs)
