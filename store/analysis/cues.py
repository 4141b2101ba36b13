"""The words that report speech: verbs in every form, phrases, and what may stand beside them."""

from __future__ import annotations

SAYING_VERBS = """
acknowledge add admit advise affirm agree announce answer argue ask assert assure attest aver avow bark beg bellow blurt boast brag caution chime chuckle claim clarify comment complain concede conclude confess confide confirm
contend continue counter crow cry declare decree demand deny deplore detail disclose divulge echo elaborate emphasize
emphasise enthuse estimate exclaim explain express fume gripe groan grumble gush inform inquire insinuate insist
interject intone joke lament laugh maintain marvel mention moan muse mutter narrate note object observe opine plead
pledge point post preach predict press proclaim promise pronounce propose protest quip quote reaffirm reason reassure
recall recite recommend recount reflect reiterate relate remark remind repeat reply report respond retort reveal say
shout sigh snap speculate state stress submit suggest summarize sum surmise tell testify theorize thunder tweet
underline underscore urge utter vent voice vow wail warn whisper wonder write yell chant read sing type exhort specify identify joke jest plead brief muse query roar sneer scream
scribble cheer agonize pontificate
"""
"""Verbs whose subject speaks or writes what stands beside them."""

REPORTING_VERBS = """
offer decline refuse react encourage admire despise regret apologize approve hammer bash trash link invite order
instruct persuade discuss examine document deplore float pitch resent admonish implore lobby insult assail rebuke
dread mull weigh ponder pressure mention speak talk rally rail
accuse address advocate allege allude anticipate applaud appeal attack attribute believe berate bemoan blame blast brand
bristle brush call cast castigate caution celebrate challenge champion characterize characterise charge chastise chide
cite commend compare condemn congratulate consider convey convince counsel credit criticize criticise decide decry deem
defend denounce depict deride describe dismiss dispute doubt dub endorse envisage envision expect extol fault favor fear feel
find forecast foresee frame guess hail hint hope hype imply implore impugn indicate intend invoke know label lambaste
lash laud learn lecture liken list mock name nickname oppose outline paint pan plan portray praise prefer
present profess project promote proffer push question rail rank rate rebuff rebuke rebut recognize recognise refer
refute reject rip ridicule salute scoff scold see seek show sign signal slam stipulate support
suspect swear taunt tease think threaten thank tout trumpet understand unveil uphold view vilify wants want
warrant welcome wish worry
"""
"""Verbs that report an opinion, or how somebody calls something. Beside a quotation they are weaker cues."""

_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "begin": "begins began begun beginning",
    "think": "thinks thought thinking",
    "know": "knows knew known knowing",
    "see": "sees saw seen seeing",
    "find": "finds found finding",
    "feel": "feels felt feeling",
    "mean": "means meant meaning",
    "swear": "swears swore sworn swearing",
    "understand": "understands understood understanding",
    "foresee": "foresees foresaw foreseen foreseeing",
    "speak": "speaks spoke spoken speaking",
    "seek": "seeks sought seeking",
    "show": "shows showed shown showing",
    "forecast": "forecasts forecast forecasting",
    "cast": "casts cast casting",
    "recount": "recounts recounted recounting",
    "uphold": "upholds upheld upholding",
    "beg": "begs begged begging",
    "brag": "brags bragged bragging",
    "plan": "plans planned planning",
    "pan": "pans panned panning",
    "quip": "quips quipped quipping",
    "rebut": "rebuts rebutted rebutting",
    "read": "reads read reading",
    "sing": "sings sang sung singing",
    "snap": "snaps snapped snapping",
    "slam": "slams slammed slamming",
    "rip": "rips ripped ripping",
    "sum": "sums summed summing",
    "dub": "dubs dubbed dubbing",
    "tag": "tags tagged tagging",
    "admit": "admits admitted admitting",
    "submit": "submits submitted submitting",
    "aver": "avers averred averring",
    "refer": "refers referred referring",
    "prefer": "prefers preferred preferring",
}


def _forms(verb: str) -> dict[str, str]:
    """The forms of an English verb, each with its kind: base, third, past or ing."""
    if verb in _IRREGULAR:
        third, *past, ing = _IRREGULAR[verb].split()
        return {verb: "base", third: "third", **dict.fromkeys(past, "past"), ing: "ing"}
    if verb.endswith("e"):
        stem = verb[:-2] + "y" if verb.endswith("ie") else verb[:-1]
        return {verb: "base", verb + "s": "third", verb + "d": "past", stem + "ing": "ing"}
    if verb.endswith("y") and verb[-2] not in "aeou":
        return {verb: "base", verb[:-1] + "ies": "third", verb[:-1] + "ied": "past", verb + "ing": "ing"}
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return {verb: "base", third: "third", verb + "ed": "past", verb + "ing": "ing"}


def _table(verbs: str) -> dict[str, str]:
    return {form: kind for verb in verbs.split() for form, kind in _forms(verb).items()}


SAYING = _table(SAYING_VERBS)
"""Every form of the saying verbs, with its kind."""
REPORTING = {form: kind for form, kind in _table(REPORTING_VERBS).items() if form not in SAYING}

FOREIGN_SAYING = frozenset(
    """
    sagte sagten sagt sagen erklärte erklärten erklärt betonte betont meinte meint ergänzte kündigte teilte berichtete schrieb
    warnte forderte kritisierte antwortete fragte versicherte äußerte bekräftigte unterstrich fügte so
    dit disait déclare déclaré affirmé affirme ajouté ajoute expliqué explique souligné souligne indiqué estime estimé
    assuré assure précisé précise annoncé répondu répond rappelé rapporté écrit confié lancé insisté conclu martelé
    dijo dice dijeron afirmó afirma declaró señaló señala agregó añadió explicó explica aseguró asegura indicó sostuvo
    manifestó subrayó destacó expresó advirtió respondió preguntó comentó contó escribió reconoció insistió recalcó anunció
    disse diz afirmou declarou explicou acrescentou ressaltou ha aggiunto detto dichiarato affermato spiegato
    сказал сказала сказали заявил заявила заявили заявляет отметил отметила отмечает подчеркнул подчеркнула сообщил сообщила сообщили
    добавил добавила пояснил пояснила рассказал рассказала считает говорит говорил говорила написал написала пишет ответил
    ответила спросил спросила уверен уверена объяснил объяснила уточнил уточнила заверил напомнил напомнила признался
    признала признал заметил заметила предупредил утверждает цитирует передает передаёт констатировал констатировала
    сказав сказаў сказала заявіў адзначыў адзначыла паведаміў зазначив зазначила наголосив повідомив додав
    powiedział powiedziała stwierdził dodał dodała podkreślił oświadczył zeigte řekl řekla uvedl uvedla zei zegt
    """.split()
)
"""Reporting verbs of other languages, the forms that news uses."""

CHINESE_CUES = (
    "表示",
    "指出",
    "强调",
    "認為",
    "认为",
    "宣布",
    "透露",
    "介绍",
    "告诉",
    "写道",
    "回答",
    "补充",
    "説",
    "说",
    "稱",
    "称",
    "道",
    "曰",
    "問",
    "问",
)
JAPANESE_CUES = ("と述べ", "と語", "と話", "と言", "とコメント", "と強調", "と説明", "と指摘", "としている", "と表明")

FOREIGN_ACCORDING = frozenset("laut selon según segundo secondo".split())
"""Prepositions of other languages that name a source."""
FOREIGN_AUXILIARIES = frozenset("a ont hat haben habe ha han avait hatte había".split())


ADVERBS = frozenset(
    """
    also then later now once never ever often recently repeatedly first previously even still just again soon already
    always sometimes instead further famously thereby meanwhile therefore perhaps simply only both all each
    today yesterday tonight afterward afterwards earlier ago separately too since not n't n’t rightly wrongly
    """.split()
)
AUXILIARIES = frozenset(
    """
    is are was were be been being am has have had having do does did will would shall should can could may might must
    's ’s 've ’ve 'd ’d 'll ’ll 're ’re got gets get keeps kept went goes going used appeared seemed seems appears tried tries
    continued continues began
    isn’t isn't wasn’t wasn't aren’t aren't don’t don't didn’t didn't doesn’t doesn't won’t won't wouldn’t wouldn't
    hasn’t hasn't haven’t haven't hadn’t hadn't can’t can't couldn’t couldn't shouldn’t shouldn't
    """.split()
)
SUBJECT_PRONOUNS = frozenset("he she they it i we you who which that".split())
PERSON_PRONOUNS = frozenset("he she they it i we you".split())
OBJECT_PRONOUNS = frozenset("him her them me us".split())
DETERMINERS = frozenset(
    """
    the a an this that these those his her their its our my your some many several most few no any every each another
    one two three four five six seven both all other such
    """.split()
)
CLAUSE_WORDS = frozenset(
    """
    that while when where as if because although though but and or so than since until unless whether after before
    whereas nor yet which who whom whose what how why once
    """.split()
)
PREPOSITIONS = frozenset(
    """
    à au aux en dans sur chez lors pendant après avant im auf bei nach vor mit durch beim zum zur con por para durante
    tras в во на при об из по после для
    in on at by for with about against between into through during before after above below to from up down over under
    of off near since without within along across behind beyond plus except toward towards upon amid among despite
    following via per throughout inside outside around because onto out regarding ahead
    """.split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight".split())
MONTH_NAMES = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
WRITTEN = frozenset(
    """
    statement letter tweet post email interview report memo article op-ed editorial blog book speech memoir column
    release filing note message ad complaint document paper poster banner sign caption headline transcript
    """.split()
)
"""Things that speak: "a statement said", "in a letter"."""
NOUNS_TOO = frozenset(
    """
    talk talks rally rallies rail rails tweet tweets state states claim claims charge charges name names report reports call calls plan plans note notes
    comment comments question questions answer answers demand demands estimate estimates hope hopes view views favor
    fear fears promise promises attack attacks offer offers support blame address forecast remark remarks reply
    statement request requests promise vow vows doubt doubts praise challenge credit list lists label labels
    project projects present tag tags rank rate rates rule rules sign signs show shows post posts press point points
    voice voices object objects contest love need echo echoes detail details appeal appeals warrant cast guess lecture
    quote quotes pledge pledges protest protests shout shouts sum sums whisper reason reasons result mention insult laugh
    advocate advocates champion counsel address document documents find finds feature features look push cry cries
    approach brush tout threat repeat brand brands query queries brief briefs cheer cheers scream screams type types read reads
    """.split()
)
"""Forms of reporting verbs that are nouns as often."""
CLAIM_NOUNS = frozenset(
    """
    claim claims assertion assertions promise promises pledge pledges statement statements remark remarks comment
    comments argument view views belief warning warnings vow call calls suggestion allegation allegations description
    criticism insistence declaration contention accusation accusations prediction words message assessment complaint
    explanation answer reply response proposal demand conclusion speech tweet letter memo account announcement depiction
    characterization denunciation refusal support attack attacks plan plans desire hopes concern concerns opposition praise
    decision recommendation estimate forecast offer threat threats testimony condemnation rhetoric position opinion
    determination commitment reluctance willingness disdain ambition defense advice
    """.split()
)
"""What somebody said, as a noun after a possessive: "Doe's claim that"."""
TELLING = frozenset(
    "told tells tell telling informed informs assured assures reminded reminds warned warns advised advises notified".split()
)
"""Verbs that name whom they speak to before what they say."""
TO_VERBS = frozenset(
    form
    for verb in (
        "agree ask beg decide decline refuse demand expect hope intend mean offer plan pledge plead promise propose seek swear "
        "threaten urge volunteer vow want wants wish"
    ).split()
    for form in (*_forms(verb),)
)
"""Verbs that what is said follows with "to"."""
CLAUSE_VERBS = frozenset(
    form
    for verb in (
        "say claim argue believe think note suggest add warn predict insist admit acknowledge announce estimate conclude "
        "contend maintain deny allege assert declare explain indicate report reveal recall promise hope fear tell confirm "
        "agree caution complain concede pledge propose remark state stress swear testify vow wish worry write boast"
    ).split()
    for form in _forms(verb)
) | {"according"}
"""Verbs that a clause may follow without "that"."""
_NO_STANCE = """
    speak talk know learn understand feel sign compare push invoke order invite list rank rate test present convey raise read frame support liken
    cast uphold anticipate recognize recognise seek identify challenge view guess imply
"""
STANCE_VERBS = frozenset(
    form
    for verb in (
        set(REPORTING_VERBS.split()) - set(_NO_STANCE.split())
        | set(
            "announce argue urge deny demand emphasize emphasise stress highlight mention reveal acknowledge admit propose promise "
            "pledge recommend suggest protest underscore underline reiterate echo detail express describe outline decry "
            "explain exhort insist unveil tout mock defend discuss reject address blast".split()
        )
    )
    for form in _forms(verb)
)
"""Verbs that take for their object what somebody asks for, rejects or reports."""
PARTICLES_OF = {
    "to": frozenset(
        form
        for verb in "point refer allude object appeal admit respond react reply listen".split()
        for form in _forms(verb)
    ),
    "out": frozenset(form for verb in "point lash call single".split() for form in _forms(verb)),
}
"""Verbs that a particle may follow before their object."""
CALLING = frozenset(
    form
    for verb in "call describe label brand characterize characterise deride denounce dismiss".split()
    for form in _forms(verb)
)
"""Verbs that say what somebody calls another: "called him a “liar”"."""
NAMING = frozenset("name names named naming list lists listed listing nickname nicknamed dub dubbed".split())
TITLING = frozenset(
    """
    titled entitled called named dubbed nicknamed labelled labeled known book film movie song show series album novel
    play programme program podcast documentary exhibition painting poem essay hashtag slogan word words term phrase
    operation codename codenamed magazine single track sketch section chapter
    """.split()
)
"""Words before quotation marks that hold a name or title, not speech."""


def cue_kind(word: str) -> str:
    """ "say" for a verb of speech, "report" for a weaker one, "" for any other word. `word` is in lower case."""
    if word in SAYING or word in FOREIGN_SAYING:
        return "say"
    return "report" if word in REPORTING else ""


def verb_form(word: str) -> str:
    """base, third, past or ing for an English cue in lower case; past for others."""
    return SAYING.get(word) or REPORTING.get(word) or "past"
