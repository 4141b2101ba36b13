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
+1.60 after2:used
+1.45 cue:plans verb:consider verb:include
+1.30 cue:vowed
+1.10 cue:pledge cue:pledged
+0.95 cue:agreement cue:promised
+0.90 before:has cue:threatened
+0.85 before2:said cue:wants
+0.80 before3:has verb:involve
+0.75 after3:all after:continue before3:year before:a cue:planned verb:file verb:seek
+0.70 after2:all after2:no after3:get before3:back cue:plan verb:build verb:close verb:look
+0.65 after2:any after2:pursue before2:announced before2:reaffirmed cue:agreed verb:some
+0.60 after2:close after2:raise after3:no after:be after:look before2:are before3:last before3:said cue:vowing
  first:about head:plan verb:a verb:continue verb:get verb:publish verb:suspend
+0.55 after2:0 after2:his after2:open after2:such after2:with after3:its after:also after:consider after:discuss
  after:that before2:on before2:two before2:why before3:month cue:pledging first:at head:proceeds verb:focus
  verb:submit
+0.50 after2:subject after3:billion after:focus after:hold after:replace agreed announced before3:have
  before:government before:money before:never cue:planning first:his head:issue verb:curb verb:impose verb:invest
  verb:monitor verb:perform verb:recuse verb:repeat verb:resist verb:transfer
+0.45 after2:deploy after2:do after2:establish after2:fall after2:release after3:additional after3:climate after3:with
  after:certainly after:investigate after:support after:use before2:both before2:it before2:that before:an
  before:authorities before:r first:prime first:there head:department head:investigation verb:carry verb:complete
  verb:expand verb:hand verb:host verb:lower verb:receive verb:undergo verb:welcome
+0.40 after2:available after2:file after2:seek after3:less after3:million after3:operations after3:tax after3:was
  after:examine after:include after:receive after:seek available before2:week before3:'s before3:( before3:authorities
  before3:company before3:says before:'re before:group before:lawmakers before:order before:prosecutors before:today
  cue:are cue:committed cue:intended cue:pledges cue:prepared cue:proposes first:all first:an first:mr first:president
  head:agreement head:an head:event head:forces head:money head:order head:projects head:prosecutors head:r
  head:workers money research verb:apply verb:charge verb:launch verb:pull verb:refuse verb:rescind verb:sell
  verb:send verb:support
+0.35 after2:build after2:considered after2:cut after2:expand after2:for after2:invest after2:keep after2:launch
  after2:offered after2:over after2:support after3:' after3:existing after3:global after3:his after3:making
  after3:meeting after3:other after3:second after3:things after:an after:host after:require after:review after:sign
  agreement before2:Name before2:is before2:last before2:today before2:where before3:, before3:. before3:0
  before3:after before3:mr before3:proposal before3:with before:he before:its before:sides before:still before:these
  cue:announce cue:promise cue:ruled cue:threats first:further first:other first:r first:stop first:two funding head:"
  head:0 head:budget head:program issued plans release things tomorrow verb:ask verb:assess verb:assume verb:conclude
  verb:do verb:eliminate verb:establish verb:initiate verb:introduce verb:issue verb:keep verb:repeal verb:study
  verb:testify verb:transform
+0.30 after2:allowed after2:boost after2:brought after2:curb after2:every after2:everything after2:fight after2:last
  after2:limit after2:longer after2:part after2:serve after2:stop after2:them after2:try after2:withdraw after3:a
  after3:action after3:around after3:before after3:further after3:insurance after3:made after3:plans after3:production
  after3:special after3:those after3:three after3:work after:appeal after:apply after:deal after:ensure after:head
  after:involve after:its after:no after:not after:plans after:send authorities before2:' before2:administration
  before2:year before3:) before3:: before:0 before:agreement before:budget before:colleagues before:commission
  before:country before:forces before:not before:rate before:recently before:she before:wall before:will border
  cue:gonna cue:guarantee cue:intends cue:is cue:threatening first:former first:include first:information first:out
  first:t first:us head:> head:colleagues head:commission head:industry head:others head:t head:these head:year if
  include measures percent review statement used verb:address verb:change verb:deploy verb:emerge verb:feature
  verb:fight verb:let verb:limit verb:made verb:negotiate verb:phase verb:planned verb:protect verb:pursue verb:scrap
  verb:sign verb:supply verb:visit verb:walk verb:withdraw won
+0.25 action after2:Name after2:arrest after2:change after2:extend after2:full after2:its after2:legal after2:lifted
  after2:meet after2:out after2:remain after2:spending after2:strike after2:target after2:they after2:write
  after3:anything after3:increase after3:long after3:measures after3:new after3:part after3:show after3:sure
  after3:used after:announce after:ask after:deliver after:first after:go after:step after:withdraw after:work
  attorney before2:, before2:? before2:also before2:bank before2:budget before2:care before2:central before2:countries
  before2:country before2:foreign before2:further before2:indicated before2:industry before2:information before2:mln
  before2:our before2:second before3:Name before3:about before3:agreement before3:do before3:down before3:further
  before3:future before3:into before:but before:by before:change before:have before:investigation before:later
  before:legislation before:service before:t budget carried cue:intend cue:proposing cue:unveiled d deportations
  details discuss first:new first:proceeds fleet free head:authorities head:decision head:force head:proposal
  head:rate head:reform head:service head:work head:years immigration legal next out phase plan planned plant promise
  promised repeal support those to verb:$ verb:achieve verb:boost verb:clear verb:finance verb:happen verb:lift
  verb:purchase verb:question verb:release verb:repay verb:review verb:test verb:travel verb:unveiled vowed week
+0.20 after after2:ask after2:before after2:by after2:higher after2:host after2:include after2:not after2:place
  after2:ready after2:return after2:so after2:taken after2:talks after2:working after3: after3:0 after3:administration
  after3:against after3:allowed after3:away after3:do after3:from after3:higher after3:interest after3:it
  after3:legislation after3:opportunity after3:place after3:review after3:taxes after:. after:address after:argue
  after:assume after:eliminate after:file after:instead after:made after:operate after:oppose after:out after:propose
  after:protect after:remove after:strengthen after:walk allegations already before2:additional before2:agreement
  before2:bill before2:case before2:do before2:from before2:has before2:in before2:like before2:no before2:over
  before2:plan before2:so before2:was before2:with before2:“ before3:> before3:any before3:banks before3:be
  before3:deal before3:health before3:her before3:other before3:years before:issue before:loan before:ministers
  before:of before:others before:party before:police before:program before:schools before:union before:week
  before:workers build campaign committee continue contracts cue:accord cue:aims cue:determination cue:seeking
  cue:will de deputy design each experts first:$ first:< first:another first:last first:others first:senior first:take
  first:three first:why first:work flights force foreign head:company head:cuts head:experts head:government
  head:group head:information head:lawmakers head:loan head:officials head:parties head:policies head:there
  independent indicated industrial investigation involve leaders letter look meeting million ministry nation nominee
  officially order pay pilot planning pledge pledged prime protected provided reaffirmed receive schools sign state
  steps talks think told verb: verb:aim verb:announce verb:appeal verb:appear verb:arrest verb:cooperate
  verb:implement verb:increase verb:install verb:investigate verb:offer verb:operate verb:participate verb:recognize
  verb:renew verb:retain verb:speed withdraw
+0.15 administration after2: after2:ahead after2:consider after2:done after2:enter after2:free after2:give
  after2:happen after2:impose after2:issue after2:join after2:launched after2:lower after2:one after2:our
  after2:overcome after2:participate after2:pay after2:published after2:pull after2:put after2:question
  after2:released after2:repeal after2:share after2:shift after2:start after2:the after2:tomorrow after2:towards
  after2:use after2:whether after3:- after3:are after3:at after3:campaign after3:case after3:during after3:entire
  after3:focus after3:funding after3:impact after3:military after3:mln after3:off after3:offer after3:on
  after3:overseas after3:reduce after3:tariffs after3:this after:all after:come after:conduct after:draw
  after:establish after:feature after:grant after:in after:launch after:lead after:let after:new after:now
  after:participate after:represent after:retain after:sell after:up after:urge ago aid aims all amount announce
  anything apply before2:- before2:companies before2:first before2:issues before2:mr before2:out before2:police
  before2:� before3: before3:" before3:both before3:but before3:companies before3:countries before3:election
  before3:foreign before3:group before3:ministry before3:nations before3:of before3:plan before3:their before3:trade
  before3:will before:) before:and before:bill before:city before:committee before:deal before:events before:his
  before:is before:judge before:products before:there before:what before:work began bloc boost built cameras cash
  centers central chancellor communities concluded consultations corporate corruption cue:aiming cue:decided
  cue:intention cue:offered cue:voted cut data deal deportation dispute dividend duty effectively end enemy
  enforcement equipment established everybody exchange extra fair file finance first:? first:asked first:back
  first:even first:it first:over first:these five flag floor from governor has head:banks head:firm head:it head:law
  head:offer head:opposition head:out head:owners head:part head:pct head:plant head:president head:price head:results
  head:rules head:step head:world helicopters home homes hospital illegal includes individual initiative innovative
  integrated intention investigations its joint last laws legislation local made mass met military minister ministers
  monitor month morning national necessary news notified of officers option owned part pct pledges policies port
  process protest purchase quoted r reached refuse regulations released repeat repeated replace request response ruled
  ruling sanctuary schedule served setting signed speech stage starting statements stock stores stressed strike
  tariffs tax threatened threats top towards training transition tribunal units using verb:argue verb:attempt verb:ban
  verb:bar verb:challenge verb:discuss verb:fall verb:free verb:fund verb:lead verb:meet verb:new verb:open verb:place
  verb:propose verb:result verb:share verb:start verb:trigger verb:urge verb:use visa wall warning will yesterday
+0.10 abide abortions abuse accord according accounts ad added adding addition after2:" after2:'s after2:a
  after2:achieve after2:appear after2:apply after2:attend after2:be after2:become after2:carry after2:charged
  after2:create after2:draw after2:fly after2:focus after2:how after2:in after2:introduce after2:live after2:making
  after2:many after2:next after2:receive after2:reduce after2:require after2:review after2:send after2:speed
  after2:spend after2:suspend after2:taking after2:to after2:travel after2:visit after2:what after2:would after3:"
  after3:able after3:another after3:bill after3:changes after3:close after3:costs after3:domestic after3:food
  after3:foreign after3:government after3:have after3:investment after3:legal after3:local after3:make after3:members
  after3:negotiations after3:our after3:policy after3:provide after3:public after3:spending after3:state
  after3:through after3:up after3:within after:appear after:assist after:buy after:even after:export after:free
  after:invest after:is after:issue after:maintain after:release after:result after:travel after:visit airline allowed
  alongside also alternative analysis and anybody apology appearance appointment appropriate approved area arm armed
  arrest assist ban before2:'m before2:) before2:. before2:be before2:business before2:intelligence before2:issue
  before2:member before2:next before2:office before2:says before2:signed before2:them before2:which before3:?
  before3:[ before3:added before3:all before3:already before3:announced before3:budget before3:business
  before3:committee before3:conference before3:market before3:meeting before3:million before3:state before3:statement
  before3:then before3:this before3:way before3:well before:> before:am before:ambitious before:bank before:board
  before:changes before:contract before:cuts before:facility before:leaders before:minister before:ministry
  before:nobody before:offer before:parties before:price before:projects before:referendum before:reform
  before:services before:strike before:years beginning begun big bin bolster bottom brief building businesses by
  cabinet camps cancelled candidate cannot cap care case casualties center centre centres chairman charges city
  civilian classes classified clearly closing colleagues commission company complaint complete compliance
  comprehensive computer condemned condition confirmation consequences construct contest contract contractors
  coordination cotton country cover criticized cue:looking cue:propose cue:shall cue:vows cue:would currently customs
  cuts deals debts decided dedicated defence deploy designated detained develop did diplomacy direct disputed district
  doctors document down draft drills drones dropped drugs eight electoral eliminate employees employer ends enforce
  entering enterprises envoy eradicate establish establishment estimate ethics euro euros event everyone everything
  executive expanded explicitly facilities factory fan father fight financing fire firms first first:authorities
  first:budget first:by first:ireann first:just first:local first:part first:policy first:reporters first:tax fleeing
  focus following formal forward fossil fuel full general generally goal grants groups hand head:) head:- head:agency
  head:by head:citizens head:date head:efforts head:exports head:later head:laws head:measures head:men head:ministers
  head:off head:percent head:plans head:problems head:products head:project head:sanctions head:schools head:sector
  head:security head:target head:terms head:troops head:week headquarters hearings highest holders holds hospitals
  however humanitarian identify immediately immigrants included initiate initiatives insisted institution insurance
  intended international investigate investigators island jobs lands launching lawyers leader leadership leading leaks
  learning lifetime limit line live loan locations majority mandate meals medical mention mines missile mln mobility
  mosques movement named naval negative negotiate new north now officials on open operating opposition organisations
  overhaul overseas oversight overwhelming owns pact participate partnership party perform plants pledging police
  politicians pollution posts presence prisoners private privately producer products programme promises promising
  proposal proposes proposing prosecutor protests provide publish published pursue put race rail raise rate reception
  recuse reducing reforms refugee registration regulator rejects related remainder remains repeatedly reporters
  reports representatives require rescind resigned resist retaliation return rules run said sanctions scheduled
  scrapped search sent shareholders smaller software soldiers sophisticated speed staff started stated stations stop
  subject submitted successful suspected systems take target teams technical technology telling test tests the
  threatening timetable today tonnes train transform travel tweeted under urge use vehicle verb:abolish
  verb:accomplish verb:any verb:at verb:check verb:collect verb:comment verb:conduct verb:deal verb:deport verb:drop
  verb:ease verb:explore verb:halt verb:head verb:hold verb:invite verb:it verb:more verb:move verb:occur verb:press
  verb:price verb:proceed verb:produce verb:promote verb:quit verb:react verb:redeem verb:replace verb:respond
  verb:retaliate verb:return verb:serve verb:set verb:shut verb:stimulate verb:take verb:target verb:tell verb:they
  verb:write vessel vessels visit volunteers warrant waters we wealthy weapons website welcomed where work workers
  working
+0.05 a abolish above acceptable access account accused acquire acquisitions acres across acting activist activists
  activity additional addressed addressing adjusted adjustment administrative adults advocates affairs after2:accept
  after2:another after2:benefit after2:break after2:buy after2:challenge after2:comment after2:economic after2:given
  after2:halt after2:himself after2:increase after2:move after2:of after2:off after2:present after2:press
  after2:proceed after2:save after2:shut after2:stabilize after2:stand after2:stimulate after2:together after2:two
  after2:week after2:within after3:$ after3:? after3:an after3:as after3:between after3:but after3:choice
  after3:company after3:day after3:development after3:everything after3:farm after3:forward after3:home after3:own
  after3:pct after3:power after3:president after3:something after3:such after3:to after3:together after3:tomorrow
  after3:under after3:will after3:working after3:world after3:year after:" after:a after:accelerate after:attend
  after:carry after:close after:cover after:face after:help after:introduce after:offer after:on after:only after:pay
  after:rise after:take after:to after:ultimately after:veto afternoon agency agents aimed aiming aircraft alcohol
  allow altogether ambitious animals anniversary announcement announcing annual answered appear application
  applications approval approve areas arising arms army arrested arsenal arts aside assembly assets assistance
  associates association assurance assurances asylum attempt attract auction audit auto automatically autumn aviation
  avoiding banned banning barred barriers before2:; before2:] before2:although before2:each before2:executive
  before2:financial before2:had before2:have before2:his before2:industrial before2:legislation before2:oil
  before2:order before2:political before2:proposal before2:public before2:say before2:saying before2:team before2:to
  before2:work before3:/ before3:adding before3:against before3:although before3:and before3:campaign before3:clear
  before3:economic before3:every before3:five before3:just before3:made before3:major before3:many before3:money
  before3:official before3:on before3:power before3:reports before3:some before3:the before3:there before3:today
  before3:� before: before:Name before:administration before:after before:agency before:company before:decision
  before:efforts before:event before:funds before:in before:law before:members before:nations before:package
  before:plans before:policy before:project before:said before:says before:state before:strategy before:while bid
  billion binding body bonus borrowers boycott branch breach briefing broad broadcast broadcaster broadcasting brought
  bureau bus cable call called calling camp campaigns capabilities capable capital card careful cargo carrier carry
  cars caught ceasefire cents century chains chamber charity checkpoint checks chief chip chips choices citing
  citizens citizenship claiming claims cleared clearing client climate close closed coalition coastal code collective
  college combat command commercial committees commodities compensate components computers concern concessions
  conducted conducting conference congressional connected connecting connections conservatives considered consistently
  consolidate consultation contact contained containing continuous contribution control controls controversial
  cooperate corporation council counsel counted counter counterparts couple covered crack crackdown creation creative
  creditor creditors crews crimes criteria criticised cue:announced cue:calls cue:deal cue:instructed cue:promising
  cue:readiness cue:willingness cue:wo curb currencies custody customers cutting dairy date dated dates deciding
  declaration declare decree deemed defense defensive delegation demands denied denominations deport deposit deposits
  deputies despite detailed detention directed directly disclosed discussion diseases dismantle display disposal
  disputes dividends doing domestic don doors dramatic drone drug dumping during earlier education efficiency effort
  elected election electrical eligible eliminated elsewhere emails embassy emerge emissions emphasized employed
  encouraged encouraging enforced engage engine engineering enhanced entry equity equivalent escalating estimated
  eurozone evacuate events evidence examination example except exciting executives exercise existing exit expanding
  expansion expert explained explaining explore exports express facility failed favorite fears feature feeling
  fighters filibuster finalised financially first:, first:any first:banks first:government first:later first:members
  first:six first:the first:then first:those first:u.s. flee follow followed follows football for forever formally
  forms forthcoming foster framework franc francs fraud freedom friendly fruit fulfil fulfilling funds further gains
  generated get giant gives giving globally going gone gonna governing government green grounds guideline hackers hair
  happens have head head:action head:actions head:ahead head:bill head:board head:changes head:city head:contract
  head:council head:delegation head:dlrs head:events head:expected head:father head:judge head:life head:million
  head:minister head:nations head:notes head:output head:payments head:policy head:referendum head:reforms
  head:relationship head:share head:sides head:those head:unions headed hearing heat helicopter help heritage hiring
  hold homeland honor host hostilities hosting hotels hours http human hundreds ignore illegally imbalances immediate
  implement implementation implemented importantly imposed imposing improving in incentives including increase
  increases indefinite informed infrastructure initially inquiry insist inspection install installation instead
  institutions instructed intend intends intentions interfere interim intervention invest invoke ireann islands
  issuing jointly judge kept killing labels labour larger later launch lawyer led legally lender levels levy
  liabilities licenses lift lifted link linkedin list loans location luxury m mainland mainly major make maker
  mandatory manifesto marijuana massive maternity matter matters maturity mayor meantime meat mechanism mechanisms
  media meet memorandum mental migrants migration millions minimum mining ministerial ministries missions mobile model
  monitoring moon moral moratorium myself n nations nationwide nature near negotiating neighborhood neutral newspaper
  nobody nomination normal northwest nurses obligations obtain occupied och official ongoing operation operations
  opioid oppose opposed opposes organizations organize outbound outlined outstanding owner owners ownership pace page
  paid panel parks partnerships parts passengers passes passing patients payments pending per percentage permanent
  perpetrators persecution personal personnel petition placed places platform played points popular ports
  possibilities potentially practice predecessor premium preserve pressed previously primarily primary procedure
  proceeds produced producing professional profit profitable programmes prohibit project projects promote proposals
  propose prosecution protect protecting proud prove providers providing province provision provisional pull pulled
  punish pushing questions quo radical railway raises rates reaches reacted ready reaffirm reasons reassure rebellion
  receiving recently recognize recommendations recruit red reddit reductions redundancies redundancy refer reference
  refinery refugees refusal refused regard regardless register regulate regulation regulatory relative relevant relief
  religious rely removed renew repay repayment repayments replacement reported reportedly reporter representing
  requirement rescue reshuffle resistance resolution responded restrictions retail retain retaliate returned returns
  revealed revenues reverse revised rises rising road role roles rtenews rubles running s salary same savings scene
  scope scrap sea seamen second seek seeking seeks select selected semiconductors senators separate serve settled sex
  shall share shareholder sharing shift ship ships signaled similar single sister small smartphone social solutions
  somehow something son southern space speaker speaking specialist spending spent spoken spokesman spokeswoman sports
  spot spur square stabilise stance standard standards stands star status stopped stream streets structure structures
  study stumble style subsidiary subsidy subway suitable sum summer supervision supported supporting surgery surplus
  suspects suspend sweeping swing system tackle takes taking talked teachers team tech techniques temporarily tender
  terms terror terrorism terrorists testimony testing than then three timing tonne took tool tour towns traded trading
  traditional traffic trains transaction transfer transit transport traveled travelled treat treatment trees
  triggering truck turned unconstitutional undergo understanding understood undocumented unemployed union unions unit
  universities unpaid unveiled up update urgently us various venture ventures verb:appoint verb:buy verb:connect
  verb:control verb:counter verb:crack verb:defend verb:dismantle verb:extend verb:force verb:go verb:guarantee
  verb:join verb:link verb:list verb:maintain verb:punish verb:reflect verb:reject verb:reopen verb:reveal verb:shift
  verb:stabilize verb:stop verb:that verb:try verb:veto very vice village villages violated violence visited
  voluntarily voluntary vowing want wants warned wasn watched watching waves weekend weekly welcome well why wife wind
  wins winter witness wo women wonder wonderful workforce worldwide worth wreckage writing your zones
-0.05 abandon abortion abroad absence absolutely accelerate accept accepted accurate achieved achievement achieving
  acknowledged actions actors actually adapt add adds adequate admit adopt advanced advantage adviser advisers
  advocacy affected affecting afraid after2:' after2:acquire after2:add after2:advance after2:affect after2:affected
  after2:after after2:announce after2:anything after2:appeal after2:asked after2:attract after2:begin after2:between
  after2:blame after2:calm after2:closely after2:complete after2:cooperate after2:deal after2:determine after2:develop
  after2:enough after2:escape after2:expire after2:export after2:follow after2:forced after2:good after2:grant
  after2:had after2:harm after2:have after2:health after2:hear after2:held after2:hurt after2:is after2:like
  after2:looking after2:made after2:make after2:mln after2:need after2:offset after2:pass after2:people
  after2:prepared after2:protect after2:push after2:quickly after2:report after2:resolve after2:resume after2:rise
  after2:security after2:some after2:tax after2:thank after2:that after2:there after2:those after2:through
  after2:trade after2:undermine after2:win after3:: after3:Name after3:access after3:after after3:business
  after3:countries after3:cut after3:days after3:different after3:dlrs after3:done after3:effect after3:end
  after3:every after3:expand after3:financial after3:first after3:full after3:future after3:great after3:high
  after3:immediate after3:important after3:jobs after3:just after3:law after3:not after3:one after3:plan after3:prices
  after3:relations after3:service after3:services after3:significant after3:talks after3:they after3:time after3:tough
  after3:water after3:way after3:whether after3:who after3:years after:agree after:cause after:change after:determine
  after:drop after:end after:exceed after:fail after:for after:generate after:get after:he after:hear after:hurt
  after:last after:meet after:move after:permit after:prevent after:proceed after:respond after:seem after:soon
  after:start after:stop after:the after:total after:you aftermath again against age agencies ages aggressive
  agriculture airlines alive allegation alliances allocation ally alone ambassador ambition anymore apparent appeared
  appears are argues arguing arrival arrive arriving as asking aspects assassination assessment asset assistant
  assisting associate associated assumed assuming atmosphere attempted attempts attorneys attraction audience average
  award awareness baby back bad balances bankers bankruptcy banks bars basic basis beat beautiful became become
  becomes becoming before2:" before2:: before2:another before2:been before2:believe before2:believed before2:by
  before2:capital before2:confident before2:deal before2:final before2:he before2:hope before2:insurance
  before2:interest before2:leaders before2:made before2:making before2:may before2:means before2:might
  before2:ministers before2:nations before2:now before2:overseas before2:parties before2:party before2:policy
  before2:possible before2:president before2:should before2:than before2:there before2:union before2:up before3:'
  before3:a before3:administration before3:believed before3:believes before3:current before3:hope before3:interest
  before3:international before3:investment before3:is before3:key before3:know before3:n't before3:office before3:oil
  before3:own before3:predicted before3:proposed before3:see before3:slide before3:sources before3:such before3:talks
  before3:that before3:think before3:though before3:under before3:week before3:who before:. before:? before:already
  before:are before:at before:ban before:banks before:certainly before:costs before:deficit before:earlier
  before:everyone before:groups before:imports before:industry before:inquiry before:investors before:leader
  before:life before:markets before:meeting before:officials before:plan before:process before:public before:report
  before:sector before:shares before:some before:staff before:talks before:them before:things before:this before:time
  before:turn before:up before:women behavior behind believes below belt benefit benefits bigger bipartisan birth bit
  black blocked blood blow bodies books borrow boss box branches brand break broadly burden businessman ca campaigned
  campaigning can cancer candidates capability capture car career carefully carriers carries category cause caused
  causing caution census certainly certainty chair challenge champion chances changes character characters charge
  charged choice choose circulation citizen civilians clash clashes closely coach coast coffee combination combined
  come commanders comment comments commit commitment commodity communication communications completely complex comply
  concentrate concept concerning concerns conclusion condolences confidence conflict conflicts consent conservative
  considerable consideration considers consistent consortium constitute constitutional constructive consumer contacts
  content continent continued contrary contrast contributed controversy conversation convicted convinced cooperation
  coordinate correct corridor costs counterpart covering creating credibility credit crew criminals critical crop
  cruise cue:aimed cue:contract cue:outlined cue:seeks cue:strike cue:to cue:wanted culture damage damaging dangerous
  dark daughter days deadline death debate debated debtor debtors decide decides declared deeper deeply deficits
  defining defuse delay delayed demanded demanding demonstrate deny depends describe desperately destroyed determined
  determining device die died differences difficulty digital diplomat disagree disaster discount discrimination
  discussing displaced distribution diversity dlr do documents doesn dog done donors doubt drain drawn driven drop
  drought duties eager earned easier easily eat economics economies economist economists edge efficient efforts
  electric elements emerging employee employers enable enabling ending engaged enhance enterprise entrepreneurs
  episode era error essential estimates ethnic evacuation eventually examined exclusive exercises exert expects
  expenses expensive experiences expertise explain explains explanation export expose expressing extension eye eyes f
  faced facilitate factor factories fail failures fairly fake families famine famous farm farmers faster fate favor
  feared fearing fee feel feelings feet female few field fierce fighter fighting figure figures filed final finding
  fine finish firmly first:confident first:economic first:first first:him first:is first:leaders first:more first:n't
  first:no first:nothing first:set first:sure first:to first:trying first:which fit fix flexibility flight flows foot
  forced forecasts foreseeable format formed forum foundation founded freeze frequently fresh friends friendship
  frustrated fulfill fundamentally funeral futures games gap gather gathered gathering gender generation generations
  genetic gets getting globalization goals got grab grains grand granted granting grave greatest greatly gross group
  guaranteed guidance guilty guy half hall handle handling hang happening harder hardly harm head:alone head:approval
  head:away head:capital head:change head:commitment head:cooperation head:details head:dispute head:doctors
  head:earlier head:effect head:hearing head:him head:impact head:inquiry head:issues head:leadership head:level
  head:markets head:most head:much head:nothing head:political head:programs head:public head:residents head:result
  head:returns head:rise head:sale head:say head:says head:show head:situation head:something head:staff
  head:statement head:them head:they head:things head:trend head:union head:wall head:way head:while heading headlines
  heads headscarf healthier healthy heard heavy helped helpful helping helps here highly him himself historic holiday
  honestly hopeful hostile houses housing https humanity humans hurt husband ice idea ideas images imagine
  implications imported improvement inappropriate incentive inclusion income incoming increasingly indeed independence
  index indications indirectly inner innocent inside institute instruments insufficient integration intent interesting
  interference internationally introduction investigating investment investments inviting involvement items itself
  journey jury justify keep key kick killed kilometers kind knew knowledge knows land launched law leads learn learned
  least leaving legislature legitimacy legitimate less liability liberal lie likelihood limits liquidity listen lived
  livelihoods lives living locals locked longer lose lost lot lower lowering magazine maintaining making managed
  managing manner mark marked market marks match material maturing maybe meaning meaningful men messages middle might
  militants mill mind minority minutes miss missing mission moment moments momentum monetary months mostly mounting
  mouth move moves murder museum music name names narrative narrow nationalist necessarily neck needed neither net
  network newsletter nice night no none nonprofit nor not notably note numbers numerous objective objectives
  obligation observed observers obvious occupation occurred off offensive offices old once online operational opinions
  opponents opposite opted ordering originally other otherwise ourselves outcome outline outlook over overall
  overturned overwhelmingly package par parallel parent parents participants participation partly passage passenger
  path pattern paying peak peninsula perceived permanently permit permitted person persuade phone photo pick picture
  piece place platforms playing please plenty plus pockets pointed politics pool poor popularity populist pose
  positions possible possibly post powerful powers practices precious preliminary preparations prepare preparing
  presented presents presidency prevent principles prioritize processes producers profits progress projected promoting
  prompted proper properly proposed protection provisions punished pursuing push putting quality quarter quick quickly
  quite raids railways rain rare rather reaching reaction read realistic realize really reason rebels received records
  reduced referendum referred reflect reform refusing regain regime region regional regular regulators reinforce
  reject relationship relationships relatively religion reluctant remain remarks remembered removing renewed repairs
  replaced replacing representative repurchase requested required requirements requires rescheduling researcher
  reserve resident residents resign resource respect restore restored restrictive restructuring results resume retake
  revenue rich rid right risks rivals roads roll room route routes rush sad safeguard sale save saved saying science
  scientific searching seats sector secure security seeing seem seemed seen seize sell selling send sense sensitive
  sentence sentiment services serving sessions setback settle seven severely shares sharp sharply shifts shooting shot
  shown shy sick side sides signal significant signs simple simply since size skills slightly slow slowly smart soil
  solar soldier solve somebody sooner sort sought sound sovereign species specific speculative spillway spirit spoke
  sport spotlight spring stable stake start states steadily steady step stepping stg stick stood stories strategy
  strength strengthening striking stronger strongly struck struggle struggling students studying subsidiaries
  subsidies success successive successor suffer suffering suicide supply supporter supporters surely surpluses
  surprise surprised surveillance suspension sustainable symbol tactics talk tap targeted targets task teacher
  technological tells temperatures temporary tension tensions territory terrorist thank thanks their themselves
  therefore they thinks thorough through throughout thus tie together tonight topic topics totally toward track trade
  tradition tragedy transactions transfers transitional transparency travelers treasury tremendous trial tribute tried
  tries trim triumph trouble truly trust tweet two unacceptable uncertainty uncomfortable undermine underway
  undoubtedly unfair uninsured unknown unsubstantiated urged urgency useful usually valuable valued vast ve vegetable
  vehicles verb:abandon verb:accept verb:and verb:become verb:begin verb:blame verb:call verb:calm verb:come
  verb:contain verb:cover verb:cross verb:demonstrate verb:develop verb:drain verb:end verb:enhance verb:escape
  verb:evacuate verb:exchange verb:expire verb:export verb:feel verb:figure verb:fix verb:fly verb:foster verb:fulfill
  verb:govern verb:hurt verb:impact verb:intervene verb:make verb:mean verb:name verb:on verb:outlined verb:overhaul
  verb:permit verb:prepare verb:realize verb:remove verb:require verb:resume verb:rise verb:save verb:seem verb:spend
  verb:strengthen verb:suggest verb:sustain verb:thank verb:this verb:throw verb:undermine verb:understand verb:uphold
  verb:will verb:work veto via viable victims victory video videos viewers violate violations virtually visitors voice
  voices vulnerable wait water way ways weaken wealth weapon wear weight when wherever whole whose widely widespread
  willingness winds wish withdrawal within witnessed witnesses word worked works worried worse worst wrote yields
  young younger youth
-0.10 about accountable acquisition affect after2:again after2:around after2:away after2:ban after2:block after2:call
  after2:cause after2:compromise after2:different after2:dismantle after2:ensure after2:face after2:far after2:grow
  after2:he after2:hit after2:if after2:impossible after2:look after2:lose after2:me after2:mean after2:needed
  after2:negotiate after2:on after2:replace after2:restore after2:revive after2:school after2:services after2:sit
  after2:solve after2:speak after2:stay after2:this after2:too after2:under after2:wheat after3:( after3:[
  after3:across after3:any after3:been after3:cooperation after3:cuts after3:difficult after3:easy after3:even
  after3:federal after3:find after3:good after3:hard after3:impossible after3:influence after3:itself after3:key
  after3:large after3:necessary after3:only after3:or after3:out after3:percent after3:possible after3:price
  after3:see after3:she after3:themselves after3:there after3:until after3:vote after3:weeks after3:when after3:women
  after3:you after:accept after:allegiance after:boost after:build after:decide after:definitely after:depend
  after:drive after:facilitate after:feel after:finally after:force after:grow after:hit after:hope after:live
  after:lower after:most after:play after:present after:resume after:return after:see after:speak after:stick
  after:then after:want after:win agricultural allegedly allies always among analysts anger any apart apparently asked
  attack balance bar before before2:after before2:all before2:because before2:believes before2:billion before2:can
  before2:confirmed before2:doing before2:group before2:groups before2:health before2:her before2:hopes before2:its
  before2:knew before2:major before2:make before2:market before2:move before2:my before2:private before2:support
  before2:would before2:your before3:- before3:; before3:also before3:another before3:asked before3:because
  before3:been before3:city before3:come before3:confident before3:could before3:deficit before3:even before3:federal
  before3:government before3:hoped before3:hopeful before3:hopes before3:hoping before3:how before3:i before3:it
  before3:no before3:now before3:out before3:peace before3:price before3:second before3:those before3:three before3:up
  before3:work before3:world before:" before:' before:all before:always before:appears before:as before:case
  before:demand before:dollar before:firms before:investment before:just before:man before:measure before:might
  before:pipeline before:policies before:political before:previously before:prices before:proposals before:rates
  before:sanctions before:show before:side before:situation before:system before:team before:vote being believed
  beyond bills blame bomb bridge broader but c cast channel channels cities claim comes coming commander compete
  competition completed confident confirmed considering constitution consumers consumption continues conversations
  course courts create crisis cue:Name cue:goals cue:hope cue:hoping cue:poised cue:tries currency current damaged day
  dead debt declined decrease defeat delivered demand democracy democratic depend deployed desire destroy dialogue
  dlrs does dollar dominate door drive driving early earnings effect ended enjoy entire especially experience
  exporters face faces factors failure fans fear fellow fill filled film find firm first:both first:come
  first:companies first:help first:her first:most first:my first:north first:off first:otherwise first:our
  first:people first:see first:several first:she first:state first:still first:talks first:total first:trade first:we
  first:� form formula garda gas global go governments ground grow guarantee had hands happened happy he head:?
  head:appears head:children head:committee head:concerns head:cut head:deal head:fans head:imports head:increase
  head:investors head:its head:legislation head:line head:long head:more head:nation head:parliament head:pipeline
  head:position head:pressure head:prices head:proposals head:rates head:request head:role head:rule head:sales
  head:should head:some head:support head:trade head:use head:we head:what head:women health heart her highlight
  history hit hoping huge impossible improve increasing indication industries influence intelligence interview
  investigated investor issues job join judges judgment lack language large late lawmaker lay leaves left level like
  limited little looks loss losses love low management manager manufacturers margin means meant members merger message
  missed movie my natural never noted offers offshore often one opening opinion opportunities opportunity options or
  our outside partner past peace perhaps period physical plane population positive practical prepares presidential
  preventing prices prior priority proceedings professor profile prosperity purchases pushed question rallies real
  reality recent record recover remained remaining report reporting researchers reserves resolved respond rest result
  rise risk roughly safety scenario school season secretary securing seems senator sentenced series seriously
  settlement settlements shape show shows six snow society solution someone sometimes sources speak speculation
  spokesperson stability stand stay strategic strategies suggest suggested summit tackling talking technologies text
  thousands threat threaten time tone tough town treaty trillion trip turn types ultimately uncertain unclear
  undertake undertaken united unlikely until upcoming upon verb:act verb:adopt verb:advance verb:allegiance
  verb:announced verb:attack verb:attract verb:clarify verb:contribute verb:deepen verb:discourage verb:divide
  verb:engage verb:fail verb:generate verb:he verb:hire verb:identify verb:inject verb:most verb:of verb:pave
  verb:present verb:preserve verb:prove verb:reduce verb:reform verb:remain verb:report verb:resign verb:resolve
  verb:settle verb:speak verb:stick verb:survive verb:their verb:total verb:trade verb:vote voters voting w weather
  whatever willing without workplace world wrong
-0.15 able after2:an after2:approved after2:attack after2:been after2:better after2:clear after2:defuse
  after2:difficult after2:discuss after2:engage after2:even after2:go after2:him after2:influence after2:international
  after2:it after2:know after2:lead after2:likely after2:more after2:necessary after2:play after2:preferred
  after2:pressure after2:produce after2:provide after2:public after2:reduced after2:secure after2:set after2:show
  after2:soon after2:tell after2:want after2:willing after2:you after3:'s after3:ahead after3:because after3:beyond
  after3:budget after3:economic after3:enough after3:face after3:far after3:for after3:free after3:growth after3:help
  after3:into after3:look after3:many after3:market after3:next after3:paid after3:security after3:two after3:where
  after3:workers after:Name after:contribute after:die after:ever after:extend after:harm after:him after:impose
  after:improve after:increase after:just after:pick after:push after:put after:suffer after:their agree ahead almost
  although analyst anyone approach battle be before2: before2:'re before2:0 before2:against before2:authorities
  before2:before before2:domestic before2:if before2:important before2:know before2:man before2:most before2:not
  before2:of before2:one before2:only before2:since before2:some before2:south before2:sure before2:time before2:when
  before2:while before2:years before3:an before3:dlrs before3:expected before3:found before3:he before3:important
  before3:in before3:its before3:likely before3:over before3:police before3:since before3:unclear before3:unlikely
  before3:we before3:when before3:would before:'s before:- before:countries before:election before:firm before:her
  before:it before:job before:many before:measures before:move before:so before:states before:trade before:visit
  before:we best challenging chance change chose compared congressman cue:commit cue:effort cue:hoped cue:proposal
  cue:seek cue:sought cue:votes danger decision departure different due elections emergency energy enough ensuring
  enter ever expect expected extremely fall family first:almost first:countries first:every first:everyone first:few
  first:for first:health first:in first:none first:only first:put first:south first:such first:this first:what
  first:your forecast found future gain greater growing hard head:Name head:a head:agencies head:as head:challenge
  head:companies head:cost head:costs head:countries head:demand head:democrats head:dollar head:everyone head:groups
  head:he head:her head:idea head:investments head:job head:judges head:losses head:lot head:measure head:move
  head:none head:party head:person head:process head:shares head:solution head:up head:visit head:you high his hoped
  increased industry into investors kill lead life makes mean more mother must nearly needs negotiations nuclear
  number optimistic ordered parliamentary particularly pass play players position predicted president price problem
  purpose reach relations rule says securities see shared she situation still story strikes that this ties truth
  trying unable understand value verb:approve verb:assist verb:balance verb:celebrate verb:compensate verb:compromise
  verb:count verb:cut verb:decide verb:defuse verb:deliver verb:demand verb:determine verb:die verb:disrupt
  verb:double verb:exceed verb:exclude verb:face verb:gain verb:hear verb:him verb:hope verb:last verb:like
  verb:manage verb:merge verb:pay verb:restore verb:revive verb:slow verb:solve verb:spread verb:strike verb:treat
  verb:violate verb:weaken verb:win verb:you vision votes which win words
-0.20 ability after2:agree after2:also after2:and after2:as after2:avoid after2:confirm after2:damage after2:deliver
  after2:end after2:explain after2:from after2:further after2:get after2:into after2:less after2:lift after2:little
  after2:national after2:necessarily after2:only after2:package after2:paid after2:plan after2:preserve after2:rebuild
  after2:reform after2:roll after2:run after2:seize after2:up after2:very after2:well after3:back after3:better
  after3:by after3:chance after3:change after3:closely after3:country after3:court after3:create after3:go
  after3:health after3:how after3:in after3:like after3:me after3:open after3:pay after3:people after3:political
  after3:pressure after3:use after3:very after:bring after:cut after:effectively after:enable after:eventually
  after:expect after:give after:leave after:of after:reduce after:run after:set after:show after:significantly
  after:stand after:tax after:trigger after:vote agenda argued attention avoid before2:an before2:banks
  before2:economic before2:federal before2:hoped before2:i before2:ministry before2:something before2:the
  before2:thing before2:way before2:who before3:believe before3:bill before3:good before3:leaders before3:like
  before3:long before3:me before3:part before3:president before3:referendum before3:saying before3:system before3:was
  before3:what before3:why before:can before:cities before:could before:growth before:i before:increase
  before:negotiations before:proposal before:simply before:spending before:tax before:that before:the before:would
  before:you believe between bring claimed could cue:'d cue:bid cue:decides cue:decisions cue:preparing cue:proposals
  cue:proposed cue:threatens deficit development director discussed even fact far first:democrats first:make
  first:mean first:ministers first:police first:provide first:some first:their first:under former great guarantees
  head:. head:aid head:allies head:ban head:fall head:here head:initiative head:investment head:leaders head:mission
  head:production head:report head:she head:states head:team head:that hopes how important it just leave long member
  most much need nothing political possibility power probably several significantly so strong term there these thing
  times too verb:an verb:blow verb:capture verb:cause verb:grow verb:hit verb:its verb:lay verb:persuade verb:put
  verb:raise verb:represent verb:seize verb:sit verb:suffer verb:undertake views whether while
-0.25 after2:, after2:- after2:address after2:at after2:bring after2:certainly after2:down after2:drive
  after2:encourage after2:hard after2:left after2:probably after2:see after2:seen after2:strengthen after2:time
  after2:when after2:will after2:your after3:companies after3:efforts after3:six after3:soon after3:take after3:that
  after3:the after3:without after:, after:actually after:affect after:almost after:become after:fall after:find
  after:follow after:gather after:keep after:kill after:know after:pass after:provide after:save after:spend
  after:stay after:try away because been before2:'s before2:as before2:but before2:company before2:future before2:how
  before2:more before2:new before2:or before2:power before2:she before2:their before2:think before2:this before2:trade
  before2:we before2:were before2:whether before3:had before3:however before3:most before3:next before3:only
  before3:or before3:our before3:so before3:sure before3:two before:aid before:been before:campaign before:economy
  before:market before:on before:one before:originally before:people before:priority before:probably before:targets
  before:voters before:was before:were before:who before:world challenges cue:aim cue:expects cue:offering cue:ready
  cue:task cue:threaten economic first:he first:how first:parliament first:that first:they first:up growth
  head:administration head:country head:economy head:elections head:fund head:growth head:many head:market head:series
  head:so head:system head:tax head:vote is man markets may problems say should verb:Name verb:agree verb:almost
  verb:attend verb:avoid verb:block verb:combat verb:commit verb:compete verb:decrease verb:depend verb:enable
  verb:encourage verb:facilitate verb:fill verb:for verb:know verb:leave verb:mark verb:pick verb:public verb:stay
  verb:tackle verb:tax verb:turn verb:want were who
-0.30 after2:able after2:delay after2:learn after2:much after2:step after2:these after3:again after3:control after3:he
  after3:her after3:him after3:if after3:is after3:later after3:major after3:most after3:much after3:than after3:we
  after:add after:benefit after:lose after:need after:open after:reach before2:about before2:at before2:many
  before2:members before2:other before2:these before2:those before3:are before3:chance before3:make before3:mean
  before3:minister before3:not before3:these before3:were before3:where before:also before:family before:fund better
  community cue:ambition cue:attempts cue:decide cue:determined cue:hopes cue:objective cue:purpose cue:set cue:tried
  cue:want cue:was cue:willing cue:working economy environment first:clear first:now first:on first:one first:whose
  first:yet first:you head:governments head:leader head:nobody head:priority head:this head:voters hope i know many me
  only people pressure some verb:add verb:benefit verb:choose verb:concentrate verb:confirm verb:damage verb:defeat
  verb:delay verb:finish verb:follow verb:gather verb:give verb:his verb:influence verb:locate verb:provide
  verb:recover verb:restrict verb:search verb:see verb:step verb:the was
-0.35 after2:against after2:my after2:new after2:offer after2:until after3:early after3:ensure after3:opportunities
  after3:trade after3:us after3:your after:act after:and after:by after:do after:remain before2:changes
  before2:government before2:process before2:such before2:what before3:from before3:one before3:whether before3:while
  before:consumers before:court before:our both cue:designed cue:eager difficult first:nobody first:of first:vote good
  head:case head:family head:meeting head:talks head:the head:two likely verb:affect verb:arrive verb:debate
  verb:destroy verb:ensure verb:find verb:improve verb:in verb:learn verb:overturn verb:read verb:remember verb:secure
-0.40 after2:about after2:allow after2:come after2:fully after2:help after2:other after2:required after2:take
  after2:talk after2:us after3:. after3:care after3:greater after3:held after3:my after3:some after3:would
  after:always after:create after:his after:raise after:serve after:still before2:any before3:at before3:first
  before:their cue:attempt cue:expect cue:goal cue:were first:would head:campaign head:i head:man head:their verb:.
  verb:accelerate verb:be verb:create verb:have verb:lose verb:push verb:run
-0.45 after2:announced after2:kill after3:be after3:need after:join after:make after:say after:turn before2:a
  before2:whose before:had before:to cue:going cue:meant cue:offer cue:prepares first:i first:will head:consumers
  verb:allow verb:expect verb:help verb:miss verb:need verb:prevent verb:reach
-0.50 after2:destroy after2:just after3:more after:have after:n't after:never before2:court cue:guaranteed cue:mission
  cue:offers verb:by verb:rule verb:say verb:watch
-0.55 after3:down after3:them after3:too after:allow after:likely cue:chose cue:efforts first:many head:people
  verb:harm verb:pass
-0.60 after3:and after:probably cue:agree cue:commitments cue:ordered head:our verb:drive verb:play
-0.65 after2:work after3:, before3:to before:for cue:guarantees cue:scheduled first:not verb:show
-0.70 before3:she before:which
-0.75 after2:discussed cue:decision cue:due cue:trying verb:kill
-0.80 head:court
-0.85 cue:commitment
-1.00 before3:if
"""
"""A weight, then the words that have it."""

WORDS: dict[str, float] = {
    word: float(weight)
    for weight, words in re.findall(r"^([+-]\d\S+)(.*(?:\n  .*)*)", _TABLE, re.MULTILINE)
    for word in words.split()
}
"""The weight of each word; others weigh nothing."""
