"""Names of months, as datelines and people write them."""

from __future__ import annotations

_NAMES = (
    "january jan januar enero janvier января январь янв січня січень студзеня",
    "february feb februar febrero février fevrier февраля февраль фев лютого лютий лютага",
    "march mar märz maerz marzo mars марта март мар березня березень сакавіка",
    "april apr abril avril апреля апрель апр квітня квітень красавіка",
    "may mai mayo мая май травня травень траўня",
    "june jun juni junio juin июня июнь июн червня червень чэрвеня",
    "july jul juli julio juillet июля июль июл липня липень ліпеня",
    "august aug agosto août aout августа август авг серпня серпень жніўня",
    "september sep sept septiembre septembre сентября сентябрь сен сент вересня вересень верасня",
    "october oct oktober okt octubre octobre октября октябрь окт жовтня жовтень кастрычніка",
    "november nov noviembre novembre ноября ноябрь ноя нояб листопада листопад лістапада",
    "december dec dezember dez diciembre décembre decembre декабря декабрь дек грудня грудень снежня",
)

MONTHS: dict[str, int] = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""Month number by its name or short name in lower case, without a final full stop."""
