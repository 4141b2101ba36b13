"""What each word of a sentence adds to the confidence that it holds a commitment: log-odds. Figures and words
that begin with a capital, as names do, are left out.

"before:they" is a word at a place about the cue: the cue itself, the three words before and after it, the verb it
governs, the first word and the head of its subject.

Fitted with the weights of `commitment_weights`, held back more: a word alone decides nothing, many together do
(tests/benchmarks/fit_commitments.py).
"""

from __future__ import annotations

import re

NAME, FIGURE = "Name", "0"
"""What stands for every name, and every figure, at a place about the cue."""
WORD = "word "
"""Before a word, it makes the word a trait of the sentence, or with its place of the cue."""
_TABLE = """
+1.35 verb:consider
+1.30 verb:include
+1.15 cue:plans
+1.10 cue:vowed
+0.95 cue:pledged
+0.90 cue:pledge verb:seek
+0.85 before:a cue:threatened verb:build
+0.80 after:continue before:has cue:agreement
+0.75 cue:wants verb:look
+0.70 head:proceeds verb:close verb:involve
+0.65 after:focus after:look before:money cue:agreed head:) head:order verb:get
+0.60 cue:plan cue:promised first:about head:an verb:a verb:file verb:publish
+0.55 after:also after:work before:) before:government cue:planned first:there head:money verb:assume verb:curb
  verb:focus verb:host
+0.50 after:hold before:authorities before:sides first:an head:budget head:plan verb:apply verb:continue verb:deal
  verb:do verb:expand verb:receive
+0.45 after:discuss after:support after:that after:use before:but before:today cue:intended head:forces used
  verb:appeal verb:boost verb:impose verb:invest verb:limit verb:scrap verb:withdraw
+0.40 after:certainly after:receive after:review agreed announced available before:an before:its before:r cue:are
  cue:guarantee cue:promise cue:ruled first:president first:prime first:proceeds first:two head:authorities head:event
  head:issue head:program research verb:achieve verb:ask verb:keep verb:resist verb:sell verb:walk
+0.35 after:be after:ensure after:go after:lead after:plans after:replace after:require after:seek authorities
  before:budget before:group before:he before:loan before:she before:these cue:intends cue:pledges cue:pledging
  cue:proposes first:it first:mr first:r first:with head:> head:loan head:r head:year money things tomorrow
  verb:complete verb:deploy verb:eliminate verb:introduce verb:investigate verb:launch verb:made verb:meet
  verb:participate verb:question verb:sign verb:support verb:that
+0.30 after:consider after:eliminate after:include after:involve after:no after:not after:sign agreement attorney
  before:forces before:party before:rate border cue:announce cue:intention cue:proposing first:all first:his first:no
  first:t funding head:industry head:proposal head:reform head:t head:these if issued percent plans release threats
  verb:change verb:cooperate verb:protect verb:pursue
+0.25 after:announce after:ask after:made after:result after:send after:up before:'m before:commission before:have
  before:is before:order before:recently before:still before:union build carried cue:aiming cue:committed cue:intend
  cue:is cue:planning discuss experts first:at first:further head:" head:agreement head:it head:rate head:results
  head:workers immigration include investigation its measures phase plant repeal review steps support those to
  verb:explore verb:fight verb:implement verb:issue verb:lower verb:planned verb:result verb:review verb:send
  verb:start verb:use week won
+0.20 action administration after:. after:address after:an after:come after:export after:offer after:out after:sell
  after:take allegations before:by before:later before:legislation before:not before:of before:t before:week
  before:workers boost campaign case cash corruption cue:aims cue:decided cue:determination cue:offered cue:prepared
  cue:seeking cue:shall cut d details effectively first:information first:new flights foreign free head:- head:banks
  head:bill head:cuts head:policies head:price head:there home homes legal live news nominee officially out planned
  pledge pledged pledges policies promised receive ruled schools sign starting statement talks think told top
  verb:announce verb:carry verb:establish verb:fall verb:hand verb:lead verb:let verb:lift verb:release verb:retain
  verb:stimulate verb:travel verb:trigger verb:try verb:visit vowed
+0.15 after:close after:in after:its after:retain after:see after:visit ago aid all allowed amount analysis apply
  before:'re before:> before:city before:event before:issue before:ministers before:program before:reform before:what
  before:will before:work began bloc budget called candidate central civilian climate communities comprehensive
  concluded consultations coordination corporate cue:accord cue:looking cue:threatening currently de deal deportations
  deputy design did dividend doing duty each eliminate envoy equipment establish event everybody exchange extra fair
  finance first:another first:even first:last first:out five floor force from full governor hand has head:commission
  head:government head:group head:later head:measures head:offer head:officials head:one head:out head:parties
  head:pct head:week head:work hold holders hospital independent industrial initiative intention involve joint laws
  leader leaders legislation letter look matter met military million ministers ministry nation necessary negative next
  now of option order owned part pay pct pilot plan port prime promise protected protest provided pursue r reached
  reaffirmed refuse repeat representatives said same signed speech stage state stressed strike successful tariffs tax
  threatened towards travel under verb:any verb:arrest verb:develop verb:examine verb:explain verb:finance verb:form
  verb:maintain verb:negotiate verb:operate verb:press verb:proceed verb:purchase verb:redeem verb:repay verb:replace
  verb:stabilize verb:supply verb:veto wants weapons website welcomed will withdraw
+0.10 accounts accused achieve adding after after:a after:buy after:carry after:end after:maintain after:of
  after:propose after:tell after:veto aims already alternative ambitious and announce anybody anything appearance
  appointment appropriate arm armed arrest assist before:, before:bank before:bill before:changes before:contract
  before:country before:cuts before:leaders before:ministry before:nations before:offer before:package before:parties
  before:price before:repeatedly before:there begun big bin bottom boycott brief building built businesses cabinet
  calling cannot care carry centres charges closing coalition committee company complaint compliance computer
  condition confirmation consequences considered contest contracts cue:voted cue:will cue:wo customers customs cuts
  data decided dedicated defence delegation deploy deportation diplomatic dispute district don down draft drugs effort
  eight end enemy enforcement established establishment euros everyone evidence existing expanded expert failed father
  file financing firms first first:authorities first:banks first:brazil first:by first:foreign first:just first:over
  first:six first:take first:tax first:then flag focus fuel generally giant going groups have head:Name head:action
  head:brazil head:company head:contract head:countries head:dlrs head:efforts head:exports head:his head:ministers
  head:output head:plans head:project head:sides head:target head:those headquarters hearings helicopters highest
  holds honor hours however humanitarian identify illegal immediately included includes increase indicated individual
  initially initiate initiatives insurance intended investigate investigations investigators jobs jointly last launch
  lawyers leadership leading learning limit loan local luxury made majority mandate mass meeting minister mln monitor
  movement n named national nations new officers officials on open opposition organisations others overhaul pact page
  participate party perform planning plants played police presence primary private proceeds process profitable
  programme promising proposal prosecution prosecutor protests pull purchase put quoted raise rate red reducing
  released religious remainder remains renew repeated repeatedly replace reporters reports require rescind response
  retaliation return rules ruling sanctions schedule separate serve served setting shareholders sharing shift single
  space speed started stated statements stock stop subject submitted suspected systems t taking team technical
  technology terms test tests the then timetable today tonnes took transition trees tribunal units urge use vehicle
  verb:abolish verb:buy verb:call verb:comment verb:conduct verb:control verb:extend verb:force verb:free verb:head
  verb:increase verb:move verb:offer verb:respond verb:return verb:serve verb:share verb:speed verb:stop verb:write
  very vessels wall warning waters we wealthy why workers yesterday your
+0.05 a abolish abortions abuse access accord according account acquire acres across activists activity added addition
  additional addressed adjustment administrative advice advised after:begin after:cover after:help after:is after:last
  after:now after:operate after:rise agency agent agents aimed aiming air airline alliance also announcing annual
  answer appeal approval approve approved are area army arrested assets assistance association assume assurance
  assurances asylum attacks attempt auction automatically autumn aviation ban bank barrel barriers before:agreement
  before:his before:in before:law before:officials before:policy before:president before:the before:we begin begins
  bid billion binding body bolster bond bonus borrowers breach broadcast brought bureau bus by cable call camp
  campaigns capabilities capital card cargo carrying caught ceasefire centre cents century chain chairman chief chips
  choices citing citizens city claims clearly close closed code collective combat commercial commission committees
  commodities common communique companies competitive complicated concern concessions congressional connected
  conservatives consolidate contained continue contract contribution controls controversial cooperate core corporation
  cotton council counsel counter countries country cover creation creditors criticism criticized crowd cue:announced
  cue:calls cue:propose cue:willingness cue:would curb date deals deaths debts decades deciding decline decree deep
  deposit deposits detailed detention develop direct directed directly discussion disputed dividends division doctors
  document domestic dropped drug dumping during ease education efficiency elected electoral elsewhere email emails
  emissions employees encouraged engine entering enterprises entry equivalent estimate events everything examine
  executives exercise exit expand expanding explained exploration explore exports facilities factory fears fewer fight
  findings fire first:, first:Name first:also first:any first:britain first:japan first:later first:leaders first:n't
  first:on first:other first:our first:reporters flow follow food for formal forms forthcoming forward foster founder
  franc francs freedom front further gains gave generated get give gives giving goal gold governing green happens
  having head:' head:britain head:city head:decision head:deficit head:details head:election head:firm head:firms
  head:he head:its head:japan head:law head:laws head:ministry head:policy head:president head:said head:sector
  head:spending head:state head:union head:with headed hearing helicopter help heritage higher host hotels house http
  human hundreds identity illegally immediate immigrants implement implementation implemented imposed imposing in
  incentives incidents increases inform infrastructure institution institutions insurers intend intends interest
  internal international intervention introduced invest involved island issue journalists keeping kept killing known
  labour larger later led levels levy liabilities lift lifted light line list locations losing make mandatory
  manufacturing massive maturity meat mechanism media medical meet memorandum memory mention migrants migration
  millions miners mines minimum missile model modern monitoring month moratorium mosques move multiple nationals
  nature near negotiate negotiating negotiator newspaper nine no nomination normal north notes objections obligations
  office ongoing operating operations operator organizations output outstanding over overseas own owner owners paper
  particular passengers patients pending per percentage personal petition place placed places pledging points
  politicians pollution popular potentially practice premiums preserve press primarily priorities procedure procedures
  processing produced producer producing products professional profit programmes promises properties proposes
  proposing prosecutors prospects protectionism prove provide province provision published punishment questioned
  questions race radio railway rally rates ready reasons receiving recently recommendations reductions reference
  refinery reforms refugee refused regard regarding regulations regulatory rejects related relief rely removed repay
  repayment repayments replacement reported reportedly representing request requirement rescue reshuffle resist
  resolution resources retaliate returned reveal revealed revised rises rising rival role row rtenews run running
  savings scene scheduled scope scrap seamen search seat seek seeking seeks sent service settled shall share
  shareholder ship ships similar sites smaller social something source southern speaker speaking special spend
  spending spent spokeswoman spot spring stance standard standards stations status stimulate stopped stores streets
  stress study subsidiary sure surplus suspended sweeping system tackle take takes target teams telecommunications
  telling ten terror than though threatening three timing tonne tour traded trading traditional trail training
  transaction transfer treat treatment truck turned unchanged understanding union unit university unless unspecified
  unveiled up urban us using various venture verb:ban verb:draw verb:drop verb:happen verb:list verb:make verb:oppose
  verb:produce verb:prohibit verb:talk verb:tell verb:urge verb:work version vice violence visit visits vital
  voluntary volunteers voted wage want wanted warned watching well went what where wins winter wo women work working
  worldwide worth writing years zone zones
-0.05 abortion abroad absolutely accelerate accept accepted accounting achieved acknowledged acquisition actually add
  address adds adequate advance advanced adviser advisers affect afraid after:agree after:boost after:decide
  after:encourage after:fight after:for after:force after:keep after:on after:permit after:play after:stay after:win
  after:you again against aides airlines airport allowing alone alternatives ambassador apparently appeared appears
  applications arguing arrive article as asking aspects assess associated attack attempts attending attorneys
  authority average award back bags banks basis beat becomes becoming before:" before:'s before:Name before:and
  before:companies before:company before:firms before:imports before:industry before:meeting before:only before:plans
  before:project before:proposals before:sector before:shares before:so before:staff before:them before:who behind
  being believes benefit benefits bigger bilateral bills bit black blame blood blow bodies books box brand brands
  breaking broader buildings burden buyers buying c ca cancer candidates capture car career carefully carriers cast
  ceiling certificates challenge chances changes charged child circulation civil clear coast coffee combined comments
  commitment commodity communications compensation competition competitiveness completely complex comply concentrate
  concept conditions conference confidence confident conflict connection consider considerable consistent consortium
  constitutional consumer consumers continent continuing contrary convicted coordinated cope cost counterpart coverage
  created creating credibility credit crew critical cue:'ll cue:Name cue:agreeing cue:contract cue:strike cue:threat
  cue:tries cue:votes current dangerous dealing death debate debtor debtors decide decides decisions declared decrease
  deeply defense deficits define delay delayed democratic deny department depend depends desperate determined
  determining dialogue die differences digital discount discrimination discussing discussions disease dlrs do does
  doesn dollars done double doubt drain drop duties e eager easy economies economist economists efforts employers
  ending enhance enjoy ensure entire essential estimates ethnic eventually ever every expected expects expensive
  experience export exporting extension eyes faced facilitate factor factories fail failure fall falling families fans
  farm farmers faster favor fear fee fellow few field fighter fighting figures filed filing final finding fine firmly
  first:her first:make first:most first:she first:this first:those first:trying fiscal fix flight flows followed foot
  forced forecasts format formed forum found foundation fourth freeze fresh friend friends fund future futures gap gas
  gathered getting global goals got grains granted greatest greatly gross grow guaranteed guilty gun hacking had
  happened happy harm hate head:] head:board head:bond head:changes head:community head:effect head:investors
  head:minister head:more head:panel head:part head:party head:production head:rates head:rise head:strike head:they
  head:unions head:we headlines heads heavily helping her him himself history hit hopeful houses https husband idea
  ideas imported improvement incentive income increasing increasingly index inflation influence innovation inside
  institute instruments investigating investments involvement itself jail join journey jury justify keep key killed
  kind knew knows lack land language large largest law lawsuit learn left less letters level liberal like lines
  liquidity lives living located looks lost lot love magazine main maintaining manage managed manufacturers mark marks
  marriage match material maturing maybe meaning meant meetings membership men merger message middle militants mill
  minority minutes missed modest monetary mostly mounting moved museum music name names natural nearly necessarily
  needed never night none nor northern not note notice noting numbers obtained occurred off offered old ones operate
  operators optimism or originally otherwise ourselves outline outlook paid par parent participants partly partners
  passage path pattern peace permit person plus pointed policy pool poor pose positions positive post powers practices
  preparing present presented presidency prices principle prior produce producers professor program projected proper
  properly providing public pursuing push putting quality quarter question quick quickly quotas rain rare rather
  rating reaching reaction read real realize really rebel rebuild received recommendation record reduction referred
  refugees regional regular regulation regulators reiterated reject relationships relatively religion reluctant
  remarks remove renewed repair reporting represented repurchase required requirements requires rescheduling resign
  resignation respect responsibility resume retaliatory revive risk risks round route routes rural safe sale save
  saying scenario scientific sector seem seemed seen selling senator send senior sensitive sentiment serving session
  set setback settle seven sharply show showing shut side signal signature significant signs simple sit site situation
  slow solution solve someone sooner sort sought sound speak specific speculation spirit spoke stability stable stake
  start states steadily steady stg stocks stood store strategy strength striking stronger struggle struggling students
  subsidiaries subsidies success successor suggest surely surpluses surprised surveillance survive suspension
  sustainable symbol talking targeted targets taxes technologies television temporary tensions terrorist thank their
  therefore thinks throughout thus tie time tone tonight tough track transactions transportation treasury trial tries
  trim trouble trust tweet unacceptable uncertain uncertainty unclear underlying understand underway unfair uninsured
  unprecedented upcoming urged useful users vehicles verb:accept verb:act verb:announced verb:become verb:contribute
  verb:die verb:drain verb:end verb:enter verb:exceed verb:expire verb:export verb:feel verb:go verb:intervene verb:it
  verb:more verb:no verb:reflect verb:remain verb:remove verb:report verb:represent verb:require verb:rise verb:settle
  verb:signed verb:sustain verb:their verb:undermine verb:win verb:you veto victim victims video violate visitors
  voters w war warn water way weaken wealth weapon whatever when whom widely willing winds wish withdrawal within
  worked works worried worse worst would yen yes yields
-0.10 about accountable after:accept after:at after:call after:cause after:depend after:drop after:expand after:get
  after:grow after:improve after:leave after:more after:resume after:seem after:start after:suffer after:the
  after:then after:to after:want agencies agricultural agriculture allies although always among analysts anger another
  anyone apart approach asked bankers bar based became before before:' before:. before:banks before:demand before:just
  before:might before:move before:or before:policies before:prices before:states before:that before:unions before:vote
  before:was before:would before:year believed best bill bomb bridge but can chance change charge choice choose cities
  claim closely coming commander comment commit compared compete completed confirmed considering constitution
  construction consumption continued continues costs could courts create crisis cue:'d cue:aimed cue:deal cue:decides
  cue:determined cue:launched cue:proposal cue:sought currency damage damaged dead deadline debt declined defeat
  demand democracy departure deployed destroy director documents door driving effect efficient emergency enable ended
  energy enough ensuring enter especially expect exporters extend extremely f face factors far fill film financial
  first:both first:confident first:in first:members first:north first:south first:these first:trump formula gain garda
  go goes governments grab greater ground group growing half head:? head:bank head:committee head:companies head:cut
  head:demand head:impact head:imports head:investment head:leaders head:legislation head:measure head:report
  head:them head:vote heard heart heavy high his hopes hoping housing huge improve increased indication interests
  investor job judges judgment knowledge launched lawmakers lay lead leaves life limited limits little lose loss
  losses low makes manager margin means members mission moment months mother must my negotiations noted nuclear
  occupation offers offices offshore often once one online opening opinion opponents opportunities opportunity options
  ordered other our overall particularly partner perhaps period political population position possible president
  presidential price priority problem proceedings profits progress provisions purchases purpose rallies reality rebels
  recent recover reduced referendum relations remained remaining reserves resolved respond rest restore restructuring
  result rid right rise rivals roll roughly safety science season seeing seems sell series seriously settlement shown
  shows simply six size snow so society spokesperson stay step still story strategic strikes strongly suggested summit
  tactics that this thousands threat threaten ties together town trade treaty trillion trip trying turn two types
  unlikely value verb:add verb:assist verb:at verb:attract verb:bring verb:defend verb:enhance verb:hear verb:last
  verb:launched verb:on verb:pave verb:prepare verb:put verb:reject verb:resume verb:save verb:seem verb:set verb:slow
  verb:speak verb:stand verb:strengthen verb:trade verb:want voice votes voting wait weather whose words workplace
  wrong wrote
-0.15 ability able after:build after:ever after:hit after:push after:their after:vote agree ahead almost analyst any
  argued attention avoid away balance battle be before:- before:1987 before:? before:been before:can before:dollar
  before:growth before:i before:it before:measures before:one before:people beyond chose comes cooperation course
  cue:expects cue:hoped cue:preparing cue:ready cue:seek cue:seeks cue:willing danger day decision deficit delivered
  different dollar drive due early earnings elections faces fact family firm first:a first:for first:more first:my
  first:part first:state first:up forecast former hands hard head:. head:administration head:as head:cost head:dollar
  head:members head:move head:police head:prices head:shares head:she head:so head:staff head:states head:what health
  hoped important industry intelligence interview into investors issues just kill late management may mean might more
  needs optimistic parliamentary pass plane play possibility predicted probably reach relationship report rule says
  school secretary securities see services shape shared should significantly sources stand there thing times truth
  ultimately unable until upon verb:adopt verb:avoid verb:benefit verb:block verb:cover verb:cut verb:face verb:gain
  verb:hit verb:lay verb:link verb:merge verb:resolve verb:revive verb:roll verb:solve verb:spend verb:stay
  verb:suffer verb:take vision whether which while who win without world
-0.20 after:, after:almost after:fall after:meet after:put after:reach after:reduce after:set after:trigger agenda
  before:also before:are before:campaign before:could before:economy before:election before:firm before:increase
  before:probably before:proposal before:system before:their before:this before:trade believe between bring challenges
  claimed cue:bid cue:commit cue:hopes cue:hoping cue:threaten cue:threatens cue:want cue:was even first:one
  first:people first:russia first:some first:such first:under first:we first:what first:will great guarantees he
  head:approval head:economy head:fall head:growth head:man head:many head:market head:process head:proposals
  head:team how i is it leave long me member most need nothing number power problems several she strong term these
  through too verb:agree verb:almost verb:approve verb:attack verb:decide verb:depend verb:know verb:mark verb:pay
  verb:permit verb:present verb:resign verb:restore verb:weaken views
-0.25 after:Name after:affect after:become after:benefit after:cost after:enable after:find after:his after:lose
  after:pass after:provide after:run after:show after:soon because been before:countries before:market
  before:originally before:tax before:were before:you better cue:decide cue:decision cue:offering cue:proposals
  cue:proposed cue:purpose cue:working development discussed economy environment first:he first:i first:only
  first:provide first:that first:they first:you growth head:aid head:consumers head:country head:i head:increase
  head:tax head:this head:trump head:up hope likely man many markets much people pressure say some verb:accelerate
  verb:affect verb:balance verb:be verb:cause verb:cost verb:damage verb:deliver verb:determine verb:enable
  verb:encourage verb:engage verb:give verb:grow verb:he verb:improve verb:influence verb:its verb:pick verb:preserve
  verb:tackle verb:vote were
-0.30 after:bring after:eventually after:follow after:give after:need after:save after:still after:try before:
  before:aid before:be before:consumers before:on community cue:designed cue:eager cue:expect cue:going cue:mission
  cue:set cue:tried difficult economic first:how first:now first:their good head:ban head:their head:you know only
  verb:an verb:concentrate verb:confirm verb:delay verb:destroy verb:ensure verb:expect verb:miss verb:prevent
  verb:provide verb:the verb:turn was
-0.35 after:" after:add after:by after:say after:serve before:court both cue:due cue:guaranteed cue:promises first:of
  first:would head:fund head:groups head:talks head:that head:the verb:attend verb:follow verb:gather verb:harm
  verb:have verb:his verb:learn verb:leave verb:lose verb:reach verb:say verb:tax
-0.40 after:act after:cut after:do after:never after:open after:remain before:targets cue:aim cue:attempt cue:attempts
  cue:meant cue:offers head:campaign head:our head:system verb:. verb:allow verb:play verb:see
-0.45 after:always after:create after:probably before:to cue:chose cue:commitments cue:goal cue:offer verb:find
  verb:need verb:pass verb:rule verb:run
-0.50 after:have after:likely before:for before:which cue:agree cue:efforts cue:ordered head:meeting verb:by verb:help
  verb:push
-0.55 after:allow after:join after:make after:n't after:raise first:many head:people verb:create verb:in
-0.60 before:had cue:commitment verb:step
-0.65 cue:guarantees verb:drive
-0.70 cue:trying first:not verb:kill verb:show
-0.80 cue:scheduled head:court
"""
"""A weight, then the words that have it."""

WORDS: dict[str, float] = {
    word: float(weight)
    for weight, words in re.findall(r"^([+-]\d\S+)(.*(?:\n  .*)*)", _TABLE, re.MULTILINE)
    for word in words.split()
}
"""The weight of each word; others weigh nothing."""
