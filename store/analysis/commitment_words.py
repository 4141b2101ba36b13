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
+0.40 announced continue pledge receive research vowed
+0.35 authorities available border build release support things
+0.30 attorney experts funding has investigation look percent plan pledged review ruled tomorrow won
+0.25 boost carried details discuss focus free involve issued its legal measures out planned plant promised provided
  schools seek sign those threatened threats to wants week will withdraw
+0.20 action administration allegations apply budget candidate case central consultations corruption d deportations
  design effectively eliminate everybody fair flights force foreign hold homes immigration live met nominee officially
  order phase pilot pledges policies prime promise r repeal starting statement steps talks think told top use
+0.15 after ago all already analysis appropriate armed bloc bottom built carry cash civilian close closing coalition
  communities comprehensive condition coordination currently cut de deal deploy deportation deputy did dispute
  dividend duty each enforcement envoy equipment establish establishment euros event everyone exchange extra finance
  financing five flag floor from get government governor hand holders home hospital included increase independent
  industrial initiative intended intention investigate joint last launch leader legislation limit loan matter military
  ministers nation necessary negative news next of officers officials option organisations owned part participate port
  proceeds process protected protest purchase pursue quoted reached refuse released remains repeat reports
  representatives response rules said same signed speech stage stressed strike subject taking tariffs tests towards
  travel tribunal under vehicle vessels wall weapons welcomed where why workers
+0.10 account accounts accused achieve acres activists adding addition additional aid aims allowed also alternative
  ambitious amount and announce anybody anything appeal appearance approved arm arrest ask assume assurance assurances
  automatically ban began begun big bin brief building businesses cabinet cable called calling campaign care centres
  charges citing claims climate committee company complaint compliance computer concluded consequences consider
  considered contest contracts contribution corporate corporation curb customers customs cuts deals deaths decided
  dedicated deep defence delegation develop diplomatic disputed district doctors doing don draft dropped drugs effort
  eight emissions enemy established estimate evidence existing expand expanded expert explore exports failed father
  fight file firms first forces forthcoming francs fuel full general generally giant groups headquarters hearings
  helicopters highest holds honor host however human humanitarian identify illegal illegally immediately implement
  includes increases indicated individual initially initiate initiatives insurance international invest investigations
  investigators jointly known laws lawyers leaders leadership leading learning letter line local luxury made majority
  mandate mass meet migration million mines minister ministry mln monitor month mosques movement n national nations
  negotiate new now obligations on open operations opposition organizations others overhaul owner pact page pay pct
  perform personal place planning plants played police politicians popular presence primary private products profit
  profitable programme promising proposes prosecutor protests published pull rate reaffirmed red regulations related
  religious remainder renew repeated repeatedly replace require rescind resist retaliation return ruling sanctions
  schedule scrap search seeking separate serve served setting settled shareholders sharing sides similar single social
  southern spending stance started state stated statements stations stock stop submitted successful suspected systems
  t tax technical terms terror test then timetable today tonnes took tour traditional transition treatment
  understanding units unless urge version very voluntary volunteers warning waters wealthy website what wins work
  working yesterday zones
+0.05 a abolish abortions abuse accord according acting actions activity added addressed adjustment administrative
  advice advised agency agent agents aimed aiming air airline alleged alliance along announcing annual answer
  application appointment approval army arrangement arrested assets assist association asylum attacks attempt auction
  autumn aviation barrel barriers base bear begins bid biggest billion body bolster bond bonus borrowers boycott
  breach broadcast brought bureau bus buy by came camp cannot capabilities capital carbon card cargo carrying cars
  caught ceasefire centre cents century chairman children chip chips choices citizens city clearly closed code
  collective combat commercial commission commissioner committed committees commodities common communique companies
  competitive complicated concern concerns concessions confirmation congressional connected conservatives consolidate
  contained contract controls controversial cooperate core cotton council counsel counter country creation creditors
  criticism criticized data date debts decades deciding decline decree defended deposit deposits detailed detention
  determine devices direct directed discussion dividends division document domestic drug dumping during east education
  efficiency elderly elected election electoral elsewhere email emails employees encouraged end engine engineering
  entered entering enterprises entry equity equivalent events everything executives exercise expanding expectation
  explained exploration facilities factory fears feature fewer findings fire fixed flow food for form formal forms
  forward foster founder franc freedom front further gains generated giving gold governing governors green happen
  happens having headed hearing helicopter heritage higher hiring hotels hour hours house http hundreds identity
  immediate immigrants implementation implemented imposed imposing in incentives incident incidents including inform
  infrastructure inquiry institution institutions insurers intend intends interest internal intervention introduce
  investing involved island islands issue jobs journalists keep keeping kept killing labour larger later led levels
  leverage levy liabilities lift lifted light linkedin list litigation loans locations looking losing maintained
  mandatory massive maturity mechanism medical meeting memorandum memory mention migrants millions miners mining
  missile mistake model monitoring moratorium move multiple named nationals nature negotiating negotiator newspaper
  nine no nomination normal north notes office official oil ongoing operating oppose orders output outstanding over
  overseas own ownership paper particular parties party pending per percentage petition placed places pledging polls
  pollution ports potentially practice premiums preserve press previously primarily procedure procedures processing
  producer producing professional programmes programs properties proposal proposing prosecution prosecutors
  protectionism prove public punishment put questioned questions rally ranges rates reasons receiving recently
  recommendations reddit reducing reductions reference refinery refugee refused regard regarding region regulatory
  rejects relief rely removed repay repayment repayments replacement reportedly reporters representation representing
  request requests requirement rescue reshuffle resolution resources retaliate returned reveal revealed revenues
  revised rice rises rising rival row running s savings scene scope sea seamen seat seeks sent service shall share
  shareholder shift ship ships short showed sites smaller something son source space speaker speaking speed spent
  spokesman spokeswoman spot standard standards stands status steel stimulate stopped stores streets studies study
  stumble subsidiary subsidy supported supporters sure surplus suspended sweeping system tackle takes target tariff
  team teams technology telecommunications telling ten territorial terrorism the thinking third three timing tonne
  traded trail training transfer treat trees trigger troops truck turned union unit university unspecified unveiled us
  using various venture vice violence visit visits vital voted want wanted warned watching we welcome well went wide
  wider wife winter with women worldwide worth year yet yield your zone
-0.05 about above absolutely accelerate accepted accordance accounting achieved acquisition act actively actually
  address adds adequate advance adviser advisers affair afraid again against aides airlines allowing alone
  alternatives ambassador an announcement apparently appeared applications are areas arguing arrive article as asked
  asking aspects associated attack attempts attorneys authority average award back backed banks basic basis be beat
  becomes behind being believed believes benefit bigger bilateral bills bit black blame blood blow bodies books box
  branch brand brands breaking broader broke buildings burden business buyers buying c ca can candidates capture
  career carefully carriers cases ceiling certain certificates chances change changes character choose circulation
  civil claim clean clear clients coffee collect combined commitments commodity communications competitiveness
  completed completely complex comply concept conditions conference confidence conflict conflicts considerable
  consistent consortium constitutional consumer consumers continent continued conversation convicted coordinated cope
  costs counterpart created creating credibility credit crew critical current dam damaged dangerous dealing debate
  debates debt debtor debtors decides decisions deeply defeat defend deficits delay deliver deny department depends
  determined determining dialogue die differences digital dinner diplomat discount discrimination discussing
  discussions dlrs do doesn dollars done double drain drop drought duties e eager earlier easy economies economist
  efforts either electricity employers employment ending enhance enjoy entire essential estimates ethnic evening
  eventually ever expansion expected expects expensive exporting extended eyes faced facilitate facing factor
  factories fail failure falling families fans farmers fee fellow felt field fifth fighters fighting figures filed
  final finally find finding fine firmly fix flight flows followed foot forced forecasts foreigners format formed
  forum found four fourth freeze fresh friend friends fund futures gap gathered gathering getting go goal goes going
  got govern grains granted greatest greatly guarantee guilty gun happened happy harm have headlines heads hear heard
  heavily helping her highly history holding houses https hurt idea ideas imported improvement incentive income
  increasing increasingly index indicate industries inflation influence injury innovation inside institute instruments
  investigating investment investments involvement itself jail joined journey jury justify key killed kind knew knows
  lack land language latest launched law lawsuit lead learn letters level liberal like liquidity lives living located
  looks lost lot love magazine main maintaining make manage managed manufacturers mark market marks marriage material
  maturing maybe meaning membership message middle militants mill mind minutes missed modest monetary morning mostly
  mounting moved music name names natural needed night none nor northern note notice noting occurred off offer
  offering old ones opening operators opposed optimism originally ourselves outline outlook par parent participants
  participation partly partners passed past path pattern peace peaceful person personally personnel persuade plus
  pointed policy politician poor pose positions positive post practices preferred present presented presidents prices
  principle principles prior priority produce producers product professor projected promote proper properly proposals
  proposed provide providing provisions pursuing pushing putting quarter quarters question quick quickly quotas rain
  range rating reaction read real realize rebel rebels rebuild received recommendation record reduce reduction
  referred reform regular regulation reiterated reject rejected relationships relatively religion reluctant remain
  remarks remove renewed repair repurchase requires rescheduling residents resign resignation respect responded
  responsibility restructuring result revive risk risks road room round route routes run rural safe safety sale save
  saying scenario scheduled scientific section sector seeing seem seemed seen sell selling senior sentiment serious
  serving session setback settle sexual sharply showing shut side signal signature significant simple since sit site
  skills slash slow society solve someone sooner sort sought sound speak speculation spirit split spoke spread
  stability stable stake start states steadily steady stg stocks stood store strategy strength striking struggle
  struggling students subsidiaries subsidies success successor such suicide supply supports surely surpluses surprise
  surveillance survive suspension sustain symbol talk targeted task taxes technologies temperatures tensions terrorist
  thank that therefore thinks threatens tie tone tonight tough toward track transactions treasury treated trial tries
  trim trouble trust tweet two types unacceptable uncertain uncertainty unclear undermine understand underway unfair
  uninsured unlikely unprecedented upgrade useful vehicles via victim victims video violate visitors vote voters w war
  warn water weaken wealth weapon weeks whatever wheat whom widely willing winds wish withdrawal within worked works
  worse worst wrong years yen yes yields you young
-0.10 abortion absence accept accountable acknowledged add advanced affect agriculture aim allies although analysts
  anger another anyone appears approach bankers bar based became becoming before best bill bomb but cancer cast
  challenge chance charge choice cities closely commander comment comments commit compared compensation compete
  competition concentrate confident confirmed considering constitution construction consumption continues contrary
  course court courts coverage currency damage danger dead deadline death decide declared declined decrease delivered
  demand democracy democratic departure depend deployed destroy documents does door economists efficient employee
  ended enough ensure every expect experience export exporters extend extremely f face factors farm faster fear
  fighter fill financial fiscal formula foundation future gain garda gas give global goals grab greater ground group
  grow growing guaranteed had half heart heavy his hit hopeful hopes hoping housing huge husband increased indication
  intelligence interests into investor job join judges judgment knowledge largest lawmakers lay leaves left less life
  limits lines little lose loss losses low makes management margin means meant merger mission moment mother museum
  must nearly necessarily never noted nuclear occupation offers offices offshore often one online opinion opponents
  opportunity options or other our overall paid particularly partner perhaps period permit political population
  position possible preparing presidency president presidential price problem proceedings profits progress promises
  purchases quality rallies rather reality really recent recover reduced referendum regional regulators remained
  report reporting required requirements reserves resolved respond rest restore resume rid right rise rivals roll
  roughly science season secretary seems senator series seriously set settlement shows signs simply situation size
  snow specific spokesperson stay story strikes strongly suggest suggested summit sustainable tactics targets
  television temporary there they this thousands threaten ties time together town trade transportation treaty trillion
  trip upcoming value voice votes voting wait weather when whose wo words workplace wrote
-0.15 able agencies agricultural ahead almost always among analyst any apart attention away balance battle bridge
  chose comes coming could crisis day different director dollar driving early earnings effect elections emergency
  enable energy ensuring enter especially faces fact family far film firm forecast governments hands he health high
  hoped important improve industry investors issues just kill late limited manager mean members might months more my
  needs negotiations number once opportunities optimistic parliamentary plane possibility predicted purpose push
  relations relationship remaining says school securities services shape shared should show shown six so stand step
  still strategic their thing through times too truth ultimately unable until upon vision while who win without world
-0.20 ability agree allow argued avoid believe beyond claimed commitment cooperation decision drive even former great
  guarantees hard i interview is it long may member nothing ordered pass play power pressure probably problems reach
  rule see several she significantly sources strong these threat trying turn views whether which
-0.25 agenda because been better between bring challenges create deficit development discussed due hope how man many
  markets me most much some term were
-0.30 community economic economy environment good growth know leave likely need only say was
-0.35 both difficult people
"""
"""A weight, then the words that have it."""

WORDS: dict[str, float] = {
    word: float(weight) for weight, words in re.findall(r"([+-][\d.]+) ([a-z\s]+)", _TABLE) for word in words.split()
}
"""The weight of each word; others weigh nothing."""
