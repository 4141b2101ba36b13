"""The words by which commitments are told from other sentences: cues, actors, actions and what speaks against."""

from __future__ import annotations

import re

from store.model import Strength


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _cues(**kinds: str) -> dict[str, str]:
    return {word: kind for kind, words in kinds.items() for word in words.split()}


CUE_VERBS: dict[str, str] = _cues(
    pledge="pledge pledges pledged pledging vow vows vowed vowing promise promises promised promising swear "
    "swears swore sworn undertake undertakes undertook undertaken guarantee guarantees guaranteed "
    "reassured assured",
    commit="commit commits committed committing earmarked",
    agree="agree agrees agreed agreeing",
    decide="decide decided decides deciding resolved announced announces",
    vote="opted chose voted votes",
    plan="plan plans planned planning intend intends intending",
    aim="aim aims aiming",
    prepare="preparing prepares",
    purpose="intended aimed designed meant",
    propose="propose proposes proposed proposing",
    seek="seek seeks sought seeking hopes hope hoped hoping wants want wanted trying tries tried working "
    "looking bid considering mulling weighing",
    ready="ready prepared determined poised",
    willing="willing eager",
    offer="offer offers offered offering volunteered",
    threaten="threaten threatens threatened threatening",
    schedule="scheduled due slated set",
    expect="expects expect",
    oblige="obliges oblige obliged obligates obligate binds requires require",
    forecast="expected forecast forecasts projected predicted likely estimated anticipated tipped",
)
"""Kind of cue by verb form; it takes "to" and an infinitive, and of pledges and agreements a noun or "that" too."""

CONCLUDED = _words(
    "signed signs inked concluded concludes struck strike strikes reached reach sealed clinched finalized finalised "
    "adopted adopts approved approves endorsed ratified brokered hammered worked drew drafted unveiled unveils "
    "announced announces announce launched launches introduced outlined laid rolled"
)
AGREEMENTS = _words(
    "agreement agreements deal deals accord accords pact pacts treaty treaties memorandum memorandums contract "
    "contracts protocol roadmap truce ceasefire cease-fire settlement compromise arrangement understanding "
    "declaration"
)
PLANS = _words(
    "plan plans programme program programmes programs strategy initiative package proposal proposals project scheme"
)
DOCUMENTS = (
    PLANS
    | AGREEMENTS
    | _words(
        "budget budgets bill bills law laws legislation act order orders decree resolution platform manifesto "
        "blueprint measure measures regulations rules policy document paper sub-programme sub-program"
    )
)
"""What sets down what its makers undertake: "the budget calls for cuts"."""
SETS_DOWN = _words("envisages envisage envisaged envisions foresees foresaw stipulates stipulated mandates mandated")
"""What such a document does."""
SETS_DOWN_FOR = _words("call calls called provide provides provided allow allows allowed")
"""What it does with "for" after it."""
ORDERING = _words("orders ordered ordering instructs instructed directs directed")
GOALS = _words("goal goals target targets objective objectives")
PROMISES = _words(
    "pledge pledges promise promises vow vows commitment commitments undertaking guarantee guarantees assurance "
    "assurances"
)
ATTEMPTS = _words("effort efforts bid attempt attempts readiness willingness determination")
"""Nouns that promise less than an intention: that somebody tries, or would."""
INTENTIONS = ATTEMPTS | _words(
    "plans plan intention intentions proposal proposals goal goals aim offer mission threat threats objective ambition"
)

STRENGTHS: dict[str, Strength] = {
    "plan": "soft",
    "aim": "soft",
    "prepare": "soft",
    "planned": "soft",
    "document": "soft",
    "willing": "soft",
    "seek": "soft",
    "ready": "soft",
    "offer": "soft",
    "threaten": "soft",
    "schedule": "soft",
    "goal": "soft",
    "intention": "soft",
    "attempt": "soft",
    "proposal": "soft",
    "would": "soft",
    "propose": "soft",
    "expect": "soft",
    "purpose": "soft",
    "forecast": "forecast",
}
"""Strength by kind of cue; every other is hard."""

REPORTING = _words(
    "say says said saying tell tells told announce announces announced announcing stated add adds added declare "
    "declares declared confirm confirms confirmed insist insists insisted reiterate reiterates reiterated explain "
    "explained noted stressed wrote writes tweeted promised pledged vowed claim claims claimed argued suggested warn "
    "warns warned indicated revealed disclosed repeated argues arguing emphasized emphasised signaled signalled "
    "reported assured"
)

FIRST = _words("i we")
THIRD = _words("he she they")
NO_ACTOR = _words(
    "you there this that these those what which nothing something everything anything nobody everyone somebody anyone "
    "no one everybody people many some most few more all both each none others voters viewers readers"
)
ACTORS = _words(
    "government ministry minister company firm president official party bank council parliament agency team leader "
    "side country state nation campaign administration police army military union commission committee board group "
    "airline operator authority city governor mayor senator lawmaker congressman spokesman spokeswoman spokesperson "
    "court university college school department office organization organisation foundation fund association alliance "
    "coalition cabinet candidate nominee secretary chairman chairwoman chief director ambassador delegation house "
    "senate congress service network owner maker manufacturer builder partner donor member head king queen prince "
    "chancellor premier prosecutor attorney general regulator club federation league organizers organisers moderator "
    "democrats republicans publisher carrier retailer giant startup developer investor institute institution region "
    "province district municipality town village hospital bloc panel pac jury bureau newspaper broadcaster syndicate "
    "utility consortium corporation mission forces troops rebels negotiators envoy diplomats editor employer workers "
    "teachers doctors farmers scientists researchers bishop pope client lawyer operative neighbor neighbour ally "
    "militia faction movement regime crew contingent unit battalion brigade squad taskforce charity tribunal inquiry "
    "judge family junta opposition church synod embassy consulate kingdom emirate republic treasury watchdog society "
    "supermarket brewery shipyard laboratory parish diocese academy"
)
INANIMATE = _words(
    "act ad agreement aircraft airport amendment answer app bill book bridge building car case ceremony change "
    "concert cost crisis dam data day deal debate decision device document economy effect election event exhibit "
    "exhibition facility factory festival film future game hearing impact issue law legislation line machine majority "
    "manifesto market match measure money movie night nomination number outcome paper percent phone pipeline plan "
    "plant policy poll port price problem process product program programme proposal provision question race railway "
    "rain rate reactor report result returns road rule ruling season series service session ship show site situation "
    "software station storm story study summer system tax taxes technology temperature text thing time tournament "
    "train trial tunnel vehicle visa vote war way weather week wind winter world year"
)

ACTIONS = _words(
    "abandon abduct abolish abrogate abstain accelerate accept access accommodate accompany accredit achieve "
    "acknowledge acquire acquit act activate adapt add address adhere adjourn adjudicate adjust administer admit "
    "adopt advance advertise advise aid air align allocate allot allow alter amalgamate ambush amend amplify analyse "
    "analyze annex announce annul answer apologize appeal apply appoint apprehend appropriate approve arbitrate arm "
    "arrange arrest arrive ascertain ask assemble assess assign assist assume assure attack attempt attend auction "
    "audit augment authorise authorize automate avenge avert avoid award axe back bail balance ban banish bankroll "
    "bar barricade beef begin bid bind blacklist block blockade blow bolster bomb boost borrow bottle boycott breach "
    "bribe brief bring broadcast broaden broker budget build bulldoze burn bury bus buy bypass calibrate call calm "
    "campaign cancel cap capture carry cast catch cater caution cease cede celebrate censor censure certify chair "
    "challenge change channel chant charge charter chase check choose chop circulate circumvent clamp clarify "
    "classify clean cleanse clear close co-host co-operate co-sponsor coach codify collaborate collect combat combine "
    "command commemorate commence commend commission commit communicate compare compensate compete compile complete "
    "comply compromise concede concentrate conclude condemn conduct confer confine confirm confiscate conform "
    "confront congratulate connect consolidate construct consult contact contest continue contract contribute convene "
    "convert convey convict cooperate coordinate copy correct counter court cover crack create criminalise cross "
    "crush cull cultivate curb curtail customise cut deactivate debate debut decentralise decide declare declassify "
    "decode decommission decontaminate decrease decriminalise dedicate deduct deepen defeat defend defer defund "
    "defuse defy delay delegate delete delist deliver demand demilitarize demobilise demobilize demolish demonstrate "
    "demote denounce depart deploy deport deposit deprive deregulate descend describe designate destabilise destroy "
    "detain deter detonate devalue develop devise devote dig digitise digitize dilute direct disarm disband disburse "
    "discharge discipline disclose discontinue discourage discuss disengage disinfect dismantle dismiss dispatch "
    "dispense disperse displace dispose disrupt dissolve dissuade distribute ditch diversify divert divest divide "
    "dock document dodge donate double double-check downgrade downsize draft drain dredge drill drive drop dump "
    "earmark ease edit educate eject elect electrify elevate eliminate embargo embark embed embrace employ empower "
    "enable enact encourage encrypt end endeavor endeavour endorse endow enforce engage engineer enhance enlarge "
    "enlist enrich enrol enroll ensure enter entrust equalise equip eradicate erase erect escalate escort establish "
    "evacuate evaluate evict examine excavate exchange exclude execute exempt exert exhibit exit exonerate expand "
    "expedite expel explain exploit explore export expose express expropriate extend extinguish extract extradite "
    "facilitate fast-track feed fence fertilise field fight file filibuster fill film finalise finalize finance fine "
    "finish fire fix fly focus foil follow forbid force forge forgive form fortify forward foster free freeze fulfil "
    "fulfill fund furnish gather give govern grab grant green grit guarantee guard guide halt hammer hand handle "
    "harden harvest haul hedge heed help hide highlight hike hire hoist hold honor host house humiliate hunt identify "
    "immunise impeach implement import impose impound imprison improve incentivise incinerate incorporate increase "
    "indemnify index indict infiltrate influence inform initiate inject inoculate insist inspect install instruct "
    "insulate insure integrate intensify intercept interfere interrogate interrupt intervene interview introduce "
    "invade invest investigate invite irrigate isolate issue jail jeopardise jeopardize jettison join junk justify "
    "keep kick kidnap kill label land launch lay lead lease leave legalise legalize legislate lend lengthen level "
    "leverage levy liaise liberalise liberate license lift lighten limit link liquidate list litigate load loan lobby "
    "locate lock lodge loosen lower mail maintain make man manage mandate manoeuvre manufacture map march market "
    "marry match measure mediate meet mend mentor merge migrate mine minimise minimize mint mitigate mix mobilise "
    "mobilize moderate modernise modernize modify monitor mount move muster name nationalise nationalize naturalise "
    "negotiate neutralise nominate normalise normalize notify nurture obey obliterate observe obstruct obtain occupy "
    "offer offload offset open operate oppose optimise optimize orchestrate order organise organize oust outbid "
    "outlaw outline outsource overhaul override overrule oversee overthrow overturn pack paint pardon pare "
    "park participate partner pass patent patrol pave pay penalise penalize perform permit persuade petition phase "
    "picket pilot pioneer pipe plan plant plead plough plug police pool position post postpone pour power practise "
    "pray preempt prepare prescribe present preserve preside press prevent price print prioritise prioritize "
    "privatise privatize probe proceed process proclaim procure produce program prohibit prolong promote prop propose "
    "prosecute protect provide provoke prune publicise publicize publish pull punish purchase pursue push put "
    "quadruple quarantine quash quell quit quote raise rally ratify ration re-examine re-open reactivate read readmit "
    "reaffirm realign reallocate reappoint rearm reassert reassess reassign reassure rebrand rebuff rebuild recall "
    "recapitalise recapitalize recapture reclaim recognise recognize recommend reconcile reconnect reconsider "
    "reconstruct reconvene record recoup recover recruit rectify recycle redeem redefine redeploy redesign redevelop "
    "redirect redistribute redouble redraft redraw redress reduce reelect reevaluate refer refinance refine refit "
    "refloat refocus reforest reform refrain refund refurbish refuse regain register regulate rehabilitate rehire "
    "rehouse reimburse reimpose rein reinforce reinstate reintegrate reintroduce reinvest reiterate reject relaunch "
    "relax relay release relieve relinquish relist relocate remain remand remedy remind remodel remove remunerate "
    "rename render renegotiate renew renounce renovate rent reopen reorganise reorganize reorient repair repatriate "
    "repay repeal rephrase replace replant replay replenish reply report reposition repossess represent reprimand "
    "reprint reproduce republish request requisition reroute reschedule rescind rescue research resell reserve "
    "resettle reshape reshuffle resign resist resolve respect respond restart restore restrict restructure resubmit "
    "resume resurface retain retaliate retest retire retract retrain retreat retrieve retrofit return reunite reuse "
    "revamp reveal reverse revert review revise revitalize revive revoke reward rewrite ride ring-fence roll roof "
    "rotate route rule run sabotage sack sacrifice safeguard sail salvage sample sanction satisfy scale scan schedule "
    "scour scrap screen scrutinize seal search secure seek segregate seize select sell send sentence separate serve "
    "set settle share shed shelter shelve shield shift ship shoot shorten show shut shutter shuttle sideline sign "
    "signal silence simplify sing skip slash slow smash smuggle soften solicit solve sort source spare speak "
    "spearhead speed spend split sponsor spray spread stabilise stabilize staff stage stand standardise standardize "
    "start station stave stay steer step sterilise stick stimulate stockpile stop storm stream streamline strengthen "
    "strike strip strive structure study subcontract subdue submit subsidise subsidize substantiate substitute sue "
    "summon supervise supplement supply support suppress surrender surround suspend sustain swap sweep sweeten switch "
    "sync table tackle tailor take talk tap taper target tax teach team tear tender terminate test testify thank "
    "threaten thwart tighten tolerate topple torpedo toughen tour tow track trade train transfer transform transition "
    "translate transmit transplant transport trap travel treat treble trial trim triple try turn tweak unblock "
    "uncover undermine undertake underwrite undo unfreeze unify unite unleash unload unlock unseat unveil update "
    "upgrade uphold upload urge use usher utilise utilize vacate vaccinate validate value verify vet veto visit void "
    "volunteer vote vouch wage waive walk wall warn wash watch weaken weaponise weed weigh whip widen wield wind wipe "
    "wire withdraw withhold withstand woo work write yield"
)
OUTCOMES = _words(
    "achieve add aid avoid boost calm change contribute cover curb defeat displace drain ease enable encourage "
    "enhance exceed fight force foster free grow help hurt improve increase lead lower offset pave preserve prevent "
    "promote protect reduce reform remain resist resolve revive serve slow solve speed stabilise stabilize stimulate "
    "strengthen support sustain undermine weaken"
)
"""Verbs that tell what an action brings about, more than the action that somebody takes."""
RECEIVING = frozenset(("receive", "get"))
"""Verbs of whom something is given, who promises nothing."""
GIFTS = _words(
    "aid arms assistance benefits compensation concessions damages debt funding funds grants help loans "
    "payment payments relief subsidies supplies support weapons"
)
"""Nouns whose "to" tells who has them."""
MONEY = _words(
    "aid all award compensation donation donations fund funding funds income money prize proceeds profit profits "
    "revenue revenues sum"
)
"""What goes to somebody, not somewhere."""
NO_CONTROL = _words(
    "abound accrue ache affect age amount appear appreciate arise astonish attract await become believe belong "
    "benefit cause climb coincide collapse collide comprise concern confuse consider consist constitute contain cope "
    "correspond cost crash crumble cry decline depend depress derive deserve deteriorate determine devour die differ "
    "diminish disappear diverge dominate dry dwindle earn ebb emerge encounter enjoy ensue entail equal erode evolve "
    "exist experience expire face fade fail fall falter feature feel find flood flourish flow fluctuate forget "
    "founder gain generate get grow happen hate have hear hesitate hinge hope hurt imply impress include incur "
    "indicate inherit inspire involve jump know lack lag languish last learn lie like likely "
    "linger look loom lose love materialise materialize matter mean melt merit miss mourn necessitate need notice "
    "occur originate outlast outlive outnumber outstrip outweigh overshadow overwhelm owe own perish persist pertain "
    "please plummet plunge pose possess predominate prefer prevail profit proliferate prosper prove qualify rain rank "
    "realize recede receive recur reflect regret relish remember require resemble resent reside resonate result "
    "revolve rise rot save score see seem shine shock shrink signify sink slip smell snow soar sound spark spell "
    "spill spiral stagnate starve stem stretch struggle stumble stun succeed succumb suffer suffice suit surge "
    "surpass surprise survive swell symbolise tend thaw think thrive top transpire trickle trouble tumble understand "
    "vanish vary wait wane want weep win wish wither wonder worsen yearn"
)

DOUBT = _words(
    "sometimes often usually may might could perhaps maybe possibly probably likely unlikely unclear whether hopefully "
    "reportedly supposedly potentially occasionally rarely generally"
)
DUTY = _words("should must ought need needs needed")
REQUESTS = _words(
    "urge urges urged urging ask asks asked asking call calls called calling demand demands demanded demanding "
    "request requested requests want wants wanted wish wishes encourage encouraged encourages recommend recommended "
    "recommends insist force forced require required requires let lets allow allowed"
)
OPINIONS = _words(
    "hoped hoping feared convinced confident doubted expecting warn warns warned imagine suppose suspect worried "
    "worry worries think thinks thinking thought believe believes believed predict predicts predicted guess bet doubt "
    "doubts fear fears hope hopes hopeful expect expects expected expectation expectations "
    "concerned estimate estimates estimated anticipate anticipates anticipated reckon reckons calculated"
)
DENIALS = _words(
    "denied denies denying deny failed fails failing refused refuses declined declines reneged abandoned abandons"
)
REJECTIONS = _words(
    "rejected rejects rejecting opposed opposes opposing blocked blocks scrapped shelved dropped cancelled canceled "
    "halted delayed postponed suspended dismissed criticized criticised criticizes criticises attacked condemned "
    "mocked questioned nothing"
)
"""Verbs whose object, a plan or promise, is not made by their subject."""
ACCUSING = _words("accuse accused accuses accusing allege alleged alleges alleging suspect suspected suspects")
DISPUTING = ACCUSING | _words(
    "allegations denied denies denying deny false hoax lie myth nonsense rumor rumors rumour rumours untrue"
)
"""Words that tell of a clause that it is not so, or that others say it."""
CLAIMS = _words("accusations claims reports speculation suggestions")
"""What others say, which no commitment is where it is rejected."""
NEGATIONS = _words("not n't never no nor neither without")
ADVERBS = _words(
    "also now still soon always never not n't only even just then again today tomorrow ever once already further "
    "instead either simply really all both each jointly together first sometimes often usually too"
)

_PROVIDED = (
    r"(?<!\bhas )(?<!\bhad )(?<!\bwho )(?<!\bwas )(?<!\bhave )(?<!\bwere )(?<!\bbeen )(?<!\bwhich )"
    r"provided(?= (?:that|the|its|their|it|they|he|she|we|you|there|no|all|both)\b)"
)
"""The word where it sets a condition: not "who provided data", "has provided few details"."""
_IF = r"(?<!\basked )(?<!\bask )(?<!\basking )(?<!\bsee )(?<!\bknow )(?<!\beven )(?<!\bas )"
"""Not before an "if" that only asks, or sets no condition."""
CONDITION = re.compile(
    rf"\b(?=[acioups])(?:(?:only )?(?:{_IF}if|unless|{_PROVIDED}|on condition that|as long as|assuming|in case|"
    r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<![“\"])subject to|"
    r"subject to(?= (?:\w+ ){0,2}(?:approval|ratification|consent|agreement|vote)\b)|"
    r"contingent on|pending|in exchange for|in return for)\b[^,;.:!?()“”\"—–]{3,160})",
    re.IGNORECASE,
)
"""What sets a condition, with what it is. Its first letters are told first, so that other words are passed quickly."""
_WORD = r"[\w’'-]+(?:,\d{3})*"
_PHRASE = rf"(?:the |its |our |their |all |every |an? )?(?:{_WORD}\s+){{0,3}}?{_WORD}"
BENEFICIARY = re.compile(
    rf"\b(?P<led>to|for)\s+(?P<who>(?P<head>{_PHRASE})(?:\s+of\s+(?!\d|up\b|about\b|over\b){_PHRASE}){{0,2}})"
    r"(?=\s*(?:$|[,.](?=\s|$|[”\"’)])|[;:!?)”\"]|"
    r"\s(?:by|in|over|within|before|until|during|on|at|with|from|if|and|who|whose|that|to|through|as|"
    r"next|this|after|under|of|for|each|every|per)\b))",
)
