"""Names of months, as datelines and people write them."""

from __future__ import annotations

_NAMES = (
    "january jan januar enero janvier gennaio janeiro января январь янв січня січень студзеня",
    "february feb februar febrero février fevrier febbraio fevereiro февраля февраль фев лютого лютий лютага",
    "march mar märz maerz marzo mars março марта март мар березня березень сакавіка",
    "april apr abril avril aprile апреля апрель апр квітня квітень красавіка",
    "may mai mayo maggio maio мая май травня травень траўня",
    "june jun juni junio juin giugno junho июня июнь июн червня червень чэрвеня",
    "july jul juli julio juillet luglio julho июля июль июл липня липень ліпеня",
    "august aug agosto août aout августа август авг серпня серпень жніўня",
    "september sep sept septiembre septembre settembre setembro сентября сентябрь сен сент вересня вересень верасня",
    "october oct oktober okt octubre octobre ottobre outubro октября октябрь окт жовтня жовтень кастрычніка",
    "november nov noviembre novembre novembro ноября ноябрь ноя нояб листопада листопад лістапада",
    "december dec dezember dez diciembre décembre decembre dicembre dezembro декабря декабрь дек грудня грудень снежня",
)

MONTHS: dict[str, int] = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""Month number by its name or short name in lower case, without a final full stop."""
