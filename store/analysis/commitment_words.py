"""What each word of a sentence adds to the confidence that it holds a commitment: log-odds. Figures and words
that begin with a capital, as names do, are left out.

Fitted with the weights of `commitment_weights`, held back far more: a word alone decides nothing, many together do
(tests/benchmarks/fit_commitments.py).
"""

from __future__ import annotations

import re

WORD = "word "
"""Before a word, it makes the word a trait of the sentence."""
_TABLE = """
+0.65 plans
+0.55 agreed include
+0.50 if used
+0.45 agreement money
+0.40 announced available pledge receive research vowed
+0.35 authorities border build continue release support things tomorrow
+0.30 attorney funding investigation look percent plan planned pledged review ruled won
+0.25 boost carried details discuss experts focus free has involve issued its legal measures order out plant promised
  provided schools seek sign steps those threatened threats to wants week will withdraw
+0.20 action administration allegations apply budget candidate case consultations corruption d deportations design
  effectively eliminate everybody fair force foreign hold homes immigration live met military nominee officially phase
  pilot pledges policies prime promise r reached repeal starting statement talks think told top use
+0.15 after ago all analysis announce appropriate armed bloc bottom built carry cash central civilian close closing
  coalition comprehensive condition contracts coordination currently cut de deal deploy deportation deputy did dispute
  dividend duty each enforcement envoy equipment establish establishment euros event everyone exchange extra finance
  financing five flag flights floor from get government governor hand holders home hospital included increase
  independent industrial initiative intended intention investigate joint last launch leader legislation loan matter
  ministers nation necessary negative news next of officers officials option organisations owned participate port
  proceeds process protected protest purchase pursue quoted refuse released remains repeat reports representatives
  response rules said same signed speech stage stressed strike subject tariffs tests towards travel tribunal under
  vehicle vessels wall weapons website welcomed where why
+0.10 account accounts accused achieve acres activists adding addition additional aid aims allowed already also
  alternative ambitious amount and anybody anything appeal appearance approved arm arrest ask assume assurance
  assurances automatically ban began begun big bin brief building businesses cabinet cable called calling campaign
  care centres charges citing claims climate committee communities company complaint compliance computer concluded
  consequences consider considered contest contribution corporate corporation curb customers customs cuts deals deaths
  decided dedicated deep defence delegation develop diplomatic disputed district doctors doing don draft dropped drugs
  effort eight electoral emissions enemy established estimate existing expand expanded expert explore exports failed
  father fight file firms first forces forthcoming francs fuel full general generally giant groups headquarters
  hearings helicopters highest holds honor host however human humanitarian identify illegal illegally immediately
  implement includes increases indicated individual initially initiate initiatives insurance invest investigations
  investigators jobs jointly known laws lawyers leaders leadership leading learning letter limit line local luxury
  made majority mandate mass meet migration million mines minister ministry mln monitor month mosques movement n
  national nations negotiate new now obligations on open operations opposition organizations others overhaul owner
  pact page part pay pct perform personal planning plants played police politicians popular presence primary private
  products profit profitable programme promising proposes prosecutor protests published pull rate reaffirmed recently
  red regulations related religious remainder renew repeated repeatedly replace require rescind resist resolution
  retaliation return ruling sanctions schedule scrap search seeking separate serve served setting settled shareholders
  sharing sides similar single social southern spending stance started state stated statements stations stock stop
  submitted successful suspected systems t taking tax technical technology terms terror test then timetable today
  tonnes took tour traditional trail transition treatment understanding unit units unless urge version very voluntary
  volunteers warning waters wealthy what wins work workers working yesterday zones
+0.05 a abolish abortions abuse accord according acting actions activity added addressed adjustment administrative
  advice advised agent agents agreements aimed aiming air airline alleged alliance announcing annual answer
  application appointment approval army arrangement arrested assets assist association asylum attacks attempt auction
  autumn aviation barrel barriers base bear begins bid biggest billion body bolster bond bonus borrowers boycott
  breach broadcast brought bureau bus buy by call came camp cannot capabilities capital carbon card cargo carrying
  cars caught ceasefire centre cents century chairman children chip chips choices citizens city clearly closed coal
  code collective combat commercial commission commissioner committed committees commodities common communique
  companies competitive complicated computers concern concerns concessions confirmation congressional connected
  conservatives consolidate contained contract controls controversial cooperate core cotton council counsel counter
  country creation creditors criticism criticized data date debts decades deciding decline decree defended deposit
  deposits detailed detention determine devices direct directed discussion dividends division document drug dumping
  during east education efficiency elderly elected elsewhere email emails employees encouraged end engine engineering
  entered entering enterprises entry equity equivalent events everything evidence executives exercise expanding
  expectation explained exploration facilities factory fears feature fewer findings fire fixed flow food for form
  formal forms forward foster founder franc freedom front funds further gains generated giving gold governing
  governors green happen happens having headed hearing helicopter heritage higher hiring hotel hotels hours house http
  hundreds identity immediate immigrants implementation implemented imposed imposing in incentives incident incidents
  including inform infrastructure inquiry institution institutions insurers intend intends interest international
  intervention introduce investing involved island islands issue journalists keep keeping kept killing labour larger
  later lawyer led levels leverage levy liabilities lift lifted light linkedin list litigation loans locations looking
  losing maintained mandatory massive maturity mechanism medical meeting memorandum memory mention migrants millions
  miners mining missile mistake model monitoring moratorium move multiple named nationals nature negotiating
  negotiator newspaper nine no nomination normal north notes office official oil ongoing operating operation output
  outstanding over overseas own ownership paper particular parties party patients pending per percentage petition
  place placed places pledging pollution ports potentially practice premiums preserve press previously primarily
  procedure procedures processing producer producing professional programmes programs proposal proposing prosecution
  prosecutors protectionism prove public punishment put questioned questions raised rally ranges rates reasons
  receiving recommendations reddit reducing reductions reference refinery refugee refused regard regarding region
  regulatory rejects relief rely removed repay repayment repayments replacement reportedly reporters representing
  request requests requirement rescue reshuffle resources retaliate returned reveal revealed revenues revised rice
  rises rising rival row running s savings scene scope sea seamen seat seeks sent service shall share shareholder
  shift ship ships short signing sites smaller soldiers something son source space speaker speaking speed spent
  spokesman spokeswoman spot standard standards stands status steel stimulate stopped stores streets stress studies
  study stumble subsidiary subsidy supported supporters sure surplus suspended sweeping system tackle takes target
  team teams telecommunications telling ten territorial terrorism the third three timing tonne traded training
  transfer treat trees trigger troops truck turned union university unspecified unveiled us using various venture vice
  violence visit visits vital voted want wanted warned watching we welcome well went wide wider wife winter with women
  worldwide worth yet yield your zone
-0.05 about above absolutely accelerate accepted accordance accounting achieved acquisition act actively actually
  address adds adequate advance adviser affair afraid again against aides airlines allowing allows alone alternatives
  ambassador an announcement apparently appeared appears applications are areas arguing around arrive article as asked
  asking aspects associated attack attempts attorneys authority average award back backed banks basic basis beat
  becomes behind being believed believes below benefit bigger bilateral bills bit black blame block blood blow bodies
  books box branch brand brands breaking broader broke buildings burden business buyers buying c ca can candidates
  capture career carefully carriers cases ceiling certain certificates chances change changes character choose
  circulation civil claim clean clear clients coffee collect combined commitments commodity communications
  competitiveness completed completely complex comply concept conditions conference confidence conflict conflicts
  considerable consistent consortium constitutional consumer consumers continent continued conversation convicted
  coordinated cope costs counterpart court created creating credibility credit crew critical current dam damaged
  dangerous dealing debate debates debt debtor debtors decides decisions deeply defeat deficits define delay deliver
  deny depends despite determined determining dialogue die died differences digital dinner discount discrimination
  discussing discussions distribution dlrs doesn dollars done double drain drop drought duties e eager earlier easy
  economies economist efforts either electricity employers employment ending enhance enjoy entire essential estimates
  ethnic evening eventually ever expansion expected expects expensive exporting extended eyes faced facilitate facing
  factor factories fail failure fairly falling families fans farmers fee feet fellow felt field fifth fighters
  fighting figures filed final finally find finding fine firmly fix flight flows followed foot forced forecasts
  foreigners format formed forum found fourth freeze fresh friend friends fund fundamentals future futures gap
  gathered gathering getting go goal goes going got govern grains granted greatest greatly guarantee guilty gun
  happened happy harm have headlines heads hear heard heavily helping helps her highly history holding houses https
  hurt idea ideas imported improvement incentive income increasing increasingly index indicate industries inflation
  injury innovation inside institute instruments investigating investment investments involvement itself jail journey
  judgment jury justify killed kind knew knows lack land language large latest launched law lawsuit lead learn letters
  level liberal liquidity lives living located lost lot love magazine main maintaining make manage managed
  manufacturers mark market marks marriage material maturing maybe meaning membership message middle militants mill
  mind minutes missed modest monetary mostly mounting music name names natural needed night none nor northern note
  notice noting occurred off offer offering old ones operators opposed optimism originally ourselves outline outlook
  par parent participants participation partly partners passed past path pattern peace peaceful person personally
  personnel persuade plus pointed policy politician poor pose positions positive post practices preferred present
  presented presidents prices principle principles prior priority produce producers product professor project
  projected promote proper properly proposals proposed provide providing provisions pursuing pushing putting quarter
  quarters question quick quickly quotas rain range rating reaction read real realize rebel rebels rebuild received
  recommendation record reduce reduction referred referring reform regular regulation reiterated reject rejected
  relationships relatively religion reluctant remain remarks remove renewed repair repurchase requires rescheduling
  residents resign resignation respect responded responsibility restructuring revive risk risks road room round route
  routes run rural safe safety sale save saying scenario scheduled scientific section sector seeing seem seemed seen
  sell selling senior sentiment serious serving session setback settle sexual sharply showing shut side signal
  signature significant simple simply since sit site skills slash slow society solve someone sooner sort sought sound
  speak speculation spirit split spoke stability stable stake start steadily steady stg stocks stood store strategy
  strength striking struggle struggling students subsidiaries subsidies success such suicide supply supports surely
  surge surpluses surprise surveillance survive suspension sustain sustainable symbol talk targeted task taxes
  technologies temperatures tensions territory terrorist thank that therefore thinks threatens tie tone tonight tough
  toward track transactions treasury treated trial tries trim trip trouble trust tweet two types unacceptable
  uncertain uncertainty unclear undermine understand underway unfair uninsured unprecedented upgrade useful usually
  vehicles via victim victims video violate visitors vote voters w warn water weaken wealth weapon weeks whatever
  wheat whom widely willing winds wish withdrawal within wo worked works worse worst wrong years yen yes yields young
-0.10 abortion absence accept accountable acknowledged add advanced affect agriculture aim allies although analysts
  anger another anyone approach bankers bar based became becoming before best bill bomb but cancer cast challenge
  chance charge choice cities closely commander comment comments commit compared compensation compete competition
  concentrate confident confirmed considering constitution construction consumption continues contrary course courts
  coverage currency damage danger dead deadline death decide declared declined decrease delivered demand democracy
  democratic departure depend deployed destroy documents does door economists efficient employee ended enough ensure
  every expect experience export exporters extend extremely f face factors farm faster fear fighter fill financial
  fiscal formula foundation gain garda gas gather give global goals grab greater ground group grow growing guaranteed
  had half heart heavy his hit hopeful hopes hoping housing huge husband improve increased indication industry
  influence intelligence interests investor job join judges key knowledge largest lawmakers lay leaves left less life
  like limits lines little looks lose loss losses low makes management margin means meant merger mission moment mother
  museum must nearly necessarily never noted nuclear occupation offers offices offshore often one opening opinion
  opponents opportunity options or other our overall paid particularly partner perhaps period permit political
  population position possible preparing presidency president presidential price problem proceedings profits progress
  promises purchases quality rallies rather reality really recent recover reduced referendum regional regulators
  remained report reporting required requirements reserves resolved respond rest restore result resume rid right rise
  rivals roll roughly science season secretary seems senator series seriously set settlement shows signs situation six
  size snow specific stay story strikes strongly suggest suggested summit tactics targets television temporary there
  they this thousands threaten ties time together town trade transportation treaty trillion unlikely upcoming value
  voice votes voting wait war weather when whose words workplace wrote
-0.15 able agencies agricultural ahead almost always among analyst any apart attention away balance battle bridge
  chose comes coming could crisis day different director dollar driving early earnings effect elections emergency
  enable energy ensuring enter especially faces fact family far film firm forecast governments hands he health high
  hoped important into investors issues just kill late limited manager mean members might months more my needs
  negotiations number once online opportunities optimistic ordered parliamentary plane possibility predicted probably
  purpose push relations relationship remaining says school securities services shape shared should show shown so
  sources spokesperson stand step strategic their thing through times too truth ultimately unable until upon vision
  while who win without world
-0.20 ability agree allow argued avoid believe beyond bring claimed cooperation create decision drive even former
  great guarantees hard i interview is it long may member nothing pass play power pressure problems reach rule see
  several she significantly still strong these threat trying turn whether which
-0.25 agenda because been better between challenges commitment deficit development discussed due hope how man many
  markets me most much some term views were
-0.30 community economic economy environment good growth know leave need only people say was
-0.35 both difficult
-0.40 likely
"""
"""A weight, then the words that have it."""

WORDS: dict[str, float] = {
    word: float(weight) for weight, words in re.findall(r"([+-][\d.]+) ([a-z\s]+)", _TABLE) for word in words.split()
}
"""The weight of each word; others weigh nothing."""
