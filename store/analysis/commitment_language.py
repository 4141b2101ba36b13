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
    commit="commit commits committed committing",
    agree="agree agrees agreed agreeing",
    decide="decide decided decides deciding resolved opted chose",
    plan="plan plans planned planning intend intends intending aim aims aiming preparing prepares",
    purpose="intended aimed designed meant",
    propose="propose proposes proposed proposing",
    seek="seek seeks sought seeking hopes hope hoped hoping wants want wanted trying tries tried working "
    "looking bid considering mulling weighing",
    ready="ready prepared willing determined poised eager",
    offer="offer offers offered offering volunteered",
    threaten="threaten threatens threatened threatening",
    schedule="scheduled due slated set",
    expect="expects expect",
    oblige="obliges oblige obliged obligates obligate binds requires require",
    forecast="expected forecast forecasts projected predicted likely estimated anticipated tipped",
)
"""Kind of cue by verb form; it takes "to" and an infinitive, and of pledges and agreements a noun or "that" too."""

CONCLUDED = _words(
    "signed signs inked concluded concludes struck reached reach sealed clinched finalized finalised adopted adopts "
    "approved approves endorsed ratified brokered hammered worked drew drafted unveiled unveils announced announces "
    "announce launched launches introduced outlined laid rolled"
)
AGREEMENTS = _words(
    "agreement agreements deal deals accord accords pact pacts treaty treaties memorandum memorandums contract "
    "contracts protocol roadmap truce ceasefire cease-fire settlement compromise arrangement understanding "
    "declaration"
)
PLANS = _words(
    "plan plans programme program programmes programs strategy initiative package proposal proposals project scheme"
)
GOALS = _words("goal goals target targets objective objectives")
PROMISES = _words("pledge pledges promise promises vow vows commitment commitments undertaking guarantee guarantees")
INTENTIONS = _words(
    "plans plan intention intentions effort efforts bid proposal proposals goal goals aim offer mission threat threats"
)

STRENGTHS: dict[str, Strength] = {
    "plan": "soft",
    "seek": "soft",
    "ready": "soft",
    "offer": "soft",
    "threaten": "soft",
    "schedule": "soft",
    "goal": "soft",
    "intention": "soft",
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
    "explained noted stressed wrote writes tweeted promised pledged vowed claim claims claimed argued suggested "
    "indicated revealed disclosed repeated argues arguing emphasized emphasised signaled signalled reported assured"
)

FIRST = _words("i we")
THIRD = _words("he she they")
NO_ACTOR = _words(
    "you there this that these those what which nothing something everything anything nobody everyone somebody "
    "anyone no one everybody people many some most few more all both each none others voters viewers readers"
)
ACTORS = _words(
    "government ministry minister company firm president official party bank council parliament agency team leader "
    "side country state nation campaign administration police army military union commission committee board group "
    "airline operator authority city governor mayor senator lawmaker congressman spokesman spokeswoman spokesperson "
    "court university college school department office organization organisation foundation fund association "
    "alliance coalition cabinet candidate nominee secretary chairman chairwoman chief director ambassador "
    "delegation house senate congress service network owner maker manufacturer builder partner donor member head "
    "king queen prince chancellor premier prosecutor attorney general regulator club federation league organizers "
    "organisers moderator democrats republicans publisher carrier retailer giant startup developer investor "
    "institute institution region province district municipality town village hospital bloc panel pac jury bureau "
    "newspaper broadcaster syndicate utility consortium corporation mission forces troops rebels negotiators envoy "
    "diplomats editor employer workers teachers doctors farmers scientists researchers bishop pope client lawyer "
    "operative neighbor neighbour ally"
)
INANIMATE = _words(
    "act ad agreement aircraft airport amendment answer app bill book bridge building car case change concert cost "
    "crisis dam data day deal debate decision device document economy effect election event exhibit exhibition "
    "facility factory festival film future game impact issue law legislation line machine majority manifesto market "
    "match measure money movie night nomination number outcome paper percent phone pipeline plan plant policy poll "
    "port price problem process product program programme proposal provision question race railway rain rate reactor "
    "report result returns road rule ruling season series service ship show site situation software station storm "
    "story study summer system tax taxes technology temperature text thing time tournament train tunnel vehicle visa "
    "vote war way weather week wind winter world year"
)

ACTIONS = _words(
    "abolish accelerate accept accompany achieve acquire act activate adapt add address adjourn adjust administer "
    "admit adopt advance advertise aid air align allocate allot allow alter amend announce annul answer apologize "
    "appeal apply appoint appropriate approve arbitrate arm arrest assemble assess assign assist assume attack attend "
    "auction audit authorise authorize automate avoid award axe back bail balance ban bankroll bar barricade beef "
    "begin bid bind block bolster bomb boost borrow bottle boycott breach brief bring broadcast budget build bus buy "
    "bypass call campaign cancel cap capture carry cease cede certify challenge channel charter check circulate "
    "classify clean clear close co-operate coach collect combat combine commemorate commence commission commit "
    "compensate compete compile complete comply concede conclude condemn conduct confirm confiscate connect "
    "consolidate construct consult contest continue contract contribute convene convert convict cooperate coordinate "
    "counter cover crack create cross curb curtail cut debate debut decide declare declassify decommission decrease "
    "dedicate deepen defend defer defund defy delay delegate deliver demand demilitarize demobilize demolish deploy "
    "deport deposit deregulate descend designate destroy detain develop devise devote dig digitise digitize direct "
    "disarm disband disburse disclose discontinue discuss dismantle dismiss dispatch dispose disrupt distribute "
    "diversify divert divest divide donate double double-check downgrade draft dredge drill drive drop earmark ease "
    "edit educate elect electrify eliminate embark embrace employ enact encourage end endorse enforce engage enlarge "
    "enlist enrich enrol enroll ensure enter equalise equip erect escalate establish evacuate evict examine exchange "
    "exclude execute exempt exhibit exit expand expedite expel explore expropriate extend extinguish extradite "
    "facilitate feed field fight file fill film finalise finalize finance finish fire fix fly focus follow forbid "
    "forge forgive form free freeze fulfil fulfill fund furnish gather give grant green grit guarantee halt hammer "
    "hand handle harden heed help hike hire hold honor host house implement import impose impound improve incinerate "
    "incorporate increase index indict inform initiate inject inoculate insist inspect install insulate insure "
    "integrate intensify intercept intervene introduce invade invest investigate invite irrigate isolate issue jail "
    "join keep launch lay lead lease leave legalize legislate lend leverage levy license lift lighten limit liquidate "
    "list load loan lobby lock lodge lower mail maintain make man manage manufacture map march market match measure "
    "mediate meet merge migrate mine minimise minimize mitigate mobilise mobilize modernise modernize modify monitor "
    "mount move name nationalise nationalize negotiate nominate normalise normalize notify observe obtain occupy "
    "offer offload offset open operate oppose optimise order organise organize outlaw outline outsource overhaul "
    "oversee overturn pardon park participate partner pass patrol pave pay penalise penalize permit phase "
    "pilot pioneer pipe plan plant plough police pool post postpone pour power prepare present preserve preside press "
    "prevent price print prioritise prioritize privatise privatize probe proceed process proclaim procure produce "
    "program prohibit prolong promote propose prosecute protect provide publicise publicize publish pull punish "
    "purchase push put quadruple quarantine quit raise rally ratify re-examine re-open reaffirm reassess rebrand "
    "rebuild recall recapitalise recapitalize reclaim recognise recognize recommend reconnect reconsider "
    "reconstruct reconvene record recover recruit recycle redeploy redesign redevelop redirect redistribute redouble "
    "redraft redraw reduce reelect refer refinance refit reforest reform refrain refund refurbish refuse regain "
    "register regulate rehabilitate rehouse reimburse reimpose reinforce reinstate reintroduce reinvest reject "
    "relaunch relax relay release relinquish relocate remain remedy remodel remove remunerate rename renegotiate "
    "renew renounce rent reopen reorganise reorganize repair repatriate repay repeal rephrase replace replant "
    "replenish reply report repossess represent reroute rescind rescue resettle reshape reshuffle resign resist "
    "resolve respond restart restore restrict restructure resubmit resume resurface retain retaliate retest retire "
    "retrain retrieve retrofit return revamp reveal revert review revise revitalize revoke reward rewrite ring-fence "
    "roll roof route rule run safeguard sail salvage sanction scale schedule scrap screen scrutinize seal search "
    "secure seek seize select sell send sentence separate serve set settle share shed shelter shelve shield shift "
    "ship show shut shutter shuttle sign simplify skip slash slow soften source speak speed spend split sponsor spray "
    "spread stage stand standardise standardize start station stay step stick stockpile stop streamline strengthen "
    "strike strip structure subcontract submit subsidize substitute sue summon supply support surrender suspend swap "
    "sweep switch sync tackle take talk target tax teach team tear tender terminate test testify tighten toughen "
    "trade train transfer transition travel treat trial trim triple try turn undertake undo unify unload unlock "
    "unveil update upgrade uphold upload urge use usher utilise utilize vacate vaccinate verify vet veto visit void "
    "volunteer vote wage waive wall warn weaken weed weigh whip widen wipe wire withdraw withhold withstand work"
)
NO_CONTROL = _words(
    "accrue affect amount appear arise astonish attract await become believe belong benefit climb collapse comprise "
    "confuse consider contain cost crash decline depend depress deserve deteriorate determine die differ disappear "
    "dominate dwindle earn emerge encounter enjoy equal erode evolve exist experience expire face fail fall feel find "
    "flood flow gain generate get grow happen hate have hear hope hurt incur inherit inspire jump know lack last "
    "learn lie like likely look loom lose love materialise materialize matter mean merit miss need notice occur "
    "originate outlive outnumber overwhelm owe persist plummet plunge profit prove rain realize receive reflect "
    "regret remember require resemble resent resonate result rise rot save score see seem shine shock shrink sink "
    "slip snow soar spark stem struggle stumble suffer suit surge surpass surprise survive swell think thrive top "
    "tumble understand vary wait wane want win wish wonder worsen"
)

DOUBT = _words(
    "sometimes often usually may might could perhaps maybe possibly probably likely unlikely unclear whether hopefully"
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
    "doubts fear fears hope hopes expect expects"
)
DENIALS = _words(
    "denied denies denying deny failed fails failing refused refuses declined declines reneged abandoned abandons"
)
REJECTIONS = _words(
    "rejected rejects rejecting opposed opposes opposing blocked blocks scrapped shelved dropped cancelled canceled "
    "halted dismissed criticized criticised criticizes criticises attacked condemned mocked questioned nothing"
)
"""Verbs whose object, a plan or promise, is not made by their subject."""
NEGATIONS = _words("not n't never no nor neither without")
ADVERBS = _words(
    "also now still soon always never not n't only even just then again today tomorrow ever once already further "
    "instead either simply really all both each jointly together first sometimes often usually to"
)

CONDITION = re.compile(
    r"\b(?:(?:only )?(?:if|unless|provided(?: that)?|on condition that|as long as|assuming|in case|subject to|"
    r"contingent on|pending|in exchange for|in return for)\b[^,;.:!?()“”\"—–]{3,160})",
    re.IGNORECASE,
)
BENEFICIARY = re.compile(
    r"\b(?:to|for)\s+((?:the |its |our |their |all |every |an? )?(?:[\w’'-]+\s+){0,3}?[\w’'-]+)"
    r"(?=\s*(?:$|[,.;:!?)”\"]|\s(?:by|in|over|within|before|until|during|on|at|with|from|if|and|who|that|to|through|as|"
    r"next|this|after|under|of|for)\b))",
)
