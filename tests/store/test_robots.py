"""What a robots.txt allows, by the rules and examples of RFC 9309."""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.robots import Rules, rules_for


def allowed(rules: str, path: str) -> bool:
    return rules_for("OnRecord", f"User-agent: *\n{rules}").allow(path)


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("Allow: /\nDisallow: /private/", "/private/a", False),
        ("Allow: /\nDisallow: /private/", "/press/a", True),
        ("Disallow: /press\nAllow: /press/open", "/press/open/a", True),
        ("Disallow: /same\nAllow: /same", "/same", True),
        ("Disallow: /*?print=", "/a?print=1", False),
        ("Disallow: /*?print=", "/a?page=1", True),
        ("Disallow: /*.pdf$", "/a.pdf", False),
        ("Disallow: /*.pdf$", "/a.pdf?b", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /a*b$", "/ab", False),
        ("Disallow: /ab*b$", "/ab", True),
        ("Disallow:", "/a", True),
        ("Disallow: /новости", "/%d0%bd%d0%be%d0%b2%d0%be%d1%81%d1%82%d0%b8/1", False),
        ("Disallow: /%7Ejoe/", "/~joe/a", False),
        ("Disallow: /a%2fb", "/a/b", True),
        ("Disallow: /a # but not /b\nDisallow: /c", "/c", False),
    ],
)
def test_the_longest_pattern_says_it(rules, path, expected):
    assert allowed(rules, path) is expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nDisallow:\n", True),
        ("User-agent: OnRecord/1.0\nUser-agent: other\nSitemap: /map\nDisallow: /\n", False),
        ("User-agent: OnRecord\nCrawl-delay: 5\nUser-agent: other\nDisallow: /\n", True),
        ("User-agent: OnRecord\nAllow: /b\n\nUser-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nDisallow: /a", False),
        ("User-agent: Record\nDisallow: /\n", True),
        ("Disallow: /\n", True),
        ("", True),
    ],
)
def test_the_groups_that_name_us_go_before_those_for_all(written, expected):
    assert rules_for("OnRecord", written).allow("/a") is expected


@given(st.text("ab/*$"), st.text("ab/$"))
@example("/*a$", "/aa")
@example("a*$", "ab")
def test_a_pattern_is_one_of_signs_that_stand_for_anything(pattern, path):
    pieces = map(re.escape, pattern.removesuffix("$").split("*"))
    expression = ".*".join(pieces) + ("$" if pattern.endswith("$") else "")
    assert Rules([(pattern, False)]).allow(path) is not bool(re.match(expression, path))


def test_a_hostile_one_takes_little_time():
    agents = "".join(f"User-agent: a{number}\n" for number in range(12_000))
    many = "".join(f"Disallow:/a{number}\n" for number in range(12_000))
    began = time.process_time()
    assert rules_for("OnRecord", agents + many).allow("/a1")
    assert allowed("Disallow: /" + "*a" * 100_000 + "*b", "/" + "a" * 2000)
    assert time.process_time() - began < 3
