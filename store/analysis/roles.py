"""Words of titles and roles, of bodies that speak, and of places: what stands around a name without being it."""

from __future__ import annotations

ABBREVIATED = frozenset(
    "mr mrs ms mx dr prof rev hon gov sen rep gen col lt sgt capt cmdr maj adm amb pres sec st fr sir".split()
)
"""Titles that stand before a name, usually with a dot."""

TITLES = ABBREVIATED | frozenset(
    """
    president premier chancellor minister secretary ambassador senator governor mayor congressman congresswoman
    representative delegate deputy speaker chairman chairwoman chairperson chair director commissioner commander general
    colonel major captain lieutenant sergeant admiral marshal sheriff chief judge justice attorney prosecutor lawyer
    counsel professor doctor bishop archbishop cardinal pope father sister rabbi imam sheikh king queen prince princess
    duke duchess lord lady baron baroness sultan emir ayatollah mr mrs ms miss madam madame monsieur herr frau
    señor señora don doña spokesman spokeswoman spokesperson leader head envoy consul attaché negotiator coordinator candidate
    nominee lawmaker mp mep councillor councilor councilman councilwoman alderman analyst economist strategist adviser
    advisor aide consultant expert activist author writer journalist reporter editor columnist host anchor historian
    scientist researcher engineer officer official executive manager founder owner partner coach captain player striker
    actor actress singer director producer artist designer architect farmer teacher student driver pilot nurse surgeon
    ceo cfo coo vice-president undersecretary veep detective inspector superintendent constable trooper agent
    businessman businesswoman billionaire entrepreneur pastor priest curator moderator pollster lobbyist organizer
    abgeordnete abgeordneter senatorin richter richterin bürgermeister bürgermeisterin député députée maire diputado diputada
    alcalde alcaldesa gobernador senador senadora bundeskanzler bundeskanzlerin kanzler kanzlerin präsident präsidentin minister ministerin sprecher sprecherin außenminister
    außenministerin innenminister finanzminister président présidente ministre porte-parole presidente ministro ministra portavoz
    президент министр премьер-министр пресс-секретарь глава посол губернатор депутат директор генерал председатель
    представитель спикер президента
    """.split()
)
"""Words that name what somebody is; the words after them may be the name."""

BODY_WORDS = frozenset(
    """
    party ministry department agency committee commission council court congress senate parliament assembly
    government administration campaign union association organization organisation institute university college
    school company corporation corp inc group bank fund foundation trust center centre times post journal news herald tribune
    gazette magazine press network bureau office board authority service services police army navy force forces
    federation confederation league alliance coalition movement church society club house pentagon kremlin team
    states nations embassy consulate chamber exchange laboratory hospital clinic museum reuters nato interfax tass belta
    xinhua bloomberg cnn bbc fbi cia nsa gop rnc dnc agencia zeitung spiegel
    """.split()
)
"""Words that make a capitalised name that of a body."""

NOT_NAMES = frozenset(
    """
    the a an this that these those but and or so if when while as at in on by for with from to of it he she they we i you
    there here what who how why where which his her their its our my your not no yes now then also after before
    since during until although though because despite instead however meanwhile still yet just even only both some many
    most all few each every other another such one two three four five six seven eight nine ten first second last next
    later earlier once again asked according given speaking citing per over under about more less much is are was were
    did do does had has have will would could should may might can let please well oh like unlike among amid
    additionally moreover furthermore nevertheless nonetheless recently today yesterday tomorrow tonight perhaps maybe
    indeed finally thus therefore otherwise whether nor neither either than too very never always often sometimes
    on behalf read watch photo image related advertisement correction editor's note q
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    """.split()
)
"""Words that a capital at the beginning of a sentence does not make a name."""

COLLECTIVE = frozenset(
    """
    officials sources experts critics supporters opponents observers analysts investigators prosecutors authorities
    police lawmakers legislators leaders people residents witnesses researchers scientists economists lawyers doctors reporters
    journalists republicans democrats conservatives liberals activists advocates voters protesters aides advisers
    advisors diplomats members others many some several few both most those organizers pollsters
    strategists insiders neighbors neighbours relatives friends colleagues teachers students parents workers employees farmers
    businesses companies states governments polls surveys
    """.split()
)
"""Plural sources that need no article."""

COUNTRIES = frozenset(
    """
    afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh
    barbados belarus belgium belize benin bhutan bolivia botswana brazil britain brunei bulgaria burundi cambodia
    cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt
    england eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece
    guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
    jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg
    madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco
    mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay
    peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia singapore slovakia slovenia
    somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey türkiye
    turkmenistan uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe europe africa asia
    america crimea gaza chechnya catalonia tibet
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
    kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada
    ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
    """.split()
)
"""Countries and states of one word: in "President of Azerbaijan Ilham Aliyev" the name begins after it."""

TWO_WORD_PLACES = frozenset(
    (
        "south africa|south korea|north korea|new zealand|saudi arabia|united states|united kingdom|sri lanka|costa rica|"
        "el salvador|north macedonia|burkina faso|sierra leone|czech republic|european union|united nations|south sudan|"
        "new york|new jersey|new mexico|new hampshire|north carolina|south carolina|north dakota|south dakota|"
        "west virginia|rhode island|hong kong|cape verde|ivory coast|dominican republic|san marino"
    ).split("|")
)

PARTICLES = frozenset(
    "de da do dos das di du del della der den van von zu la le el al bin ibn ben abu y af av ten ter st".split()
)
"""Small words inside names."""
