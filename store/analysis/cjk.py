"""Who says a quotation in Chinese, where words have no blanks between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from store.analysis.cues import CHINESE_CUES
from store.model import Span

_CUE = "|".join(sorted(CHINESE_CUES, key=len, reverse=True))
_STOP = '，。；：！？、,;:!?\n“”「」『』"（）()'
_AFTER = re.compile(rf"[，,]?[ ]?(?P<who>[^{_STOP}]{{1,24}}?)(?P<cue>{_CUE})")
_BEFORE = re.compile(rf"(?P<who>[^{_STOP}]{{1,40}}?)(?P<cue>{_CUE})(?:[^{_STOP}]{{0,4}})(?P<mark>[：:，,]?)[ ]?\Z")
_COLONS = frozenset("：:")
_ENDING = frozenset("。！？")
_INTRODUCES = re.compile('[：:，,][ ]?[“「『"]')
_DENIED = re.compile("(?:没有?|沒有?|(?<!不[得能])不|未|拒绝|拒絕|否认|否認)[曾会會肯愿願想能]?\\Z")
_DATELINE = re.compile(r".*(?:日[电電讯訊][ \u3000]*|[\u4e00-\u9fff][ \u3000]+(?=[\u4e00-\u9fff]))")
_CUT = re.compile(
    r"(?<=..)(?:\d|在|就|对|對|于|於|向|昨|今|当|當|日|周|上午|下午|还|還|也|又|曾|则|則|并|並|再|接受|随后|隨後|强调|随|"
    r"不|没|沒|批评|批評|反驳|反駁|指责|指責|回应|回應)"
)
_TITLE = re.compile(
    "发言人|發言人|部长|部長|总统|總統|主席|总理|總理|首相|大使|省长|市长|市長|书记|書記|院长|院長|教授|主任|局长|局長|"
    "经理|經理|总裁|總裁|秘书长|秘書長|议员|議員|专家|專家|记者|記者|先生|女士|校长|校長"
)
PRONOUNS = frozenset("他她它")
_NEAR = 60


@dataclass(frozen=True, slots=True)
class ChineseSource:
    """Who says something: the span of the whole phrase and of its verb, the name and the role before it.

    What they are said not to say is `denied`.
    """

    span: Span
    cue: Span
    name: str
    role: str
    denied: bool


def is_chinese(text: str, at: int) -> bool:
    """Whether a Chinese character stands next to an offset."""
    return any("\u4e00" <= c <= "\u9fff" for c in text[max(0, at - 2) : at + 3])


def chinese_source(text: str, start: int, end: int) -> ChineseSource | None:
    """The source of the quotation at [start, end), by the verb after it or before it."""
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    introduced = before is not None and before["mark"] in _COLONS
    found = before if introduced else _after(text, end) or before
    if found is None:
        return None
    first, last = found.span("who")
    dateline = _DATELINE.match(text, first, last)
    first = dateline.end() if dateline else first
    who = text[first:last]
    denied = _DENIED.search(who) is not None
    cut = _CUT.search(who)
    who = who[: cut.start()] if cut else who
    titles = list(_TITLE.finditer(who))
    name, role = who, ""
    if titles and titles[-1].end() < len(who):
        name, role = who[titles[-1].end() :], who[: titles[-1].end()]
    return ChineseSource((first, first + len(who)), found.span("cue"), name, role, denied)


def _after(text: str, end: int) -> re.Match[str] | None:
    """The verb after a quotation, unless that has ended its sentence and the verb introduces the next quotation."""
    found = _AFTER.match(text, end, end + _NEAR)
    introduces = _INTRODUCES.match(text, found.end()) if found else None
    if introduces is None:
        return found
    last = text[end - 2 : end - 1]
    return None if last == "。" or (last in _ENDING and introduces[0][0] in _COLONS) else found
