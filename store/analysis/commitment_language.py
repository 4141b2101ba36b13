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
    forecast="expected forecast forecasts projected predicted likely estimated anticipated tipped expects expect",
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
    "bill law act plan proposal policy deal agreement program programme system election vote race debate poll "
    "economy market price rate tax taxes cost case issue question problem story report film movie book show season "
    "game storm weather rain wind winter summer temperature change result outcome impact effect number percent "
    "majority future world war crisis process situation time day year week night decision ruling measure rule "
    "provision amendment ad legislation event series money nomination thing way answer data study technology visa "
    "returns"
)

ACTIONS = _words(
    "abolish accelerate accept achieve act add address adopt advance aid air allocate allow amend announce answer "
    "apologize appeal apply appoint approve arrest assist assume attend auction audit avoid award back ban bar "
    "barricade begin bid block bolster boost boycott bring broadcast build bus buy call campaign cancel cap cease "
    "certify challenge check clear close collect commission commit compensate complete comply concede conduct "
    "confirm connect construct consult continue contribute convene cooperate cover crack create curb cut debate "
    "decide dedicate defend defer defy delay deliver demand demolish deploy deport designate destroy develop devote "
    "direct discuss dismantle dispatch divest donate double drop educate eliminate embrace employ enact encourage "
    "end endorse enforce ensure equip escalate establish evacuate examine exceed exclude expand expedite expel "
    "explore extend file finance finish fire fix fly follow free freeze fulfil fulfill fund gather give grant "
    "guarantee halt hammer hand harden heed help hire hold honor host implement impose improve increase indict "
    "inform insist inspect install intensify intervene introduce invade invest investigate invite issue join keep "
    "launch lay lead leave legalize lend lift limit liquidate loan lobby lower mail maintain make meet mobilize "
    "modernize monitor move name nationalize negotiate nominate notify observe obtain offer open oppose order "
    "organize outline overhaul oversee overturn participate patrol pay permit persist phase plant plough post "
    "postpone prepare present preserve preside press prevent prioritize privatize process procure produce prohibit "
    "promote propose prosecute protect provide publish pull punish purchase push put raise ratify reach reaffirm "
    "rebuild recall receive recognize recommend reconsider reconvene recruit redirect redouble reduce reforest "
    "reform refrain refund refuse regulate reimburse reinstate reject release relinquish relocate remain remove "
    "rename renegotiate renew renounce reopen repair repay repeal replace reply report represent rescind resign "
    "resist resolve respond restore resume retain retaliate retire return revamp reveal review revise revitalize "
    "revoke rewrite roll run scale scrap scrutinize secure seek seize sell send separate serve set settle share "
    "shift show shut sign skip slash soften speak spend sponsor stage stand start stay step stick stockpile stop "
    "strengthen strike strip submit subsidize sue supply support surrender suspend switch tackle take talk target "
    "teach team tear terminate testify toughen train transfer transition travel treat triple try turn unveil update "
    "upgrade uphold urge use vaccinate vet veto visit void vote wage waive wall warn weigh widen wind wipe withdraw "
    "withhold withstand work"
)
NO_CONTROL = _words(
    "affect appear become believe belong benefit consider contain cost decline depend depress deserve determine die "
    "enjoy exist expire face fail fall feel find get grow happen hate have hear hope hurt inspire know learn like "
    "likely look lose love matter mean need notice owe prove realize reflect regret remember require result rise "
    "save say see seem struggle suffer survive tell think understand wait want win wish wonder"
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
    "worry worries think thinks thought believe believes believed predict predicts predicted guess bet doubt doubts "
    "fear fears hope hopes expect expects"
)
DENIALS = _words("denied denies denying deny failed refused declined reneged abandoned")
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
