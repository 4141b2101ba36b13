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
+1.45 verb:include
+1.40 cue:plans verb:consider
+1.30 cue:pledge cue:vowed
+1.10 cue:pledged
+0.95 cue:promised
+0.90 cue:agreement cue:wants
+0.85 before2:said cue:threatened
+0.80 after3:all before3:has before:a before:has verb:involve
+0.75 after2:no before3:back before3:year cue:planned verb:file verb:seek
+0.70 after3:get after:continue before2:reaffirmed verb:build verb:close verb:look
+0.65 after2:all after2:any after2:pursue after2:raise before2:announced cue:agreed cue:plan verb:get verb:some
+0.60 after2:close after3:no after:be after:look after:that before2:are before3:last cue:vowing first:about verb:a
  verb:continue verb:publish verb:suspend
+0.55 after2:0 after2:his after2:open after2:such after3:its after:also after:consider after:discuss before2:on
  before2:two before2:why before3:have before3:month before3:said cue:planning head:order head:plan head:proceeds
  verb:submit
+0.50 after2:release after2:subject after2:with after3:billion after3:tax after:focus after:hold after:replace
  after:support agreed announced before2:it before:government before:money before:never before:r first:at first:his
  head:department head:issue verb:curb verb:expand verb:focus verb:impose verb:invest verb:monitor verb:perform
  verb:receive verb:recuse verb:resist
+0.45 after2:deploy after2:do after2:establish after2:fall after3:additional after3:climate after3:million
  after:certainly after:investigate before2:both before2:that before:authorities cue:pledging first:prime first:there
  head:an head:investigation head:program head:r verb:carry verb:hand verb:host verb:introduce verb:lower verb:repeat
  verb:transfer verb:undergo verb:welcome
+0.40 after2:available after2:file after2:for after2:over after3:less after3:operations after3:was after3:with
  after:examine after:include after:receive after:seek after:use available before2:is before2:week before3:(
  before3:authorities before3:company before3:says before:'re before:an before:group before:lawmakers
  before:prosecutors before:today cue:are cue:guarantee cue:prepared cue:promise cue:proposes cue:ruled first:all
  first:an first:mr first:president head:agreement head:event head:forces head:money head:off head:projects
  head:prosecutors research verb:apply verb:charge verb:complete verb:launch verb:sell verb:send verb:support
+0.35 after2:considered after2:curb after2:cut after2:expand after2:invest after2:last after2:launch after2:offered
  after2:seek after2:support after3:' after3:existing after3:global after3:his after3:meeting after3:other
  after3:second after3:things after3:work after:an after:not after:require after:review after:sign agreement
  before2:Name before2:last before2:so before2:today before2:where before3:'s before3:) before3:. before3:0
  before3:after before3:mr before3:proposal before3:with before:order before:she before:sides before:still
  cue:announce cue:committed cue:intended first:further first:off first:r funding head:0 head:budget head:officers
  head:workers issued money plans release things tomorrow used verb:ask verb:assess verb:assume verb:conclude verb:do
  verb:eliminate verb:establish verb:initiate verb:issue verb:pull verb:refuse verb:repeal verb:rescind verb:study
  verb:supply verb:testify verb:transform
+0.30 after2:allowed after2:brought after2:build after2:change after2:everything after2:fight after2:keep after2:limit
  after2:longer after2:part after2:serve after2:stop after2:them after2:try after2:withdraw after3:a after3:action
  after3:before after3:further after3:insurance after3:made after3:making after3:measures after3:plans
  after3:production after3:special after3:those after3:three after:appeal after:apply after:deal after:ensure
  after:first after:head after:host after:involve after:its after:no after:plans after:send after:step after:work
  authorities before2:administration before2:budget before2:year before3:, before3:: before3:Name before3:election
  before:0 before:agreement before:ambitious before:budget before:colleagues before:commission before:country
  before:forces before:rate before:recently before:these before:wall border cue:gonna cue:intends cue:is cue:pledges
  cue:proposing cue:threatening cue:threats first:former first:information first:out first:stop first:t first:two
  first:us head:" head:> head:colleagues head:commission head:others head:t head:these head:year if include percent
  promised review statement verb:address verb:change verb:deploy verb:emerge verb:feature verb:fight verb:keep
  verb:let verb:made verb:negotiate verb:phase verb:planned verb:protect verb:pursue verb:scrap verb:sign verb:use
  verb:visit verb:walk verb:withdraw won
+0.25 action after2:Name after2:arrest after2:boost after2:every after2:extend after2:its after2:legal after2:lifted
  after2:lower after2:meet after2:out after2:remain after2:security after2:spending after2:strike after2:target
  after2:they after2:write after3:administration after3:anything after3:around after3:long after3:review after3:show
  after3:sure after3:under after3:used after:announce after:ask after:deliver after:out after:withdraw attorney
  before2:' before2:? before2:also before2:bank before2:care before2:central before2:countries before2:country
  before2:deal before2:foreign before2:further before2:indicated before2:industry before2:information before2:mln
  before2:our before2:out before2:second before3:agreement before3:banks before3:do before3:further before3:future
  before3:into before3:other before:but before:change before:have before:investigation before:later before:legislation
  before:police before:service before:t before:will budget carried cue:unveiled d deportations details discuss
  first:include first:new first:proceeds fleet free head:authorities head:company head:decision head:force
  head:industry head:officials head:proposal head:rate head:reform head:service head:years immigration legal measures
  next out phase plan planned plant pledge repeal support those to verb:$ verb:achieve verb:boost verb:clear
  verb:finance verb:lift verb:limit verb:purchase verb:question verb:release verb:repay verb:review verb:test
  verb:travel verb:unveiled vowed week
+0.20 after after2: after2:ask after2:before after2:by after2:enter after2:host after2:include after2:published
  after2:ready after2:reduce after2:return after2:so after2:taken after2:talks after3: after3:0 after3:against
  after3:allowed after3:away after3:do after3:from after3:higher after3:increase after3:interest after3:it
  after3:legislation after3:new after3:opportunity after3:part after3:place after3:taxes after:. after:address
  after:argue after:assume after:eliminate after:file after:go after:let after:made after:now after:operate
  after:oppose after:propose after:protect after:remove after:strengthen after:walk allegations already before2:,
  before2:additional before2:agreement before2:case before2:do before2:from before2:in before2:like before2:plan
  before2:was before2:with before2:“ before3:> before3:about before3:any before3:be before3:countries before3:deal
  before3:down before3:health before3:her before3:they before3:years before:bill before:by before:issue before:its
  before:loan before:ministers before:of before:others before:party before:program before:schools before:union
  before:week before:workers build campaign committee continue contracts cue:aims cue:intend cue:seeking cue:will de
  deputy design each experts first:$ first:< first:back first:others first:senior first:take first:three first:why
  first:work force foreign has head:cuts head:experts head:government head:group head:information head:law
  head:lawmakers head:loan head:policies head:remain head:rules head:work independent indicated industrial
  investigation involve leaders letter look million ministry nation nominee officially pay pilot planning pledged
  pledges prime promise provided receive schools sign state steps strike talks think threats told verb:aim
  verb:announce verb:appeal verb:appear verb:arrest verb:cooperate verb:explore verb:implement verb:install
  verb:investigate verb:meet verb:offer verb:operate verb:participate verb:recognize verb:renew verb:retain verb:speed
  withdraw
+0.15 administration after2:ahead after2:consider after2:done after2:draw after2:full after2:give after2:impose
  after2:issue after2:join after2:launched after2:making after2:our after2:overcome after2:participate after2:pay
  after2:place after2:pull after2:put after2:question after2:released after2:repeal after2:review after2:share
  after2:the after2:to after2:towards after2:working after3:- after3:are after3:at after3:campaign after3:case
  after3:during after3:entire after3:focus after3:funding after3:impact after3:military after3:mln after3:off
  after3:offer after3:on after3:overseas after3:tariffs after3:this after3:up after:all after:assist after:come
  after:conduct after:draw after:establish after:feature after:grant after:launch after:lead after:new
  after:participate after:represent after:retain after:sell after:up after:urge ago aid aims all also amount announce
  anything apply before2:'m before2:- before2:bill before2:companies before2:first before2:has before2:issues
  before2:leaders before2:mr before2:no before2:over before2:police before2:says before2:� before3: before3:both
  before3:but before3:companies before3:foreign before3:group before3:ministry before3:nations before3:of before3:plan
  before3:their before3:will before:) before:city before:committee before:deal before:everyone before:he before:is
  before:judge before:not before:parties before:products before:there before:what before:work began bloc boost built
  cameras cash centers central chancellor communities concluded consultations corporate corruption cue:accord
  cue:aiming cue:decided cue:determination cue:goals cue:intention cue:offered currently cut data deal deportation did
  dispute dividend duty effectively end enemy enforcement equipment established everybody exchange extra facilities
  fair file finance first:? first:another first:by first:help first:last first:over first:these first:with five flag
  flights floor from governor head:- head:banks head:firm head:offer head:opposition head:out head:owners head:part
  head:parties head:pct head:plans head:plant head:price head:results head:step head:there head:world helicopters
  homes hospital illegal includes individual initiative innovative integrated intention investigations its joint last
  laws legislation local made mass meeting met military minister ministers monitor month morning national necessary
  news notified of officers option order owned part pct police policies port process protected protest provide
  purchase pursue put quoted r reached reaffirmed refuse regulations regulator released repeat replace response ruled
  ruling sanctuary schedule served setting signed speech stage started starting stock stores stressed tariffs tax
  threatened top towards training transition tribunal units using verb:argue verb:ban verb:bar verb:challenge
  verb:conduct verb:discuss verb:free verb:fund verb:lead verb:new verb:place verb:proceed verb:propose verb:result
  verb:share verb:start verb:trigger verb:urge visa wall will yesterday
+0.10 abide abortions abuse accord according accounts ad added adding addition additional after2:'s after2:a
  after2:achieve after2:appear after2:apply after2:attend after2:be after2:become after2:carry after2:charged
  after2:create after2:fly after2:focus after2:free after2:himself after2:how after2:live after2:many after2:next
  after2:not after2:require after2:send after2:shut after2:speed after2:spend after2:start after2:suspend
  after2:taking after2:tomorrow after2:travel after2:use after2:visit after2:what after2:whether after2:within
  after2:would after3:able after3:another after3:bill after3:changes after3:costs after3:domestic after3:food
  after3:foreign after3:forward after3:government after3:have after3:investment after3:legal after3:local after3:make
  after3:members after3:negotiations after3:our after3:policy after3:power after3:provide after3:public after3:reduce
  after3:spending after3:state after3:through after3:to after:a after:appear after:buy after:even after:export
  after:free after:in after:instead after:invest after:issue after:maintain after:release after:result after:take
  after:travel after:visit airline allowed alternative analysis and annual anybody apology appearance appointment
  appropriate approved area arm armed arrest assist ban before2:be before2:business before2:his before2:intelligence
  before2:member before2:next before2:office before2:signed before2:them before2:which before3:" before3:? before3:[
  before3:added before3:all before3:already before3:announced before3:been before3:budget before3:business
  before3:committee before3:conference before3:market before3:meeting before3:million before3:no before3:official
  before3:state before3:statement before3:then before3:trade before3:way before3:well before: before:, before:>
  before:Name before:am before:and before:bank before:board before:changes before:contract before:cuts before:facility
  before:his before:minister before:ministry before:nobody before:offer before:policy before:price before:projects
  before:referendum before:reform before:services before:years beginning begun big bin bolster brief building
  businesses by cabinet camps cancelled candidate cannot cap care case casualties center centre chairman charges city
  civilian classes classified clearly closing colleagues commission company complaint complete compliance
  comprehensive computer condemned condition confirmation consequences construct contest contractors coordination
  cotton council cover criticized cue:looking cue:propose cue:shall cue:threat cue:voted cue:vows cue:would customs
  cuts deals debts decided dedicated defence deploy deposit designated detained develop diplomacy direct disputed
  district doctors document down draft drills dropped drugs eight election electoral eliminate employees employer ends
  enforce entering enterprises envoy eradicate establish establishment estimate ethics euro euros event everyone
  everything executive expanded explicitly explore factory fan father fight financing firms first first:authorities
  first:budget first:even first:ireann first:it first:just first:local first:no first:other first:policy first:tax
  first:the fleeing focus following formal forward fossil fuel full general generally goal going grants hand head:)
  head:agency head:by head:date head:delegation head:efforts head:election head:everyone head:exports head:his head:it
  head:later head:laws head:measures head:men head:ministers head:one head:policy head:problems head:products
  head:referendum head:sanctions head:schools head:sector head:security head:target head:terms head:troops head:week
  headquarters hearings highest holders holds home hospitals hours however human identify immediately immigrants
  included including increases initiate initiatives institution institutions insurance intended intends international
  investigate investigators island jobs lands launching lawyers leader leadership leading leaks learning lifetime
  limit line live loan locations majority mandate meals medical mention migrants mines missile mln mobility mosques
  movement named naval negative negotiate new north now officials on open operating opposition organisations overhaul
  overseas oversight ownership owns pact participate partnership party perform plants pledging politicians pollution
  posts practice presence prisoners private privately producer products programme promising proposal proposes
  proposing prosecutor protests publish published pull race rail rate reception recommendations recuse reducing
  reforms refugee registration rejects related remainder remains repeated repeatedly reporters reports representatives
  request require resigned resist retaliation return rules run said sanctions scheduled scrapped search sent separate
  shareholders smaller software soldiers sophisticated speed staff stated statements stations stop subject submitted
  successful suspected systems take target teams technical telling test tests the threatening timetable today tonnes
  train transform travel tweeted under unpaid urge use vehicle verb:abolish verb:accomplish verb:any verb:at
  verb:attempt verb:check verb:collect verb:comment verb:connect verb:deal verb:defend verb:deport verb:drop verb:ease
  verb:fall verb:halt verb:head verb:hold verb:increase verb:invite verb:move verb:occur verb:open verb:press
  verb:price verb:produce verb:quit verb:react verb:redeem verb:replace verb:respond verb:retaliate verb:return
  verb:serve verb:set verb:shut verb:stimulate verb:take verb:target verb:tell verb:that verb:they verb:write vessel
  vessels visit volunteers wants warning warrant waters we wealthy weapons website welcomed where work workers
+0.05 a abolish above acceptable access account accused acquire acquisitions acres across acting activist activists
  activity addressed addressing adjust adjusted adjustment administrative adults affairs after2:" after2:accept
  after2:another after2:benefit after2:break after2:buy after2:challenge after2:comment after2:economic after2:given
  after2:halt after2:in after2:increase after2:introduce after2:of after2:off after2:present after2:press
  after2:prevent after2:proceed after2:reach after2:receive after2:save after2:shift after2:stabilize after2:stand
  after2:stimulate after2:together after2:two after2:week after3:" after3:? after3:an after3:as after3:between
  after3:but after3:choice after3:close after3:company after3:day after3:development after3:everything after3:farm
  after3:home after3:own after3:pct after3:peace after3:something after3:such after3:together after3:tomorrow
  after3:within after3:working after3:world after3:year after:accelerate after:attend after:carry after:close
  after:cover after:get after:help after:is after:it after:offer after:on after:pay after:rise after:to
  after:ultimately after:veto afternoon agency agents aimed aiming aircraft alcohol allow alongside altogether
  ambitious ancient animals anniversary announcement announcing answered application applications approval approve
  areas arising arms army arrested arsenal arts aside assembly assets assistance associates association assurance
  asylum attempt attract auction audit auto automatically autumn aviation avoiding banned banning barred barriers
  before2:) before2:. before2:; before2:] before2:although before2:each before2:executive before2:financial
  before2:have before2:industrial before2:issue before2:legislation before2:million before2:oil before2:order
  before2:political before2:proposal before2:proposed before2:public before2:state before2:team before2:to
  before2:work before3:/ before3:adding before3:although before3:campaign before3:clear before3:economic before3:every
  before3:few before3:five before3:just before3:made before3:major before3:many before3:money before3:power
  before3:there before3:this before3:today before:administration before:after before:agency before:company
  before:decision before:efforts before:event before:funds before:in before:law before:leaders before:members
  before:nations before:package before:plans before:project before:said before:says before:state before:strategy
  before:strike before:while bid billion binding body bonus borrowers bottom boycott branch breach briefing broad
  broadcast broadcaster broadcasting brought bureau bus cable call called calling calls camp campaigns capabilities
  capable capital card careful cargo carrier carry cars caught ceasefire centres cents century chains chamber charity
  checkpoint checks chief chip chips choices citing citizens citizenship claiming claims cleared clearing client
  climate close closed coalition coastal code collapse collective college combat command commercial committed
  committees commodities communique compensate components concern concessions conducted conducting conference
  congressional connected connecting connections conservatives considered consistently consolidate consultation
  contained containing continuous contract contribution control controls controversial cooperate corporation counsel
  counted counter counterparts country covered crack crackdown creation creative creditor creditors crews crimes
  criteria criticised cue:announced cue:deal cue:willingness cue:wo curb currencies custody customers cutting dairy
  date dated dates deciding decisions declaration declare decree deemed defense defensive delegation demands denied
  denominations deport deported deposits deputies despite detailed detention diplomatic directly discussion diseases
  dismantle display disposal disputes dividends doing domestic don doors dramatic drone drones drug dumping during
  earlier education efficiency effort elected electrical eligible eliminated elsewhere emails emerge emissions
  emphasized employed encouraged encouraging enforced engage engine engineering entry equity equivalent escalating
  estimated eurozone evacuate events evidence examination example except exciting executives exercise existing exit
  expanding expansion expert explained explaining exports express facility failed favorite fears feature feeling
  fighters filibuster finalised financially fire first:, first:asked first:banks first:him first:later first:members
  first:officials first:part first:reporters first:six first:support first:then first:u.s. first:workers flee flow
  follow followed follows football for forever formally forms forthcoming foster framework franc francs fraud freedom
  friendly fruit fulfil fulfilling funds further gains generated giant gives giving globally gold gone gonna governing
  government green grounds groups guideline hackers hair happens have head head:action head:actions head:after
  head:ahead head:bill head:board head:citizens head:city head:contract head:deficit head:dlrs head:expected
  head:father head:in head:judge head:life head:million head:minister head:notes head:output head:payments
  head:president head:project head:reforms head:said head:share head:sides head:state head:those head:unions head:with
  headed hearing heat helicopter help heritage hiring hold homeland honor host hostilities hosting hotels http
  humanitarian hundreds ignore illegally imbalances immediate implement implementation implemented importantly imposed
  imposing improving in incentives increase indefinite informed infrastructure initially inquiry insist insisted
  inspection install installation instead instructed intend intentions interfere interim intervention invest invoke
  ireann islands issuing jointly judge kept killing labels labour larger later launch lawyer led legally lender levels
  levy liabilities licenses lift lifted link linkedin list loans location luxury mainland mainly major make maker
  mandatory manifesto marijuana massive maternity matter matters maturity mayor meantime meat mechanism mechanisms
  media memorandum mental migration millions minds miners minimum mining ministerial ministries missions mobile model
  modern monitoring moon moral moratorium myself n nations nationwide nature near negotiating neighborhood neutral
  newspaper nobody nomination normal northwest notes nurses obligations obtain occupied och official ongoing operation
  operations opioid oppose opposed opposes organizations organize outbound outlined outstanding overwhelming owner
  owners pace page paid panel parks partnerships parts passengers passes passing patients payments pending per
  percentage permanent perpetrators persecution personal personnel petition places platform played points popular
  ports possibilities potentially predecessor premier premium preserve previously primarily primary procedure proceeds
  produced producing professional profit profitable programmes prohibit project projects promises promote proposals
  propose prosecution protecting proud prove providers providing province provision provisional pulled punish pushing
  questioned questions quo railway raise raises rates ratified reaches reacted ready reaffirm reasons rebellion
  receiving recently recognize recruit red reddit reductions redundancies redundancy refer reference refinery refugees
  refusal refused regard regardless register regulate regulation regulatory relative relevant relief religious rely
  removed renew repay repayment repayments replacement reported reportedly reporter representing requirement rescind
  rescue reshuffle resistance resolution responded restrictions retail retain retaliate returned returns revealed
  revenues reverse revised rises rising road roles row rtenews rubles running s salary same savings scene scope scrap
  seamen second seek seeking seeks select selected semiconductors senators serve service settled sex shall share
  shareholder sharing shift ship ships signaled similar single sister smartphone social solutions somehow something
  southern space speaker speaking specialist spending spent spoken spokesman spokeswoman sports spot spur square
  stabilise stance standard standards stands star status stem stopped stream streets structure study stumble style
  subsidiary subsidy subway suitable sum summer supervision suppliers surgery surplus suspects suspend sweeping swing
  system tackle takes talked teachers team tech techniques technology temporarily tender terms terror terrorism
  testimony testing than then three timing tonne took tool tour towns traded trading traditional traffic trains
  transaction transfer transit transport traveled travelled treat treatment trees triggering truck turned
  unconstitutional undergo understanding understood undocumented unemployed union unions unit universities unless
  unveiled up urgently us various venture ventures verb:appoint verb:buy verb:control verb:crack verb:dismantle
  verb:extend verb:force verb:go verb:guarantee verb:it verb:join verb:link verb:list verb:maintain verb:promote
  verb:reflect verb:reject verb:reopen verb:reveal verb:stabilize verb:stop verb:veto very vice village villages
  violated violence visas visited visits voluntarily voluntary voted vowing want warned wasn watched watching waves
  weekend weekly welcome well why wife wind wins winter witness wo women wonder wonderful workforce working worldwide
  wreckage writing your zone zones
-0.05 abandon abortion absence absolutely accelerate accept accepted accurate achieved achievement achieving
  acknowledged act actions actors actually adapt add adds adequate admit advanced advantage adviser advisers advocacy
  affected affecting afraid after2:' after2:acquire after2:add after2:advance after2:affect after2:affected
  after2:after after2:announce after2:anything after2:appeal after2:asked after2:attract after2:away after2:begin
  after2:between after2:blame after2:calm after2:closely after2:complete after2:continue after2:cooperate after2:deal
  after2:determine after2:enough after2:escape after2:expire after2:export after2:follow after2:good after2:government
  after2:grant after2:had after2:harm after2:have after2:he after2:held after2:higher after2:hurt after2:mln
  after2:need after2:offset after2:on after2:pass after2:prepared after2:protect after2:push after2:quickly
  after2:report after2:resolve after2:resume after2:rise after2:tax after2:thank after2:that after2:there after2:those
  after2:through after2:trade after2:undermine after2:win after3:$ after3:: after3:Name after3:access after3:business
  after3:cut after3:different after3:dlrs after3:done after3:effect after3:end after3:every after3:expand
  after3:financial after3:first after3:full after3:future after3:great after3:high after3:immediate after3:important
  after3:international after3:jobs after3:just after3:not after3:of after3:one after3:plan after3:prices
  after3:relations after3:service after3:services after3:significant after3:talks after3:they after3:time after3:tough
  after3:water after3:way after3:whether after3:who after3:years after:determine after:drop after:exceed after:fail
  after:further after:generate after:he after:hear after:hurt after:last after:move after:permit after:prevent
  after:proceed after:respond after:see after:seem after:soon after:stop after:the after:total after:you aftermath
  again against agencies ages aggressive agriculture airlines alive allegation alliances allocation alone ambassador
  ambition anymore apparent appeared appears are argues arguing arrival arrive arriving as asking aspects
  assassination assess assessment asset assisting associate associated assumed assuming atmosphere attempted attempts
  attorneys attraction audience average award awareness baby back bad balances bankers bankruptcy banks bars based
  basic basis beat beautiful became become becomes becoming before2:been before2:believe before2:believed
  before2:capital before2:confident before2:final before2:her before2:hope before2:insurance before2:interest
  before2:its before2:making before2:may before2:means before2:might before2:ministers before2:nations before2:now
  before2:overseas before2:parties before2:party before2:policy before2:possible before2:president before2:security
  before2:stock before2:than before2:there before2:union before2:up before3:' before3:administration before3:against
  before3:believed before3:believes before3:current before3:for before3:hope before3:interest before3:investment
  before3:it before3:key before3:know before3:n't before3:office before3:oil before3:predicted before3:proposed
  before3:see before3:slide before3:sources before3:such before3:talks before3:that before3:think before3:though
  before3:under before3:who before:" before:. before:? before:already before:are before:at before:ban before:banks
  before:be before:certainly before:costs before:deficit before:earlier before:imports before:industry before:inquiry
  before:investors before:leader before:life before:markets before:meeting before:n't before:pipeline before:process
  before:proposals before:report before:sector before:shares before:some before:staff before:talks before:them
  before:they before:things before:time before:turn before:up before:women behavior behind believes benefit benefits
  bigger bipartisan birth bit black blocked blood blow bodies books borrow boss box branches brand break broadly
  burden businessman ca campaigned campaigning can cancer candidates capability capture car career carefully carriers
  carries category cause caused causing caution census certainly certainty chair challenge chances changes character
  characters charge charged children choice circulation citizen civilians clash clashes clear closely coach coast
  coffee combination combined come commanders comment comments commit commitment commitments commodity communication
  communications completely complex comply concentrate concept conclusion confidence conflict conflicts consent
  conservative considerable consideration considers consistent consortium constitute constitutional constructive
  consumer content continent continued contrary contrast contributed controversy conversation convicted convinced
  cooperation coordinate correct corridor costs counterpart covering creating credibility credit crew criminals crop
  cruise cue:contract cue:outlined cue:seeks cue:wanted culture damage damaging dangerous dark daughter day days
  deadline death debate debated debtor debtors decide decides declared deeper deeply deficits defining defuse delay
  delayed demanded demanding democratic demonstrate deny depends describe desperately destroyed deter determined
  determining device die died differences difficulty digital dinner diplomat disagree disaster discount discrimination
  discussing displaced distribution diversity dlr do documents doesn dog done donors doubt drain drawn driven drop
  drought duties eager earned easier easily eat economics economies economist economists edge electric elements
  emerging employee employers enable enabling ending engaged enhance enterprise entrepreneurs episode era error
  essential estimates ethnic evacuation eventually examined exclusive exercises exert expects expenses expensive
  expertise explain explains explanation export expose expressing extension eye eyes f faced facilitate factor
  factories fail failures fairly fake families famine famous farm farmers faster favor feared fearing fee feel
  feelings feet fellow female few field fierce fighter fighting figure figures filed final fine finish firmly first:-
  first:a first:come first:confident first:economic first:first first:from first:government first:into first:is
  first:leaders first:more first:nothing first:set first:still first:sure first:to first:trying first:very first:which
  fit fix flexibility flight flows foot forced forecasts foreseeable format formed forum foundation freeze frequently
  fresh friendship frustrated fulfill fundamentally funeral futures game games gap gas gather gathered gathering
  gender generation generations genetic gets getting globalization grab grains grand granted granting greatest greatly
  gross group guaranteed guidance guilty guy half hall handle handling hang happening harder hardly harm head:alone
  head:approval head:away head:bank head:change head:cooperation head:details head:dispute head:doctors head:earlier
  head:effect head:focus head:hearing head:her head:impact head:individuals head:inquiry head:investors head:jobs
  head:leaders head:leadership head:markets head:most head:much head:nothing head:pipeline head:result head:returns
  head:rise head:sale head:say head:says head:show head:situation head:something head:staff head:statement head:them
  head:they head:things head:trend head:union head:wall head:way head:while heading headlines heads headscarf
  healthier healthy heard heavy helped helpful helping helps here highly himself historic holding holiday honestly
  hopeful hostile houses housing https humanity humans hurt husband ice idea ideas images imagine implications
  imported improvement inappropriate incentive inclusion income incoming indeed independence index indications
  indirectly inner innocent inside institute instruments insufficient integration intent interesting internationally
  introduction investigating investment investments inviting involvement items itself journey jury justify keep kick
  killed kilometers kind knew knowledge known knows land largest launched law leads learn learned leaving legislature
  legitimacy legitimate liability liberal lie likelihood limits liquidity listen lived livelihoods lives living locals
  locked longer lose lost lot lowering magazine maintaining making managed managing manner manufacturing mark marked
  market marks match material maturing maybe meaning meaningful men messages middle militants mill mind minority
  minutes miss mission moments momentum monetary months mostly mounting mouth move moves murder museum music name
  names narrative narrow nationalist necessarily neck needed neither net network never newsletter nice night no none
  nonprofit nor northern not notably note numbers numerous objective objectives obligation observed observers obvious
  occupation occurred offensive offices old once online operational opinions opponents opposite opted options ordering
  originally other otherwise ourselves outcome outline outlook over overall overturned overwhelmingly package par
  parallel parent parents participants participation partly passage passenger path pattern paying peace peaceful peak
  peninsula perceived permanently permit permitted person phone photo pick picture piece platforms playing please
  plenty plus pockets pointed politics pool poor popularity populist pose positions possible possibly post powerful
  powers practices precious preliminary premiums preparations prepare preparing presented presents presidency
  presidents prevent prices principles prioritize processes producers profits progress projected promoting proper
  properly proposed protection provisions punished pursuing push putting quarter quick quickly quite raids railways
  rain rare rather reaching reaction read realistic realize really reason rebels received records reduce reduced
  referendum referred reflect reform refusing regain regime region regional regular regulators reinforce reject
  relationship relationships relatively religion reluctant remained remembered removing renewed repairs replaced
  replacing representative repurchase requested required requirements requires rescheduling researcher reserve
  resident residents resign resignation resource respect responsibility restore restored restrictive restructuring
  resume retake revenue revolution rich rid right risks rivals roads roll room roughly route routes rush sad safeguard
  sale save saved saying science scientific scrutiny searching seats sector secure security seeing seem seemed seen
  seize sell selling senator send sense sensitive sentence sentiment services serving session sessions setback settle
  seven severely shares sharp sharply shifts shooting shot shown shy sick side signal significant signs simple simply
  since size skills slightly slow slowly smart soil solar soldier solve somebody someone sooner sort sought sound
  sovereign species specific speculative spirit spoke sport spotlight stability stable stake stalled start states stay
  steadily steady step stepping stg stick stood stories strategic strategy strength strengthening striking stronger
  strongly struck struggle struggling students studying subsidiaries subsidies success successor suffer suffering
  suicide supply supporter supporters surely surpluses surprise surprised surveillance suspension sustainable symbol
  tactics talk tap targeted targets task teacher technological tells temperatures temporary tension tensions territory
  terrorist thank thanks their themselves therefore they thinks thorough through throughout thus tie together tonight
  topic topics totally toward track trade tradition tragedy transactions transfers transitional transparency travelers
  treasury tremendous trend trial tribute tried tries trim triumph trouble truly trust tweet tweeting two unacceptable
  uncertainty uncomfortable undermine underway undoubtedly unfair uninsured united unknown unsubstantiated urged
  urgency useful usually valuable valued vast ve vegetable vehicles verb:abandon verb:act verb:and verb:become
  verb:begin verb:blame verb:bring verb:call verb:calm verb:catch verb:come verb:contain verb:cross verb:demonstrate
  verb:develop verb:drain verb:enhance verb:enter verb:escape verb:exchange verb:expire verb:export verb:feel
  verb:figure verb:fix verb:fly verb:fulfill verb:govern verb:hire verb:hurt verb:impact verb:intervene verb:last
  verb:make verb:mean verb:more verb:name verb:of verb:on verb:outlined verb:overhaul verb:prepare verb:realize
  verb:rebuild verb:refer verb:reform verb:remove verb:require verb:resume verb:rise verb:save verb:seem verb:shift
  verb:slash verb:spend verb:stand verb:suggest verb:sustain verb:thank verb:this verb:throw verb:undermine
  verb:understand verb:uphold verb:will verb:work veto via viable victims victory video videos viewers violate
  violation violations virtually visitors voice voices wait water way ways weaken weapon wear weight western when
  wherever whole whose widely widespread willingness winds wish withdrawal within witnessed witnesses word worked
  works worried worse would wrote yields young younger youth
-0.10 about abroad accountable acquisition affect after2:again after2:around after2:ban after2:block after2:both
  after2:call after2:cause after2:clear after2:compromise after2:develop after2:different after2:dismantle
  after2:ensure after2:face after2:far after2:forced after2:grow after2:happen after2:hear after2:hit
  after2:impossible after2:is after2:look after2:lose after2:make after2:mean after2:needed after2:negotiate
  after2:replace after2:restore after2:revive after2:school after2:services after2:sit after2:solve after2:some
  after2:speak after2:stay after2:this after2:too after2:under after2:wheat after3:( after3:[ after3:across
  after3:after after3:any after3:been after3:budget after3:cooperation after3:cuts after3:difficult after3:easy
  after3:even after3:federal after3:find after3:hard after3:impossible after3:influence after3:itself after3:key
  after3:large after3:necessary after3:only after3:or after3:out after3:possible after3:price after3:see after3:she
  after3:themselves after3:there after3:until after3:vote after3:when after3:where after3:women after3:you
  after:accept after:allegiance after:boost after:build after:cause after:change after:contribute after:decide
  after:definitely after:drive after:facilitate after:feel after:finally after:for after:force after:grow after:hit
  after:hope after:live after:lower after:more after:most after:play after:present after:resume after:return
  after:speak after:stick after:then after:want after:win age agricultural allegedly allies ally always among analysts
  anger any apart apparently asked assistant attack balance bar battle before before2: before2:" before2:0
  before2:after before2:all before2:because before2:believes before2:billion before2:by before2:can before2:doing
  before2:group before2:groups before2:health before2:hopes before2:knew before2:major before2:market before2:move
  before2:my before2:private before2:should before2:support before2:your before3:; before3:a before3:also
  before3:another before3:asked before3:city before3:come before3:confident before3:deficit before3:dlrs before3:even
  before3:federal before3:government before3:hoped before3:hopeful before3:hopes before3:hoping before3:how before3:i
  before3:in before3:international before3:out before3:peace before3:price before3:second before3:those before3:three
  before3:up before3:we before3:work before3:world before:' before:all before:always before:appears before:as
  before:case before:demand before:dollar before:firms before:her before:investment before:just before:man
  before:measure before:might before:officials before:policies before:political before:previously before:prices
  before:rates before:sanctions before:show before:side before:situation before:system before:team before:the
  before:vote before:we being believed beyond bills blame bomb bridge broader but c cast change channel channels
  cities claim comes coming commander compete competition completed condolences confident considering constitution
  consumers consumption continues conversations course courts create crisis critical cue:Name cue:aimed cue:effort
  cue:hope cue:hoping cue:poised cue:tries currency current damaged dead debt declined decrease defeat delivered
  demand democracy depend deployed desire destroy dialogue dlrs does dollar dominate door drive driving early earnings
  effect efficient ended enjoy entire especially experience exporters face faces factors failure fans fate fear fill
  filled film find firm first:companies first:most first:my first:north first:otherwise first:our first:people
  first:see first:several first:state first:talks first:this first:total first:trade first:we first:� form formula
  garda global go goals got governments ground grow guarantee had hands happened happy head:? head:appears
  head:capital head:children head:committee head:concerns head:cut head:fans head:imports head:legislation head:level
  head:line head:long head:more head:nation head:parliament head:political head:position head:pressure head:prices
  head:rates head:request head:residents head:role head:rule head:sales head:should head:some head:support head:trade
  head:use head:we head:what head:women heart her highlight him history hit hoping impossible improve increasing
  increasingly indication industries influence intelligence interview investigated investor investors job join judges
  judgment key lack language large late lawmaker lay least leaves left level like limited little looks loss losses
  love low manager manufacturers margin means meant members merger message might missed moment movie my natural nearly
  noted nuclear offers offshore often one opening opinion opportunities opportunity or our outside partner past
  perhaps period physical plane population positive practical prepares presidential preventing prior priority
  proceedings professor profile prosperity purchases pushed quality question rallies real reality recent record
  recover remaining report reporting researchers reserves resolved respond rest result rise risk safety scenario
  school season secretary securing seems sentenced series seriously settlement settlements shape show shows six snow
  society solution sometimes sources speak speculation spokesperson stand strategies strikes suggest suggested summit
  tackling talking technologies text thousands threat threaten time tone tough town treaty trillion trip turn types
  ultimately uncertain unclear undertake undertaken unlikely until upcoming upon verb:adopt verb:advance
  verb:allegiance verb:announced verb:approve verb:attack verb:attract verb:clarify verb:contribute verb:cover
  verb:deliver verb:discourage verb:disrupt verb:divide verb:engage verb:evacuate verb:fail verb:gain verb:generate
  verb:he verb:identify verb:inject verb:most verb:pave verb:permit verb:persuade verb:present verb:preserve
  verb:prove verb:remain verb:report verb:resolve verb:revive verb:settle verb:speak verb:stick verb:strengthen
  verb:survive verb:total verb:trade verb:win voters voting w wealth weather whatever willing without workplace world
  worst wrong
-0.15 able after2:an after2:approved after2:attack after2:better after2:defuse after2:difficult after2:discuss
  after2:engage after2:even after2:from after2:go after2:him after2:if after2:influence after2:international
  after2:know after2:lead after2:likely after2:me after2:more after2:necessary after2:play after2:preferred
  after2:pressure after2:produce after2:provide after2:public after2:reduced after2:run after2:secure after2:set
  after2:show after2:soon after2:tell after2:want after2:willing after2:you after3:'s after3:ahead after3:because
  after3:beyond after3:economic after3:enough after3:face after3:far after3:for after3:free after3:good after3:help
  after3:into after3:look after3:many after3:market after3:next after3:paid after3:security after3:two after3:weeks
  after3:workers after:Name after:depend after:die after:expect after:extend after:give after:harm after:him
  after:impose after:improve after:increase after:just after:leave after:pick after:push after:put after:suffer
  after:their agree ahead almost although analyst anyone approach be before2:'re before2:against before2:authorities
  before2:before before2:confirmed before2:domestic before2:he before2:if before2:important before2:know before2:make
  before2:man before2:most before2:not before2:of before2:one before2:only before2:since before2:some before2:south
  before2:sure before2:time before2:when before2:while before2:who before2:would before2:years before3:- before3:an
  before3:because before3:could before3:expected before3:found before3:important before3:is before3:its
  before3:leaders before3:likely before3:now before3:since before3:unclear before3:unlikely before3:was before3:would
  before:'s before:- before:countries before:election before:firm before:it before:job before:many before:measures
  before:move before:so before:states before:trade before:visit before:who best challenging chance chose compared
  confirmed congressman cue:commit cue:decisions cue:seek cue:sought cue:threatens cue:votes danger decision departure
  different due elections emergency energy ensuring enter ever expect expected extremely fall family first:almost
  first:both first:countries first:every first:everyone first:few first:for first:he first:health first:her
  first:ministers first:none first:only first:possible first:put first:she first:some first:south first:such
  first:their first:up first:what first:your forecast future gain greater growing guarantees hard he head:Name
  head:agencies head:as head:challenge head:companies head:cost head:costs head:countries head:deal head:demand
  head:democrats head:dollar head:events head:groups head:idea head:increase head:investments head:its head:job
  head:losses head:measure head:move head:none head:party head:percent head:person head:process head:production
  head:proposals head:report head:shares head:solution head:up head:visit head:you health high his hoped huge
  increased industry into issues just kill lead life makes management mean more mother must needs negotiations
  optimistic ordered parliamentary particularly pass play players position power predicted president price problem
  purpose reach relations rule says securities see shared she situation still story that this ties truth trying unable
  understand value verb:assist verb:celebrate verb:compensate verb:compromise verb:count verb:cut verb:decide
  verb:deepen verb:defuse verb:demand verb:determine verb:die verb:double verb:exceed verb:face verb:hear verb:him
  verb:hit verb:hope verb:like verb:manage verb:merge verb:pay verb:resign verb:restore verb:slow verb:solve
  verb:spread verb:strike verb:their verb:violate verb:vote verb:weaken verb:you vision votes which words
-0.20 ability after2:agree after2:also after2:and after2:as after2:avoid after2:been after2:confirm after2:damage
  after2:deliver after2:down after2:end after2:explain after2:further after2:get after2:into after2:it after2:less
  after2:lift after2:like after2:little after2:national after2:necessarily after2:only after2:package after2:paid
  after2:plan after2:preserve after2:rebuild after2:reform after2:roll after2:seen after2:seize after2:up after2:very
  after2:well after3:back after3:better after3:by after3:chance after3:change after3:closely after3:country
  after3:court after3:create after3:force after3:go after3:growth after3:health after3:how after3:in after3:like
  after3:me after3:open after3:pay after3:people after3:percent after3:political after3:pressure after3:strong
  after3:very after:bring after:cut after:effectively after:eventually after:ever after:reduce after:set after:show
  after:significantly after:stand after:tax after:trigger after:vote agenda argued attention avoid before2:an
  before2:banks before2:economic before2:federal before2:hoped before2:i before2:ministry before2:something
  before2:the before2:we before3:believe before3:bill before3:good before3:he before3:like before3:me before3:over
  before3:part before3:president before3:referendum before3:system before3:what before3:when before3:why
  before:campaign before:can before:cities before:could before:growth before:i before:increase before:negotiations
  before:proposal before:simply before:spending before:tax before:that before:this before:you between bring claimed
  could cue:'d cue:bid cue:decides cue:hoped cue:preparing cue:proposed deficit development director discussed enough
  even fact far first:democrats first:in first:mean first:one first:police first:provide first:that first:under former
  found great head:. head:aid head:allies head:ban head:fall head:here head:initiative head:investment head:judges
  head:lot head:mission head:states head:team head:the head:vote hopes how important it leave long member most need
  nothing number political possibility probably several significantly so term there these thing times too verb:Name
  verb:agree verb:an verb:balance verb:blow verb:capture verb:cause verb:decrease verb:exclude verb:for verb:grow
  verb:its verb:lay verb:put verb:raise verb:represent verb:seize verb:sit verb:suffer verb:treat verb:undertake views
  whether while win
-0.25 after2:, after2:- after2:address after2:at after2:bring after2:certainly after2:encourage after2:hard
  after2:left after2:probably after2:see after2:strengthen after2:these after2:time after2:when after2:will
  after2:your after3:companies after3:efforts after3:if after3:six after3:soon after3:take after3:that after3:the
  after3:without after:" after:, after:actually after:affect after:almost after:become after:enable after:fall
  after:follow after:gather after:keep after:kill after:know after:of after:pass after:provide after:run after:save
  after:spend after:stay away because been before2:but before2:future before2:how before2:more before2:new before2:or
  before2:other before2:power before2:she before2:thing before2:think before2:this before2:trade before2:were
  before2:whether before3:had before3:long before3:most before3:next before3:or before3:our before3:saying before3:so
  before3:two before:aid before:economy before:market before:on before:originally before:priority before:probably
  before:their before:voters before:was before:were before:world before:would believe challenges cue:aim cue:ambition
  cue:designed cue:expects cue:objective cue:offering cue:promises cue:proposal cue:proposals cue:ready cue:threaten
  economic first:how first:parliament growth head:administration head:country head:economy head:elections head:fund
  head:growth head:many head:market head:series head:she head:so head:system head:tax is man many markets may much
  problems say should strong verb:almost verb:attend verb:avoid verb:benefit verb:block verb:combat verb:commit
  verb:compete verb:depend verb:enable verb:encourage verb:facilitate verb:know verb:mark verb:pick verb:public
  verb:stay verb:tackle verb:tax verb:the verb:turn verb:want were who
-0.30 after2:able after2:against after2:delay after2:drive after2:learn after2:much after2:step after3:again
  after3:control after3:he after3:her after3:him after3:later after3:major after3:most after3:much after3:than
  after3:we after:add after:benefit after:find after:lose after:need after:open after:reach after:remain after:try
  before2:as before2:at before2:changes before2:company before2:many before2:members before2:their before2:these
  before2:what before3:are before3:chance before3:however before3:make before3:mean before3:minister before3:not
  before3:only before3:sure before3:these before3:were before3:where before:also before:been before:family before:fund
  before:one before:people better community cue:attempts cue:decide cue:determined cue:hopes cue:purpose cue:set
  cue:task cue:tried cue:want cue:was cue:willing cue:working economy environment first:clear first:now first:they
  first:vote first:whose first:yet first:you head:agenda head:governments head:leader head:nobody head:priority
  head:their head:this head:voters hope i know me people pressure some verb:add verb:choose verb:concentrate
  verb:confirm verb:damage verb:delay verb:find verb:finish verb:follow verb:give verb:his verb:influence verb:leave
  verb:locate verb:provide verb:recover verb:restrict verb:search verb:step was
-0.35 after2:allow after2:my after2:offer after2:until after3:. after3:early after3:ensure after3:is
  after3:opportunities after3:trade after3:us after3:your after:act after:and after:by after:do after:his after:raise
  before2:'s before2:about before2:process before2:such before2:those before3:from before3:one before3:whether
  before3:while before:consumers before:court before:targets both cue:eager difficult first:nobody first:of
  first:would good head:case head:family head:meeting head:talks head:two likely only verb:affect verb:arrive
  verb:debate verb:defeat verb:destroy verb:ensure verb:fill verb:gather verb:improve verb:learn verb:overturn
  verb:read verb:remember verb:secure
-0.40 after2:about after2:come after2:fully after2:help after2:new after2:other after2:required after2:talk after2:us
  after3:be after3:greater after3:held after3:my after3:some after3:would after:always after:create after:join
  after:say after:serve after:turn before2:any before2:government before2:whose before3:at before3:first before:our
  cue:attempt cue:expect cue:goal cue:mission cue:were head:campaign head:i head:man head:that verb:. verb:accelerate
  verb:be verb:create verb:have verb:lose verb:push verb:reach verb:run verb:see
-0.45 after2:announced after2:kill after2:take after3:need after:make after:still before:had before:to cue:offer
  cue:offers cue:prepares first:i first:will head:consumers verb:allow verb:expect verb:help verb:in verb:miss
  verb:need verb:prevent
-0.50 after2:destroy after2:just after3:more after:n't after:never before2:a before2:court cue:efforts cue:going
  cue:guaranteed cue:meant verb:by verb:rule verb:say verb:watch
-0.55 after3:and after3:down after3:them after3:too after:allow after:have after:likely cue:chose first:many verb:harm
  verb:pass
-0.60 after:probably before:for cue:agree cue:commitments cue:decision cue:due cue:guarantees cue:ordered head:our
  head:people verb:drive verb:play
-0.65 after2:work after3:, before3:to first:not verb:show
-0.70 before3:she before:which cue:trying
-0.75 after2:discussed cue:scheduled head:court verb:kill
-0.85 cue:commitment
-0.95 before3:if
"""
"""A weight, then the words that have it."""

WORDS: dict[str, float] = {
    word: float(weight)
    for weight, words in re.findall(r"^([+-]\d\S+)(.*(?:\n  .*)*)", _TABLE, re.MULTILINE)
    for word in words.split()
}
"""The weight of each word; others weigh nothing."""
