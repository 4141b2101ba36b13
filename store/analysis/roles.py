"""Words of titles and roles, of bodies that speak, and of places: what stands around a name without being it."""

from __future__ import annotations

from collections.abc import Sequence

ABBREVIATED = frozenset(
    "mr mrs ms mx dr prof rev hon gov sen rep gen col lt sgt capt cmdr maj brig adm amb pres sec st fr sir cllr "
    "cpl insp supt drs govs messrs reps sens".split()
)
"""Titles that stand before a name, usually with a dot."""
WRITTEN_OUT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "amb": "ambassador",
    "pres": "president",
    "prof": "professor",
    "cllr": "councillor",
    "pm": "prime minister",
}
"""Abbreviated titles that are offices, in full."""

TITLES = ABBREVIATED | frozenset(
    """
    abgeordnete abgeordneter activist actor actress admiral adviser advisor agent aide alcalde alcaldesa alderman
    ambassador analyst anchor archbishop architect artist attaché attorney author außenminister außenministerin
    ayatollah baron baroness billionaire bishop bundeskanzler bundeskanzlerin businessman businesswoman bürgermeister
    bürgermeisterin campaigner candidate captain cardinal ceo cfo chair chairman chairperson chairwoman chancellor
    chief clerk coach colonel columnist commander commentator commissioner congressman congresswoman constable consul
    consultant coo coordinator councillor councilman councilor councilwoman counsel counterpart curator dame defender
    delegate democrat deputy designer detective diplomat diputada diputado director doctor don doña driver duchess duke
    député députée economist editor emir engineer entrepreneur envoy executive expert farmer father finanzminister
    firefighter fisherman founder frau general gobernador governor head herr historian host imam innenminister
    inspector investigator journalist judge justice kanzler kanzlerin king lady lawmaker lawyer leader legislator
    lieutenant lobbyist lord madam madame maire major manager marshal mayor mediator mep minister ministerin ministra
    ministre ministro miss moderator monsieur mp mr mrs ms msp negotiator neighbor neighbour nominee nurse officer
    official organizer owner partner passerby pastor pilot player policeman policewoman pollster pope portavoz
    porte-parole premier president presidente priest prince princess producer professor prosecutor protester präsident
    präsidentin président présidente psychologist queen rabbi reporter representative republican researcher resident
    richter richterin scientist secretary senador senadora senator senatorin sergeant señor señora sheikh sheriff
    singer sister socialist speaker spokesman spokesperson spokeswoman sprecher sprecherin strategist striker student
    sultan superintendent surgeon taoiseach td teacher trooper tánaiste undersecretary unionist veep vice-president
    villager whistleblower writer адвокат активист аналитик архитектор вице-президент вице-премьер генерал глава голова
    губернатор депутат директор докладчик журналист замглавы заместитель замминистра защитник источник канцлер капитан
    командир командующий координатор кіраўнік лидер министр мэр міністр начальник омбудсмен основатель писатель политик
    политолог полковник помощник помощница посол председатель представитель представительница президент премьер
    премьер-министр прем’єр-міністр пресс-секретарь прокурор профессор прэзідэнт режиссер режиссёр речник речниця
    руководитель секретарь сенатор следователь собеседник советник сопредседатель спикер старшыня судья тренер
    уполномоченный ученый учёный экономист эксперт
    """.split()
)
"""Words that name what somebody is; the words after them may be the name."""

_COMPOUNDS = tuple(
    "beauftragte beauftragter chef chefin direktor direktorin experte expertin führer führerin kanzler kanzlerin "
    "leiter leiterin minister ministerin präsident präsidentin richter richterin sprecher sprecherin vorsitzende "
    "vorsitzender".split()
)
"""Words that end a compound which is a title."""
_RANKED = frozenset("general elect designate".split())
_RANKING = frozenset("vice co deputy ex under sub".split())
"""What a title may have after its hyphen, and before it."""

FIELDS = frozenset(
    """
    affairs agriculture arts aviation budget business city climate communications community county culture defence
    defense development district economy education election elections energy environment finance fire fisheries harbor
    harbour health home housing human immigration industry information infrastructure interior justice labor labour law
    legal media national party personnel planning policy press regional relations rights safety science security social
    sport sports tax technology tourism town trade transport treasury village water welfare works youth
    """.split()
)
"""Small words before a title that tell its field or place: "health spokesman", "town clerk"."""

AFTER_NAMES = frozenset("cbe dbe esq kbe kc mbe mep mla mp msp obe phd qc td".split())
"""What stands behind the name of a member of a parliament or order: "Ivo Sandrel TD"."""

FIRMS = frozenset(
    "ag airlines airways corp energy gmbh group holdings inc industries llc ltd metals motors plc railways sa telecom "
    "technologies".split()
)
"""Last words of the names of firms, which the first stands for too."""


def is_title(low: str) -> bool:
    """Whether a word in lower case names what somebody is, be it compound: "secretary-general", "lt-gen"."""
    if low in TITLES or (low.endswith(_COMPOUNDS) and low != "administer"):
        return True
    first, hyphen, last = low.rpartition("-")
    return bool(hyphen) and (
        (first in TITLES and (last in _RANKED or last in TITLES)) or (last in TITLES and first in _RANKING)
    )


POWERS = frozenset(("extraordinary", "plenipotentiary"))
"""What an envoy's title may have after it."""


def joins_powers(lower: Sequence[str], k: int) -> bool:
    """Whether word k joins an envoy's powers: "Ambassador Extraordinary and Plenipotentiary"."""
    return lower[k] == "and" and k > 0 and k + 1 < len(lower) and lower[k - 1] in POWERS and lower[k + 1] in POWERS


BODY_WORDS = frozenset(
    """
    administration agencia agency airlines airport airways alliance arena army assembly association authority bank
    bbc belta bloomberg board brewery bureau campaign center centre chamber chronicle church cia clinic club cnn
    coalition college commission committee company confederation congress consulate corp corporation council court
    daily department dnc embassy energy exchange fbi federation firm force forces foundation fund gazette gmbh gop
    government group guard herald holdings hospital house inc industries institute interfax international journal
    kremlin laboratory league llc ltd magazine management metals ministry motors movement museum nations nato navy
    network news nsa office organisation organization parliament party pentagon plc police post press railways
    republic reuters rnc school senate service services society spiegel stadium states tass team technologies
    telecom times tribune trust union university watch weekly workers xinhua zeitung новости
    """.split()
)
"""Words that make a capitalised name that of a body."""

NAMED_BODIES = frozenset(
    """
    bbc belta bloomberg cia cnn congress dnc fbi gop herald house interfax kremlin nato nsa parliament pentagon post
    reuters rnc senate spiegel tass times tribune xinhua zeitung новости
    """.split()
)
"""Those of BODY_WORDS that name a body without another word, when they have a capital."""

NOT_NAMES = frozenset(
    """
    a about according additionally advertisement after again all also although always amid among an and another
    april are as asked at august because before behalf both but by can citing correction could december despite did
    do does during each earlier editor's eight either even every february few finally first five for four friday
    from furthermore given had has have he her here his how however i if image in indeed instead is it its january
    july june just last later less let like many march may maybe meanwhile might monday more moreover most much my
    neither never nevertheless next nine no nonetheless nor not note november now october of often oh on once one
    only or other otherwise our over per perhaps photo please q read recently related saturday second september
    seven she should since six so some sometimes speaking still such sunday ten than that the their then there
    therefore these they this those though three thursday thus to today tomorrow tonight too tuesday two under
    unlike until very was watch we wednesday well were what when where whether which while who why will with would
    yes yesterday yet you your
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
PEOPLE = COLLECTIVE | frozenset(
    "boy brother children daughter fans father girl husband man men migrants mother passengers patients players "
    "refugees sister son visitors widow wife woman women wounded".split()
)
"""Words for people, beside their offices and trades."""

TRADES = frozenset(
    """
    accountant baker barber barista barrister bartender beekeeper biologist bricklayer broadcaster builder butcher
    carer carpenter chef chemist composer cyclist decorator dentist developer dressmaker electrician filmmaker
    fisher fishmonger florist gardener geologist greengrocer grocer hairdresser headteacher hotelier joiner
    landlady landlord lecturer mechanic midwife musician novelist paramedic pensioner pharmacist photographer
    physicist plumber poet postman potter publican publisher restaurateur retiree roofer shepherd shopkeeper
    solicitor tailor vet vicar waiter waitress welder
    """.split()
)
"""What people live by, which a capital at the beginning of a sentence does not make a name."""
BUSINESSES = frozenset(
    """
    airline bookmaker brewer broadcaster builder carmaker chipmaker conglomerate developer distiller drugmaker
    housebuilder insurer lender manufacturer mapmaker operator planemaker publisher refiner retailer shipbuilder
    startup steelmaker supermarket supplier toymaker utility watchmaker wholesaler
    """.split()
)
"""What a firm does, as one word before its name."""

COUNTRIES = frozenset(
    """
    abuja accra afghanistan africa alabama alaska albania algeria algiers america amman andorra angola ankara
    argentina arizona arkansas armenia ashgabat asia astana athens australia austria azerbaijan baghdad bahamas
    bahrain baku bangkok bangladesh barbados beijing beirut belarus belgium belgrade belize benin berlin bhutan
    bogota bogotá bolivia botswana brasilia brasília bratislava brazil britain brunei brussels bucharest budapest
    bulgaria burundi cairo california cambodia cameroon canada canberra caracas catalonia chad chechnya chile
    china chisinau colombia colombo colorado congo connecticut copenhagen crimea croatia cuba cyprus czechia
    damascus delaware denmark dhaka djibouti doha dublin dushanbe ecuador egypt england eritrea estonia eswatini
    ethiopia europe fiji finland florida france gabon gambia gaza georgia germany ghana greece guatemala guinea
    guyana haiti hanoi harare havana hawaii helsinki honduras hungary iceland idaho illinois india indiana
    indonesia iowa iran iraq ireland islamabad israel italy jakarta jamaica japan jerusalem jordan kabul kampala
    kansas kathmandu kazakhstan kentucky kenya khartoum kiev kigali kinshasa kosovo kuwait kyiv kyrgyzstan laos
    latvia lebanon lesotho liberia libya lisbon lithuania ljubljana london louisiana luanda luxembourg madagascar
    madrid maine malawi malaysia maldives mali malta managua manila maputo maryland massachusetts mauritania
    mauritius mexico michigan minnesota minsk mississippi missouri mogadishu moldova monaco mongolia montana
    montenegro morocco moscow mozambique myanmar nairobi namibia nebraska nepal netherlands nevada nicaragua niger
    nigeria norway ohio oklahoma oman oregon oslo ottawa pakistan palestine panama paraguay paris pennsylvania
    peru philippines podgorica poland portugal prague pretoria pyongyang qatar quito rabat reykjavik riga riyadh
    romania rome russia rwanda samoa sarajevo scotland senegal seoul serbia singapore skopje slovakia slovenia
    somalia spain stockholm sudan suriname sweden switzerland syria taiwan tajikistan tallinn tanzania tashkent
    tbilisi tehran tennessee texas thailand tibet tirana togo tokyo tripoli tunis tunisia turkey turkmenistan
    türkiye uganda ukraine ulaanbaatar uruguay utah uzbekistan vanuatu venezuela vermont vienna vietnam vilnius
    virginia wales warsaw washington wisconsin wyoming yemen yerevan zagreb zambia zimbabwe
    """.split()
)
"""Countries, states and capitals of one word: in "President of Azerbaijan Ilham Aliyev" the name begins after it."""

DEMONYMS = frozenset(
    """
    afghan african albanian algerian american arab argentine argentinian armenian asian australian austrian
    azerbaijani bangladeshi basque belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian
    canadian catalan chilean chinese colombian croatian cuban cypriot czech danish dutch ecuadorian egyptian english
    estonian ethiopian european filipino finnish french georgian german ghanaian greek hungarian icelandic indian
    indonesian iranian iraqi irish israeli italian jamaican japanese jewish jordanian kazakh kenyan korean kosovar
    kurdish kuwaiti latvian lebanese libyan lithuanian malaysian maltese mexican moldovan mongolian moroccan muslim
    nepalese nigerian norwegian pakistani palestinian peruvian polish portuguese qatari romanian russian saudi
    scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese
    tanzanian thai tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zimbabwean
    """.split()
)
"""Words for who and what belongs to a country, a people or a faith."""

TWO_WORD_PLACES = frozenset(
    (
        "south africa|south korea|north korea|new zealand|saudi arabia|united states|united kingdom|"
        "sri lanka|costa rica|el salvador|north macedonia|burkina faso|sierra leone|czech republic|"
        "european union|united nations|south sudan|new york|new jersey|new mexico|new hampshire|"
        "north carolina|south carolina|north dakota|south dakota|west virginia|rhode island|hong kong|"
        "cape verde|ivory coast|dominican republic|san marino"
    ).split("|")
)

FOREIGN_DETERMINERS = frozenset("der die das ihr ihre sein seine le la les l’ el los il lo o".split())
"""Articles and possessives of other languages before a role."""
GENITIVES = frozenset("der des del du do dos das della dello".split())
"""Articles of other languages that stand before what a title is of: "Chef der Nordbank", "presidente del Senado"."""
PARTICLES = frozenset(
    "de da do dos das di du del della der den van von zu la le el al bin ibn ben abu y af av ten ter st".split()
)
"""Small words inside names."""
