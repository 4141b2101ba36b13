"""Words of titles and roles, of bodies that speak, and of places: what stands around a name without being it."""

from __future__ import annotations

ABBREVIATED = frozenset(
    "mr mrs ms mx dr prof rev hon gov sen rep gen col lt sgt capt cmdr maj adm amb pres sec st fr sir".split()
)
"""Titles that stand before a name, usually with a dot."""

TITLES = ABBREVIATED | frozenset(
    """
    abgeordnete abgeordneter activist actor actress admiral adviser advisor agent aide alcalde alcaldesa alderman
    ambassador analyst anchor archbishop architect artist attaché attorney author außenminister außenministerin
    ayatollah baron baroness billionaire bishop bundeskanzler bundeskanzlerin businessman businesswoman bürgermeister
    bürgermeisterin candidate captain cardinal ceo cfo chair chairman chairperson chairwoman chancellor chief coach
    colonel columnist commander commissioner congressman congresswoman constable consul consultant coo coordinator
    councillor councilman councilor councilwoman counsel curator delegate deputy designer detective diputada diputado
    director doctor don doña driver duchess duke député députée economist editor emir engineer entrepreneur envoy
    executive expert farmer father finanzminister founder frau general gobernador governor head herr historian host
    imam innenminister inspector journalist judge justice kanzler kanzlerin king lady lawmaker lawyer leader
    lieutenant lobbyist lord madam madame maire major manager marshal mayor mep minister ministerin ministra ministre
    ministro miss moderator monsieur mp mr mrs ms negotiator nominee nurse officer official organizer owner partner
    pastor pilot player pollster pope portavoz porte-parole premier president presidente priest prince princess
    producer professor prosecutor präsident präsidentin président présidente queen rabbi reporter representative
    researcher richter richterin scientist secretary senador senadora senator senatorin sergeant señor señora sheikh
    sheriff singer sister speaker spokesman spokesperson spokeswoman sprecher sprecherin strategist striker student
    sultan superintendent surgeon teacher trooper undersecretary veep vice-president writer адвокат активист
    аналитик архитектор вице-президент вице-премьер генерал глава голова губернатор депутат директор докладчик
    журналист замглавы заместитель замминистра защитник источник канцлер капитан командир командующий координатор
    кіраўнік лидер министр мэр міністр начальник омбудсмен основатель писатель политик политолог полковник
    помощник помощница посол председатель представитель представительница президент премьер премьер-министр
    прем’єр-міністр пресс-секретарь прокурор профессор прэзідэнт режиссер режиссёр речник речниця руководитель
    секретарь сенатор следователь собеседник советник сопредседатель спикер старшыня судья тренер уполномоченный
    ученый учёный экономист эксперт
    """.split()
)
"""Words that name what somebody is; the words after them may be the name."""

_COMPOUNDS = tuple(
    "beauftragte beauftragter chef chefin direktor direktorin experte expertin kanzler kanzlerin leiter leiterin "
    "minister ministerin präsident präsidentin richter richterin sprecher sprecherin vorsitzende vorsitzender".split()
)
"""Words that end a compound which is a title."""


def is_title(low: str) -> bool:
    """Whether a word in lower case names what somebody is, be it a German compound: "energieministerin"."""
    return low in TITLES or (low.endswith(_COMPOUNDS) and low != "administer")


BODY_WORDS = frozenset(
    """
    administration agencia agency alliance army assembly association authority bank bbc belta bloomberg board bureau
    campaign center centre chamber church cia clinic club cnn coalition college commission committee company
    confederation congress consulate corp corporation council court department dnc embassy exchange fbi federation
    force forces foundation fund gazette gop government group herald hospital house inc institute interfax journal
    kremlin laboratory league magazine ministry movement museum nations nato navy network news nsa office organisation
    organization parliament party pentagon police post press reuters rnc school senate service services society
    spiegel states tass team times tribune trust union university xinhua zeitung новости
    """.split()
)
"""Words that make a capitalised name that of a body."""

NOT_NAMES = frozenset(
    """
    a about according additionally advertisement after again all also although always amid among an and another april
    are as asked at august because before behalf both but by can citing correction could december despite did do does
    during each earlier editor's eight either even every february few finally first five for four friday from
    furthermore given had has have he her here his how however i if image in indeed instead is it its january july
    june just last later less let like many march may maybe meanwhile might monday more moreover most much my neither
    never nevertheless next nine no nonetheless nor not note november now october of often oh on once one only or
    other otherwise our over per perhaps photo please q read recently related saturday second september seven she
    should since six so some sometimes speaking still such sunday ten than that the their then there therefore these
    they this those though three thursday thus to today tomorrow tonight too tuesday two under unlike until very was
    watch we wednesday well were what when where whether which while who why will with would yes yesterday yet you
    your
    """.split()
)
"""Words that a capital at the beginning of a sentence does not make a name."""

COLLECTIVE = frozenset(
    """
    activists advisers advisors advocates aides analysts authorities both businesses colleagues companies
    conservatives critics democrats diplomats doctors economists employees experts farmers few friends governments
    insiders investigators journalists lawmakers lawyers leaders legislators liberals many members most neighbors
    neighbours observers officials opponents organizers others parents people police polls pollsters prosecutors
    protesters relatives reporters republicans researchers residents scientists several some sources states
    strategists students supporters surveys teachers those voters witnesses workers
    """.split()
)
"""Plural sources that need no article."""

COUNTRIES = frozenset(
    """
    afghanistan africa alabama alaska albania algeria america andorra angola argentina arizona arkansas armenia asia
    australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia
    botswana brazil britain brunei bulgaria burundi california cambodia cameroon canada catalonia chad chechnya chile
    china colombia colorado congo connecticut crimea croatia cuba cyprus czechia delaware denmark djibouti ecuador
    egypt england eritrea estonia eswatini ethiopia europe fiji finland florida france gabon gambia gaza georgia
    germany ghana greece guatemala guinea guyana haiti hawaii honduras hungary iceland idaho illinois india indiana
    indonesia iowa iran iraq ireland israel italy jamaica japan jordan kansas kazakhstan kentucky kenya kosovo kuwait
    kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania louisiana luxembourg madagascar maine malawi
    malaysia maldives mali malta maryland massachusetts mauritania mauritius mexico michigan minnesota mississippi
    missouri moldova monaco mongolia montana montenegro morocco mozambique myanmar namibia nebraska nepal netherlands
    nevada nicaragua niger nigeria norway ohio oklahoma oman oregon pakistan palestine panama paraguay pennsylvania
    peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia singapore slovakia
    slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania tennessee texas thailand
    tibet togo tunisia turkey turkmenistan türkiye uganda ukraine uruguay utah uzbekistan vanuatu venezuela vermont
    vietnam virginia wales washington wisconsin wyoming yemen zambia zimbabwe
    """.split()
)
"""Countries and states of one word: in "President of Azerbaijan Ilham Aliyev" the name begins after it."""

TWO_WORD_PLACES = frozenset(
    (
        "south africa|south korea|north korea|new zealand|saudi arabia|united states|united kingdom|"
        "sri lanka|costa rica|el salvador|north macedonia|burkina faso|sierra leone|czech republic|"
        "european union|united nations|south sudan|new york|new jersey|new mexico|new hampshire|"
        "north carolina|south carolina|north dakota|south dakota|west virginia|rhode island|hong kong|"
        "cape verde|ivory coast|dominican republic|san marino"
    ).split("|")
)

GENITIVES = frozenset("der des del du do dos das della dello".split())
"""Articles of other languages that stand before what a title is of: "Chef der Nordbank", "presidente del Senado"."""
PARTICLES = frozenset(
    "de da do dos das di du del della der den van von zu la le el al bin ibn ben abu y af av ten ter st".split()
)
"""Small words inside names."""
