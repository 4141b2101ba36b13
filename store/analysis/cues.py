"""The words that report speech: verbs in every form, phrases, and what may stand beside them."""

from __future__ import annotations

from collections.abc import Sequence

SAYING_VERBS = """
acknowledge add admit advise affirm agonise agonize agree announce answer argue ask assert assure attest aver avow bark
beg bellow blurt boast brag brief caution chant cheer chime chuckle claim clarify comment complain concede conclude
confess confide confirm contend continue counter crow cry declare decree demand deny deplore detail disclose divulge
echo elaborate emphasise emphasize enthuse estimate exclaim exhort explain express fume gripe groan grumble gush
identify inform inquire insinuate insist interject intone jest joke lament laugh maintain marvel mention moan muse
mutter narrate note object observe opine plead pledge point pontificate post preach predict press proclaim promise
pronounce propose protest query quip quote read reaffirm reason reassure recall recite recommend recount reflect
reiterate relate remark remind repeat reply report respond retort reveal roar say scream scribble shout sigh sing snap
sneer specify speculate state stress submit suggest sum summarise summarize surmise tell testify theorise theorize
thunder tweet type underline underscore urge utter vent voice vow wail warn whisper wonder write yell
"""
"""Verbs whose subject speaks or writes what stands beside them."""

REPORTING_VERBS = """
accuse address admire admonish advocate allege allude anticipate apologise apologize appeal applaud approve assail
attack attribute bash believe bemoan berate blame blast brand bristle brush call cast castigate caution celebrate
challenge champion characterise characterize charge chastise chide cite commend compare condemn condone congratulate
consider convey convince counsel credit criticise criticize decide decline decry deem defend denounce depict deplore
deride describe despise disavow discuss dismiss dispute document doubt dread dub embrace encourage endorse envisage
envision examine expect extol fault favor fear feel find float forecast foresee frame guess hail hammer highlight hint
hope hype implore imply impugn indicate instruct insult intend invite invoke know label lambaste lash laud learn
lecture liken link list lobby mention mock mull name nickname offer oppose order outline paint pan persuade pitch plan
ponder portray praise prefer present pressure profess proffer project promote push question rail rally rank rate react
rebuff rebuke rebut recognise recognize refer refuse refute regret reject renounce repudiate resent resist ridicule rip
salute scoff scold see seek show sign signal slam speak stipulate support suspect swear talk taunt tease thank think
threaten tout trash trumpet understand unleash unveil uphold veto view vilify want wants warrant weigh welcome wish
worry calculate concur disagree discover
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
    "chip": "chips chipped chipping",
    "go": "goes went gone going",
    "hit": "hits hit hitting",
    "shoot": "shoots shot shooting",
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
REPORTING |= {"assume": "base", "assumes": "third", "assumed": "past", "determined": "past", "ruled": "past"}

FOREIGN_CALLING = frozenset(
    """
    bezeichnete bezeichneten calificaron calificó chamou classificou definito definì nannte nannten qualifie qualifié
    tachó tildó назвав назвал назвала назвали назваў назвало називає называет
    """.split()
)
"""Verbs of other languages that say what somebody calls another: "назвал план «ошибкой»"."""
FOREIGN_SAYING = FOREIGN_CALLING | frozenset(
    """
    acrescentou admet admitiu advierte advirtió adăugat afferma affermato affirme affirmé afirma afirmat afirmou
    afirmó aggiunge aggiunto agrega agregó ajoute ajouté aldus alertou annonce annoncé annuncia antwoordde
    antwortete anunciou anunció apuntó asegura aseguró assure assuré averti açıkladı añade añadió bekräftigte
    belirtti benadrukt benadrukte berichtete berättar bestätigte betont betonte comentou comentó commenta
    completou conclu concluiu conclut concluyó confie confirmé confié contou contó criticou criticó declarat
    declarou declaró dedi defendeu defendió denunció destacou destacó detto dice dichiarato dijeron dijo disait
    disse dit diyor diz dodal dodala dodao dodał dodała déclare déclaré dénoncé déplore détaille ekledi ergänzte
    erklärt erklärte erklärten erläuterte erwiderte escreveu escribió estime estimé exigió explica explicou
    explicó explique expliqué expresó fordert forderte fragte fustigé förklarar fügte garantiu ha indicó indique
    indiqué insistió insisté ironisé istakao istakla istaknula istaknuo izjavila izjavio jugé kaydetti kazala
    kazao kertoi kertoo kommentierte konstatoval konuştu kritisierte közölte kündigte lamentó lancé lembrou lobte
    mahnte manifestó martelé martèle meint meinte mondta mówi mówił mówiła naglasila naglasio napisala napisao
    napisał napisała napsal napsala objasnila objasnio ocenił oceniła odgovorila odgovorio odpowiedział
    odpowiedziała osserva oznámil oznámila oświadczył oświadczyła pidió plaidé podkreślił podkreśliła poručila
    poručio poursuit poursuivi povedal povedala powiedział powiedziała precisó precizat preguntó prohlásil
    prohlásila prometió promis précise précisé prévenu prévient raconte rappelle rappelé rapporté recalcó reclamó
    reconnaît reconnu reconoció recordó regrette regretté reiteró rekao rekla rekli respondeu respondió ressaltou
    rief risposto répond répondu répète résume sade sagde sagen sagt sagte sagten salué sanoi sanoo schreef
    schrieb schrijft scritto scrive sdělil sdělila señala señaló sier siger skrev skriver so sostiene sostuvo
    sottolinea souligne souligné spiega spiegato spus stelde stelt stwierdził stwierdziła subrayó svarade svarar
    säger söyledi teilte tillade toteaa unterstrich upozorila upozorio upozornil upozornila uppger urteilte uvedl
    uvedla uviedla uviedol verklaarde verkündete versicherte versprach verspricht vertelde vertelt vurguladı
    vyhlásil vyhlásila vysvětlil vysvětlila waarschuwde waarschuwt warnt warnte wyjaśnił wyjaśniła yazdı zapewnił
    zapewniła zaznaczył zaznaczyła zdůraznil zdůraznila zegt zei zeigte äußerte écrit řekl řekla δήλωσε είπε
    σημείωσε τόνισε адзначыла адзначыў вважає визнав визнала возмутилась возмутился воскликнул воскликнула
    відзначив відзначила відповів відповіла говорил говорила говорит говорить дадала дадаў добави добавил добавила
    додав додала додао докладывает доложил доложила заверил зазначив зазначила зазначили заключил заключила
    заключили заметил заметила запевнив запевнила запитав запитала заяви заявив заявил заявила заявили заявило
    заявляет заявіла заявіў изјавила изјавио истакао истакла каже каза казао казаха констатировал констатировала
    констатировали наголосив наголосила написа написал написала напомнил напомнила настаивает объявил объявила
    объяснил объяснила обясни објаснила објаснио оговорилась оговорился отбеляза ответил ответила отговори отметил
    отметила отмечает паведаміў падкрэсліла падкрэсліў передает передаёт пише пишет повідомив повідомила
    повідомили подтвердил подтвердила подчеркнул подчеркнула подчерта подытожил подытожила пожаловалась
    пожаловался поинтересовалась поинтересовался пообещал пообещала пообіцяв пообіцяла попередив попередила
    поручила поручио посетовал посетовала посочи пошутил пошутила пояснив пояснил пояснила предположил
    предположила предупреди предупредил предупредила призвал призвала признал признала призналась признался
    продолжил продолжила прокомментировал прокомментировала підкреслив підкреслила рассказал рассказала рассказали
    рассказывает резюмировал резюмировала рекао розповів розповіла сетует сказав сказал сказала сказали сказалі
    сказаў сообщает сообщил сообщила сообщили сообщило спрашивает спросил спросила считает съобщи уверен уверена
    удивилась удивился утверждает уточнив уточнил уточнила уточнили уточняет цитирует
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

FOREIGN_ACCORDING = frozenset("laut selon según segundo secondo".split())
"""Prepositions of other languages that name a source."""
SLAVIC_ACCORDING = {"словам": "по", "мнению": "по", "словами": "за", "думку": "на", "слоў": "паводле"}
"""Nouns that name a source in the genitive, each with its preposition: "по словам S"."""
GERMAN_ACCORDING = frozenset("angaben ansicht aussage aussagen einschätzung meinung worten".split())
"""Nouns that "nach" makes name a source: "nach den Worten von S"."""
FOREIGN_AUXILIARIES = frozenset("a ont hat haben habe ha han avait hatte había".split())

GERMAN_FINITE = frozenset(
    "darf hatte hatten ist kann könne konnte muss müsse musste reagierte sei seien sind soll solle sollte sprach steht "
    "waren warf werde wies wird wurde wurden".split()
)
"""Verbs that follow what a German clause begins with, but for those that are English nouns."""
ADVERBS = frozenset(
    """
    afterward afterwards again ago all already also always both each earlier even ever famously first further
    furthermore however instead just later meanwhile moreover n't never nevertheless nonetheless not now n’t often once
    only perhaps previously recently repeatedly rightly separately simply since sometimes soon still then thereby
    therefore thus today tonight too wrongly yesterday
    вчера вчора учора накануне позднее позже раней раніше ранее сегодня сьогодні сёння также таксама також
    """.split()
)
AUXILIARIES = frozenset(
    """
    'd 'll 're 's 've am appeared appears are aren't aren’t be been began being can can't can’t cannot continued
    continues could couldn't couldn’t did didn't didn’t do does doesn't doesn’t don't don’t get gets goes going got had
    hadn't hadn’t has hasn't hasn’t have haven't haven’t having is isn't isn’t keeps kept may might must seemed seems
    shall should shouldn't shouldn’t tried tries used was wasn't wasn’t went were will won't won’t would wouldn't
    wouldn’t ’d ’ll ’re ’s ’ve
    """.split()
)
FINITE_AUXILIARIES = AUXILIARIES - {"'s", "’s", "be", "been", "being", "having", "get", "going", "got"}
"""Those with which a clause has its verb, whatever stands beside them."""
PERSON_PRONOUNS = frozenset("he she they it i we you он она они він вона вони ён яна яны".split())
OBJECT_PRONOUNS = frozenset("him her them me us".split())
DETERMINERS = frozenset(
    """
    a all an another any both each every few five four her his its many most my no one other our seven several six
    some such that the their these this those three two your
    """.split()
)
COMMANDS = frozenset(
    """
    add ask call check choose click compare consider contact download enjoy enter find follow forget get give go
    ignore imagine join keep leave listen make meet phone picture put recall register remember see send share
    subscribe suppose take tell think try turn visit watch
    """.split()
)
"""Verbs that open a sentence which tells somebody to do something: "Take Dellmark"."""
CLAUSE_WORDS = frozenset(
    """
    after although and as because before but how if nor once or since so than that though unless until what when where
    whereas whether which while whilst who whom whose why yet
    cuando dass obwohl porque quand que qui quien weil wenn wie
    если как калі каб когда коли поскольку пока хотя хоча что чтобы што щоб що як якщо
    """.split()
)
PREPOSITIONS = frozenset(
    """
    about above across after against ahead along amid among après around at au auf aux avant because before behind bei
    beim below between beyond by chez con dans despite down durante durch during en except following for from im in
    inside into lors mit nach near of off on onto out outside over para pendant per plus por regarding seit since sur
    through throughout to toward towards tras under unlike up upon vor with within without zum zur à в во від для до за
    з из к ко між между на над о об от па пад пасля перад перед під по под після после при про с со у через ў via
    """.split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight".split())
MONTH_NAMES = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
WRITTEN = frozenset(
    """
    ad article banner blog book caption column complaint document editorial email filing headline interview letter
    memo memoir message note op-ed paper post poster release report sign speech statement transcript tweet
    """.split()
)
"""Things that speak: "a statement said", "in a letter"."""
NOUNS_TOO = frozenset(
    """
    address advocate advocates answer answers appeal appeals approach attack attacks blame brand brands brief
    briefs brush call calls cast challenge champion charge charges cheer cheers claim claims comment comments
    contest counsel credit cries cry demand demands detail details document documents doubt doubts echo echoes
    estimate estimates favor fear fears feature features find finds forecast guess hope hopes insult label labels
    laugh lecture link links list lists look love mention name names need note notes object objects offer offers
    order orders plan plans pledge pledges point points post posts praise present press project projects promise
    promises protest protests push queries query question questions quote quotes rail rails rallies rally rank rate
    rates read reads reason reasons remark remarks repeat reply report reports request requests result rule rules
    scream screams shout shouts show shows sign signs state statement states sum sums support tag tags talk talks
    threat tout tweet tweets type types view views voice voices vow vows warrant whisper
    """.split()
)
"""Forms of reporting verbs that are nouns as often."""
EVIDENCE = frozenset(
    """
    analysis audit averages data document documents figures footage inquiry investigation numbers poll polls record
    records report reports research results statistics studies study survey surveys test tests video videos
    """.split()
)
"""What shows or finds something."""
CLAIM_NOUNS = frozenset(
    """
    account accusation accusations advice allegation allegations ambition announcement answer argument assertion
    assertions assessment attack attacks belief call calls characterization claim claims comment comments commitment
    complaint concern concerns conclusion condemnation contention criticism decision declaration defense demand
    denunciation depiction description desire determination disdain estimate explanation forecast hopes insistence
    letter memo message offer opinion opposition plan plans pledge pledges position praise prediction promise promises
    proposal recommendation refusal reluctance remark remarks reply response rhetoric speech statement statements
    suggestion support testimony threat threats tweet view views vow warning warnings willingness words
    """.split()
)
"""What somebody said, as a noun after a possessive: "Doe's claim that"."""
TELLING = frozenset(
    form
    for verb in "tell inform notify assure remind warn advise".split()
    for form in _forms(verb)
    if form != "warning"
)
"""Verbs that name whom they speak to before what they say."""
TELL = frozenset(_forms("tell"))
"""Those that always name them: "warned the dam would break" names nobody."""
PROMISING = frozenset(_forms("promise"))
"""Verbs that may name whom they speak to before what they say: "promised farmers that", and "promised that"."""
LISTENERS = frozenset(
    """
    children commuters consumers councillors customers delegates drivers families fishermen guests homeowners households
    investors landlords listeners locals migrants nurses owners passengers patients pensioners pupils readers refugees
    shareholders soldiers staff survivors taxpayers tenants users veterans viewers villagers women
    """.split()
)
"""Plural nouns without an article for those to whom something is said, beside those who are a source too."""
TO_VERBS = frozenset(
    form
    for verb in (
        "agree ask beg decide decline refuse demand expect hope intend mean offer plan pledge plead promise "
        "propose seek swear threaten urge volunteer vow want wants wish"
    ).split()
    for form in (*_forms(verb),)
)
"""Verbs that what is said follows with "to"."""
CLAUSE_VERBS = frozenset(
    form
    for verb in (
        "say claim argue believe think note suggest add warn predict insist admit acknowledge announce estimate "
        "conclude contend maintain deny allege assert declare explain indicate report reveal recall promise hope "
        "fear tell confirm agree caution complain concede pledge propose remark state stress swear testify vow "
        "wish worry write boast"
    ).split()
    for form in _forms(verb)
) | frozenset(("according", "assured", "assures"))
"""Verbs that a clause may follow without "that"."""
CLOSING_VERBS = frozenset(
    form
    for verb in "clarify emphasise emphasize joke lament observe quip reason recount reiterate speculate".split()
    for form in _forms(verb)
)
"""Verbs that a clause may stand before, but seldom follows without "that": "…, she joked"."""
_NO_STANCE = """
anticipate cast challenge compare convey feel find frame guess identify imply invite invoke know learn liken list
order present push raise rank rate read calculate concur disagree discover recognise recognize see seek sign speak
support talk test understand uphold view
"""
STANCE_VERBS = frozenset(
    form
    for verb in (
        set(REPORTING_VERBS.split()) - set(_NO_STANCE.split())
        | set(
            "announce argue confirm note predict urge deny demand emphasize emphasise stress highlight mention "
            "reveal acknowledge admit propose promise pledge recommend suggest protest underscore underline "
            "reiterate echo detail express describe outline decry explain exhort insist unveil tout mock defend "
            "discuss reject address blast".split()
        )
    )
    for form in _forms(verb)
)
"""Verbs that take for their object what somebody asks for, rejects or reports."""
SEEING_AS = frozenset(
    form
    for verb in (
        "attack blast brand cast characterise characterize cite condemn criticise criticize decry denounce depict "
        "deride describe dismiss hail identify label laud mock paint portray praise recognise recognize reject see "
        "slam tout view"
    ).split()
    for form in _forms(verb)
)
"""Verbs that say with "as" what somebody sees in another: "sees the talks as a chance"."""
WITH_OBJECT = frozenset(form for verb in "confirm note predict".split() for form in _forms(verb))
"""Those among them whose object no preposition begins."""
WITHOUT_THAT = frozenset(
    form
    for verb in (
        "address attack back decline defend discuss dismiss embrace endorse oppose praise question refuse refute "
        "reject repudiate resist slam support welcome"
    ).split()
    for form in _forms(verb)
)
"""Verbs that no clause with "that" follows, but a thing: "rejected that argument"."""
_SPEAKING_BESIDE = {
    "on": frozenset("go goes going gone went".split()),
    "in": frozenset("breaks broke chips chipped cuts cut jumps jumped weighs weighed".split()),
    "back": frozenset("fires fired hits hit shoots shot snaps snapped".split()),
    "up": frozenset("piped pipes speaks spoke".split()),
}
"""Verbs that tell of speech with a particle, where a quotation stands beside them: “…,” she went on."""
SPEAKING_BESIDE = frozenset().union(*_SPEAKING_BESIDE.values())
_WITH_PARTICLE = {
    **_SPEAKING_BESIDE,
    "out": frozenset(form for verb in "call cry point".split() for form in _forms(verb)),
    "in": frozenset(_forms("chime")) | _SPEAKING_BESIDE["in"],
    "on": frozenset(_forms("call")) | _SPEAKING_BESIDE["on"],
    "upon": frozenset(_forms("call")),
    "up": frozenset(_forms("sum")) | _SPEAKING_BESIDE["up"],
}
"""Particles without which a verb says something else: "pointed out", "called on"."""
PARTICLES_OF = {
    "to": frozenset(
        form
        for verb in "point refer allude object appeal admit respond react reply listen".split()
        for form in _forms(verb)
    ),
    "on": frozenset(form for verb in "comment elaborate insist".split() for form in _forms(verb)),
    "against": frozenset(_forms("advise")) | {"ruled"},
    "with": frozenset(form for verb in "agree concur disagree".split() for form in _forms(verb)),
    "about": frozenset(("wondered", "wondering", "wonders")),
    "at": frozenset(form for verb in "bristle scoff".split() for form in _forms(verb)),
    "out": frozenset(form for verb in "lash call single".split() for form in _forms(verb)),
}
"""Verbs that a particle may follow before their object."""
WITHOUT_SPEECH = {
    "off": frozenset(form for verb in "call see show sign write".split() for form in _forms(verb)),
    "up": frozenset(form for verb in "call show sign".split() for form in _forms(verb)),
}
"""Particles with which a verb tells of no speech: "called off the talks"."""
STATES_OF_MIND = frozenset("convinced encouraged persuaded worried".split())
"""What somebody is, who says why: "was not convinced: “…”"."""
FEELING = frozenset(
    """
    adamant afraid angry aware certain clear concerned confident disappointed frustrated glad hopeful optimistic pleased
    proud sceptical skeptical sure surprised unaware unhappy upset wary worried
    """.split()
)
"""What somebody is, who thinks what a clause after it tells: "is confident that"."""
DENYING = frozenset(
    form for verb in "brush decline deny disagree dismiss dispute refuse refute reject".split() for form in _forms(verb)
)
"""Verbs that stand with what is told: without them it would say the opposite."""
ANSWERING = frozenset(
    form for verb in "address answer comment discuss elaborate mention reply respond".split() for form in _forms(verb)
)
"""Verbs that tell of no speech where they are negated: "did not respond to a request"."""
CALLING = (
    frozenset(
        form
        for verb in "call describe label brand characterize characterise deride denounce dismiss".split()
        for form in _forms(verb)
    )
    | FOREIGN_CALLING
)
"""Verbs that say what somebody calls another: "called him a “liar”"."""
NAMING = frozenset(
    "name names named naming list lists listed listing nickname nicknamed dub dubbed rate rates rated rating".split()
)
TITLING = frozenset(
    """
    album alias book called chapter codename codenamed documentary dubbed entitled essay exhibition film hashtag known
    labeled labelled magazine movie named nicknamed novel operation painting phrase play podcast poem program
    programme pseudonym section series show single sketch slogan song term titled track word words
    """.split()
)
"""Words before quotation marks that hold a name or title, not speech."""


def past_particle(lower: Sequence[str], k: int) -> int:
    """Where a verb at word k ends with the particle that belongs to it: "pointed out", and not "called on Monday"."""
    particle = lower[k + 1] if k + 1 < len(lower) else ""
    dated = k + 2 < len(lower) and (lower[k + 2] in DAYS or lower[k + 2] in MONTH_NAMES)
    return k + 1 + (lower[k] in _WITH_PARTICLE.get(particle, ()) and not dated)


def cue_kind(word: str) -> str:
    """ "say" for a verb of speech, "report" for a weaker one, "" for any other word. `word` is in lower case."""
    if word in SAYING or word in FOREIGN_SAYING:
        return "say"
    return "report" if word in REPORTING else ""


def verb_form(word: str) -> str:
    """base, third, past or ing for an English cue in lower case; past for others."""
    return SAYING.get(word) or REPORTING.get(word) or "past"
