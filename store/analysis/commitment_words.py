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
+1.50 verb:include
+1.45 cue:vowed verb:consider
+1.40 cue:plans
+1.25 cue:pledge
+1.10 cue:pledged
+1.00 cue:promised
+0.85 before2:said cue:agreement cue:threatened cue:wants
+0.80 before3:has before:a before:has verb:build verb:involve
+0.75 after:that verb:file verb:seek
+0.70 after3:all after3:get after:continue before2:reaffirmed before3:back before3:year cue:plan verb:close verb:look
+0.65 after2:all after2:any after2:no after2:pursue after2:raise cue:agreed cue:planned verb:some
+0.60 after2:close after:consider after:look before2:announced before2:are before3:have before3:last first:about
  verb:a verb:continue verb:publish verb:suspend
+0.55 after2:his after2:such after3:its after3:tax after:also after:be after:discuss before2:on before2:two
  before2:why before3:month before3:said first:at head:plan head:proceeds verb:get verb:submit
+0.50 after2:0 after2:fall after2:release after2:subject after2:with after3:billion after3:million after3:no
  after3:with after:focus after:hold after:support agreed announced before2:it before3:( before:money before:never
  cue:planning cue:vowing head:department head:order verb:focus verb:impose verb:invest verb:monitor verb:perform
  verb:receive verb:resist verb:welcome
+0.45 after2:deploy after2:do after2:establish after3:additional after3:climate after:certainly after:investigate
  after:replace before2:both before:authorities before:government before:r cue:pledging cue:promise cue:proposes
  first:his first:prime first:there head:) head:an head:investigation head:issue verb:curb verb:expand verb:host
  verb:recuse verb:repeat verb:transfer verb:undergo
+0.40 after2:available after2:every after2:file after2:for after2:open after2:over after3:less after3:operations
  after:examine after:include after:receive after:seek available before2:that before2:week before3:)
  before3:authorities before3:company before3:says before:an before:group before:prosecutors before:today cue:are
  cue:guarantee cue:intended cue:prepared cue:ruled first:all first:an first:president head:agreement head:event
  head:forces head:money head:off head:program head:projects head:prosecutors head:r money verb:apply
  verb:charge verb:complete verb:do verb:eliminate verb:establish verb:hand verb:introduce verb:launch verb:pull
  verb:rescind verb:sell verb:support
+0.35 after2:brought after2:considered after2:curb after2:cut after2:expand after2:invest after2:keep after2:launch
  after2:offered after2:seek after2:support after3:' after3:existing after3:global after3:his after3:making
  after3:meeting after3:other after3:second after3:things after3:was after3:work after:an after:not after:plans
  after:require after:review after:sign after:use agreement before2:Name before2:is before2:last before2:no
  before2:today before2:where before3:'s before3:. before3:0 before3:after before3:proposal before3:with before:'re
  before:order before:rate before:she before:sides before:these cue:announce cue:committed first:further first:off
  first:r funding head:budget head:loan head:opposition head:others head:service head:workers head:year issued plans
  promised release research things tomorrow verb:ask verb:assess verb:assume verb:conclude verb:fight verb:lower
  verb:planned verb:refuse verb:repeal verb:send verb:testify verb:transform
+0.30 after2:allowed after2:arrest after2:boost after2:change after2:everything after2:fight after2:last after2:limit
  after2:longer after2:part after2:remain after2:serve after2:stop after2:try after2:withdraw after3:a after3:action
  after3:before after3:further after3:insurance after3:made after3:measures after3:plans after3:production
  after3:special after3:those after3:three after:appeal after:apply after:deal after:ensure after:first after:go
  after:head after:host after:involve after:its after:no after:work authorities before2:administration before2:budget
  before2:foreign before2:year before3:, before3:: before3:Name before3:election before:) before:0 before:agreement
  before:ambitious before:budget before:but before:colleagues before:commission before:country before:forces
  before:loan before:recently before:still before:wall before:will border cue:intends cue:is cue:pledges cue:proposing
  cue:threatening cue:threats first:former first:has first:mr first:out first:stop first:t first:two first:us head:0
  head:> head:authorities head:colleagues head:force head:industry head:officers head:proposal head:t head:these if
  include percent review statement those used verb:address verb:boost verb:change verb:deploy verb:emerge verb:feature
  verb:initiate verb:issue verb:keep verb:let verb:made verb:negotiate verb:phase verb:protect verb:purchase
  verb:pursue verb:scrap verb:sign verb:visit verb:walk verb:withdraw won
+0.25 action after2:Name after2:build after2:include after2:its after2:legal after2:lifted after2:meet after2:out
  after2:security after2:spending after2:strike after2:target after2:write after3:administration after3:anything
  after3:around after3:campaign after3:long after3:new after3:part after3:review after3:show after3:sure after3:used
  after:. after:announce after:ask after:deliver after:eliminate after:out after:send after:step after:withdraw
  attorney before2:bank before2:care before2:central before2:countries before2:country before2:deal before2:further
  before2:industry before2:information before2:mln before2:our before2:out before2:second before2:so before3:agreement
  before3:banks before3:do before3:further before3:future before3:other before:have before:investigation before:later
  before:lawmakers before:legislation before:t before:workers budget carried cue:unveiled cue:will d deportations
  details discuss first:include first:information first:new first:others first:proceeds fleet free head:commission
  head:company head:decision head:government head:officials head:rate head:reform head:years immigration investigation
  legal measures next out phase plan planned plant pledge promise repeal support to verb:achieve verb:clear
  verb:finance verb:happen verb:install verb:lift verb:limit verb:question verb:release verb:review verb:test
  verb:travel verb:unveiled verb:use vowed week
+0.20 after after2: after2:ask after2:by after2:extend after2:full after2:happen after2:host after2:published
  after2:ready after2:reduce after2:return after2:so after2:taken after2:talks after2:them after2:they after2:whether
  after3: after3:against after3:away after3:case after3:do after3:focus after3:from after3:funding after3:higher
  after3:increase after3:interest after3:it after3:legislation after3:on after3:opportunity after3:place after3:taxes
  after:address after:argue after:assume after:file after:lead after:made after:operate after:oppose after:propose
  after:protect after:remove after:retain after:strengthen allegations already before2:' before2:, before2:?
  before2:additional before2:agreement before2:also before2:bill before2:do before2:from before2:has before2:in
  before2:indicated before2:like before2:mr before2:plan before2:was before2:with before2:“ before3:> before3:about
  before3:any before3:be before3:but before3:countries before3:deal before3:down before3:health before3:her
  before3:into before3:years before:bill before:change before:issue before:its before:ministers before:not before:of
  before:others before:party before:police before:program before:schools before:service before:union before:week build
  campaign committee continue contracts cue:accord cue:aims cue:determination cue:intend cue:seeking de deputy design
  each experts first:$ first:back first:senior first:take first:three first:why first:work force foreign has head:cuts
  head:experts head:group head:information head:law head:offer head:plant head:policies head:work independent
  indicated industrial involve last laws letter look meeting million ministry nation nominee officially pay pilot
  planning pledged pledges policies prime protected provided receive schools sign state steps talks think threats told
  verb:aim verb:announce verb:appear verb:arrest verb:carry verb:cooperate verb:explore verb:implement
  verb:investigate verb:meet verb:offer verb:operate verb:participate verb:recognize verb:renew verb:repay verb:retain
  verb:speed verb:study verb:supply will withdraw
+0.15 administration after2:achieve after2:before after2:carry after2:consider after2:done after2:enter after2:give
  after2:impose after2:issue after2:join after2:launched after2:lower after2:making after2:our after2:overcome
  after2:participate after2:pay after2:place after2:pull after2:question after2:released after2:repeal after2:share
  after2:start after2:the after2:there after2:to after2:tomorrow after2:towards after2:working after3:- after3:0
  after3:allowed after3:are after3:at after3:during after3:entire after3:food after3:have after3:impact
  after3:military after3:mln after3:off after3:offer after3:overseas after3:policy after3:reduce after3:tariffs
  after3:this after3:up after3:will after:all after:assist after:conduct after:draw after:establish after:feature
  after:grant after:in after:launch after:let after:new after:now after:participate after:represent after:sell
  after:up after:urge after:walk ago aid aims all announce anything apply before2:- before2:. before2:case
  before2:companies before2:first before2:his before2:issues before2:leaders before2:over before2:police before2:says
  before2:which before2:� before3: before3:ago before3:both before3:companies before3:foreign before3:group
  before3:ministry before3:mr before3:nations before3:of before3:plan before3:they before3:will before:bank before:by
  before:city before:committee before:deal before:he before:is before:judge before:offer before:parties
  before:products before:there before:what before:work began bloc boost built cameras cash centers central chancellor
  communities company concluded consultations corporate corruption cue:aiming cue:decided cue:goals cue:intention
  cue:offered cue:wo currently cut data deal deportation did dispute dividend duty effectively enforcement equipment
  established everybody exchange extra fair file finance first:? first:another first:by first:help first:it first:last
  first:over first:these first:with five flag flights floor from governor head:banks head:firm head:it head:measures
  head:out head:owners head:part head:parties head:pct head:plans head:price head:remain head:results head:rules
  head:step head:there head:world helicopters homes hospital illegal includes individual initiative innovative
  integrated intention investigations its leaders legislation loan made mass met military minister ministers missile
  monitor morning national necessary news notified of officers officials option order owned part pct police port
  process protest provide purchase pursue put quoted r reached reaffirmed refuse regulator released repeat repeated
  replace response ruled ruling sanctuary schedule served setting signed speech stage started starting statements
  stock stores stressed strike tariffs tax threatened top towards training transition units verb:appeal verb:argue
  verb:ban verb:challenge verb:conduct verb:discuss verb:dur verb:free verb:fund verb:hold verb:increase verb:lead
  verb:new verb:place verb:press verb:proceed verb:produce verb:propose verb:result verb:share verb:start verb:trigger
  verb:urge visa wall yesterday
+0.10 abide abortions abuse according accounts ad added adding addition additional after2:'s after2:a after2:accept
  after2:ahead after2:appear after2:apply after2:attend after2:challenge after2:create after2:draw after2:fly
  after2:free after2:he after2:how after2:live after2:made after2:many after2:next after2:not after2:put
  after2:receive after2:require after2:review after2:send after2:speed after2:spend after2:suspend after2:travel
  after2:two after2:use after2:visit after2:what after2:within after2:would after3:able after3:another after3:bill
  after3:changes after3:costs after3:domestic after3:foreign after3:investment after3:legal after3:local after3:make
  after3:members after3:negotiations after3:our after3:peace after3:power after3:provide after3:public after3:spending
  after3:state after3:through after3:to after3:world after:$ after:a after:appear after:buy after:carry after:come
  after:even after:export after:instead after:invest after:maintain after:release after:result after:travel
  after:visit airline allowed also alternative amount analysis and annual anybody appearance appointment appropriate
  approved area arm armed arrest assist before2:business before2:intelligence before2:issue before2:member
  before2:next before2:office before2:signed before2:them before3:" before3:added before3:already before3:announced
  before3:as before3:been before3:business before3:committee before3:conference before3:market before3:meeting
  before3:million before3:state before3:statement before3:their before3:then before3:trade before3:way before3:well
  before: before:, before:> before:Name before:am before:and before:board before:changes before:contract before:cuts
  before:facility before:his before:minister before:ministry before:policy before:price before:projects
  before:referendum before:reform before:services before:years bin bolster brief building businesses by cabinet called
  camp camps cancelled candidate cannot cap care case casualties center centre centres chairman charges city civilian
  classes classified clearly closed closing coalition colleagues combat commission complaint compliance comprehensive
  computer condemned condition confirmation consequences construct contest contractors coordination cotton cover
  criticized cue:looking cue:propose cue:shall cue:threat cue:voted cue:vows customs cuts deals debts decided
  dedicated defence deploy deposit designated detained develop diplomacy direct disputed district doctors document
  down draft drills drones drugs eight electoral eliminate employees employer end ends enemy enforce entering
  enterprises envoy eradicate establish establishment estimate ethics euro euros event everyone everything executive
  exercise expanded explicitly explore facilities factory falls fan father fight financing firms first
  first:authorities first:budget first:even first:ireann first:local first:no first:other first:policy first:tax
  first:the fleeing focus following formal forward fossil fuel full generally grants hand head:" head:- head:agency
  head:bill head:by head:city head:date head:delegation head:efforts head:election head:exports head:later
  head:lawmakers head:laws head:life head:men head:ministers head:policy head:president head:problems head:products
  head:referendum head:sanctions head:schools head:sector head:strike head:target head:terms head:troops head:week
  headquarters hearings highest holders holds home honor hospitals hours however identify immediately immigrants
  implementation included including increases initiate initiatives institution insurance intended intends
  international investigate investigators island jobs joint lands launching lawyers leader leadership leading leaks
  learning lifetime limit line live local locations mandate meals medical mention migrants mines mln mobility month
  mosques movement named naval negative negotiate new normal north now on open operating opposition organisations
  overhaul overseas oversight overwhelming ownership owns pact participate partnership party perform plants pledging
  politicians pollution posts practice presence prisoners private privately producer products programme promising
  proposal proposes proposing prosecutor protests publish published pull race rail rate rates reception recuse
  reducing reforms refugee regardless registration regulations rejects related remainder remains reporters reports
  representatives request require rescind resigned resist retaliation return returns rules run said same sanctions
  scheduled scrapped search sent separate serve shareholders smaller software soldiers sophisticated speed staff
  stated stations stop subject submitted successful suspected systems take target teams technical telling test tests
  the threatening timetable today tonnes transform travel tribunal tweeted under unit unpaid urge use using vehicle
  verb:$ verb:abolish verb:accomplish verb:any verb:attempt verb:bar verb:collect verb:comment verb:connect
  verb:control verb:deal verb:defend verb:deport verb:drop verb:ease verb:extend verb:fall verb:halt verb:head
  verb:invite verb:it verb:move verb:occur verb:price verb:quit verb:react verb:redeem verb:reopen verb:replace
  verb:respond verb:retaliate verb:return verb:serve verb:set verb:shut verb:stimulate verb:target verb:tell verb:they
  verb:write vessel vessels visit volunteers vowing warning warrant waters we wealthy weapons website welcomed where
  work workers
+0.05 a abolish above acceptable access accord account accused acquire acquisitions acres across acting activist
  activists activity addressed addressing adjust adjustment administrative adults affairs after2:" after2:be
  after2:become after2:benefit after2:break after2:buy after2:charged after2:comment after2:focus after2:given
  after2:halt after2:himself after2:in after2:increase after2:of after2:off after2:present after2:press after2:prevent
  after2:proceed after2:reach after2:save after2:sent after2:shift after2:shut after2:stabilize after2:stand
  after2:stimulate after2:taking after2:together after2:week after3:" after3:? after3:agreement after3:an after3:as
  after3:between after3:but after3:choice after3:close after3:company after3:day after3:decision after3:development
  after3:everything after3:farm after3:forward after3:government after3:home after3:over after3:own after3:pct
  after3:something after3:such after3:together after3:tomorrow after3:under after3:within after3:working after3:year
  after:- after:0 after:accelerate after:attend after:close after:cover after:during after:fight after:free after:he
  after:help after:issue after:last after:offer after:on after:rise after:take after:ultimately after:veto afternoon
  agency agents aiming aircraft alcohol allow alongside altogether ambitious ancient animals anniversary announcement
  announcing answered apology application applications approval approve areas arising arms army arrested arsenal arts
  aside assembly assets assistance associates association assurance asylum attempt attract auction audit auto
  automatically autumn aviation avoiding awards ban banned banning barred barriers before2:) before2:]
  before2:although before2:be before2:each before2:executive before2:financial before2:had before2:have
  before2:industrial before2:legislation before2:military before2:million before2:oil before2:order before2:political
  before2:proposal before2:proposed before2:public before2:state before2:team before2:to before2:work before3:/
  before3:? before3:[ before3:adding before3:all before3:although before3:and before3:budget before3:campaign
  before3:clear before3:economic before3:every before3:few before3:five before3:just before3:made before3:major
  before3:money before3:official before3:reports before3:there before3:this before3:today before3:told before3:which
  before:" before:administration before:agency before:company before:decision before:efforts before:even before:event
  before:funds before:in before:law before:leaders before:members before:nations before:nobody before:package
  before:plans before:president before:project before:said before:says before:state before:strategy before:strike
  before:while beginning begun bid big billion binding body bonds bonus borrowers bottom boycott branch breach
  briefing broad broadcaster broadcasting brought bureau bus cable call calling calls campaigns capabilities capable
  capital card careful cargo carrier carry cars caught ceasefire cents century chains chamber charity checkpoint
  checks chip chips choices citing citizens citizenship claiming claims cleared clearing client climate close coastal
  code collapse collective college command commercial committed committees commodities communique compensate complete
  components concern concessions conducted conducting congressional connected connecting connections conservatives
  considered consistently consolidate consultation contained containing continuous contract contribution control
  controversial cooperate corporation council counsel counted counter counterparts country couple covered crackdown
  creation creative creditor creditors crews crimes criteria cue:announced cue:calls cue:deal cue:directed
  cue:instructed cue:promising cue:willingness cue:would curb currencies custody customers cutting dairy date dated
  dates decades deciding declaration declare decree deemed defense defensive delegation demands denied denominations
  deport deposits deputies despite detailed detention diplomatic directed directly discussion diseases dismantle
  display disposal disputes dividends doing domestic doors dramatic drone dropped drug dumping during earlier
  education efficiency effort elected election electrical eligible eliminated elsewhere emails embassy emerge
  emissions emphasized employed encouraged encouraging enforced engage engine engineering entry equity equivalent
  escalating estimated eurozone evacuate events evidence examination example except exciting executives existing exit
  expanding expansion expert explained explaining exports express facility factions failed favorite fears feature
  feeling fighters filibuster finalised financially fire first:, first:asked first:banks first:despite first:just
  first:later first:members first:officials first:on first:part first:reporters first:six first:then first:u.s.
  first:workers flee flow folks follow followed follows football for forever formally forms forthcoming foster founder
  framework franc francs fraud freedom friendly fruit fulfil fulfilling funds further gains general generated get
  giant gives giving globally goal going gold gone governing government green grounds groups guideline hackers hair
  happens have head head:action head:actions head:ahead head:board head:citizens head:contract head:deficit head:dlrs
  head:expected head:father head:his head:in head:judge head:million head:minister head:notes head:one head:output
  head:payments head:project head:reforms head:security head:share head:sides head:state head:those head:unions
  head:with headed hearing heat helicopter help heritage hiring hold homeland host hostilities hosting hotels http
  human humanitarian hundreds ignore illegally imbalances immediate implement implemented importantly imposed imposing
  improving in incentives increase indefinite informed infrastructure initially inquiry insist insisted inspection
  install installation instead institutions instructed intend intentions interim intervention invest invoke involved
  ireann islands issuing jointly judge kept killing labels labour larger later launch lawyer led legally levels levy
  liabilities licenses lift lifted link linkedin list loans location luxury mainland mainly major majority make maker
  mandatory manifesto marijuana massive maternity matter matters maturity maximum mayor meantime meat mechanism
  mechanisms media memorandum mental migrant migration millions minds miners minimum mining ministerial ministries
  missions mobile model modern monitoring moon moral moratorium myself n nations nationwide nature near negotiating
  neighborhood neutral newspaper nobody northwest notes nurses obligations obtain och offering official ongoing
  operation operations opioid oppose opposed opposes organizations organize outbound outlined output outstanding owner
  owners pace page paid panel parks parliament partnerships parts passengers passes passing patients payments pending
  per percentage permanent perpetrators persecution personal personnel petition places platform played points popular
  ports possibilities potentially predecessor premium preserve pressed previously primarily primary procedure proceeds
  produced producing professional profit profitable programmes project projects promises promote proposals propose
  prosecution protecting proud prove providers providing province provinces provision provisional pulled punish
  pushing questioned questions quo railway raise raises ratified reaches reacted ready reaffirm reasons rebellion
  receiving recently recognize recommendations recruit red reddit reductions redundancies redundancy refer reference
  refinery refugees refusal refused regard register regulate regulation regulatory relative relevant relief religious
  rely removed renew repay repayment repayments repeatedly replacement reported reportedly reporter requirement rescue
  reshuffle resistance resolution responded responsible restrictions retail retain retaliate returned revealed
  revenues reverse revised rising road roles row rtenews rubles running s savings scene scope scrap seamen second seek
  seeking seeks select selected semiconductors senators service servicemen settled sex shall share shareholder sharing
  shift ship ships showed signaled signing similar single smartphone social solutions somehow something southern space
  speaker speaking special specialist spent spoken spokesman spokeswoman sports spot spur square stance standard
  standards stands star status stem stopped stream streets structure study stumble style subsidiary subway suitable
  sum summer supervision surgery surplus suspects suspend sweeping swing system tackle takes talked teachers team tech
  techniques technology temporarily tender terms terror testimony testing than then three timing tonne took tool tour
  towns traded trading traditional traffic trail train trains transaction transfer transit transport travelled treat
  treatment trees triggering truck turned unconstitutional undergo understanding understood undocumented unemployed
  union unions unless unveiled up urgently us various venture ventures verb:- verb:appoint verb:buy verb:dismantle
  verb:go verb:guarantee verb:join verb:link verb:maintain verb:promote verb:reflect verb:reject verb:reveal
  verb:stabilize verb:stop verb:take verb:that verb:try verb:veto very vice view village villages violated violence
  visas visited voluntarily voluntary voted want wants warned watched watching waves weekend weekly welcome well why
  wife wind wins winter witness wo wonder wonderful workforce working worldwide worth writing years your zone zones
-0.05 abandon abortion abroad absence absolutely accelerate accept accepted accurate achieved achievement achieving
  acknowledged actions actors actually adapt add adds adequate admit advanced advantage adviser advisers advocacy
  affected affecting afraid after2:$ after2:acquire after2:act after2:add after2:advance after2:affect after2:affected
  after2:after after2:announce after2:appeal after2:asked after2:attract after2:away after2:begin after2:between
  after2:blame after2:calm after2:closely after2:collect after2:complete after2:continue after2:cooperate after2:cost
  after2:deal after2:determine after2:enough after2:escape after2:expire after2:export after2:follow after2:good
  after2:grant after2:had after2:harm after2:held after2:hurt after2:implement after2:mln after2:need after2:offset
  after2:pass after2:people after2:prepared after2:promote after2:protect after2:push after2:quickly after2:report
  after2:resolve after2:resume after2:rise after2:some after2:tax after2:thank after2:those after2:through
  after2:trade after2:win after3:$ after3:: after3:access after3:business after3:cut after3:done after3:effect
  after3:end after3:expand after3:financial after3:first after3:future after3:great after3:high after3:immediate
  after3:important after3:jobs after3:just after3:law after3:not after3:of after3:only after3:prices after3:relations
  after3:service after3:services after3:significant after3:talks after3:they after3:time after3:tough after3:water
  after3:way after3:who after3:workers after:agree after:determine after:drop after:fail after:generate after:hear
  after:hurt after:it after:move after:permit after:prevent after:proceed after:respond after:see after:seem
  after:soon after:start after:the after:they after:total after:you aftermath again age ages aggressive agriculture
  airlines alive allegation alliances allocated allocation allowing allows alone ambassador ambition anymore apparent
  appeared appears are argues arguing arrival arrive arriving as asking aspects assassination assess assessment asset
  assisting associate associated assumed assuming atmosphere attempted attempts attorneys attraction audience average
  award awareness baby back bad bankers bankruptcy banks bars based basic basis beat beautiful became become becomes
  becoming before2:'m before2:0 before2:been before2:believe before2:believed before2:capital before2:confident
  before2:final before2:hope before2:insurance before2:interest before2:make before2:making before2:may before2:means
  before2:might before2:ministers before2:nations before2:now before2:overseas before2:parties before2:party
  before2:policy before2:possible before2:president before2:private before2:security before2:should before2:stock
  before2:strategy before2:than before2:there before2:they before2:union before2:up before3:' before3:administration
  before3:against before3:believed before3:believes before3:current before3:for before3:hope before3:interest
  before3:investment before3:it before3:key before3:know before3:n't before3:office before3:oil before3:political
  before3:predicted before3:proposed before3:see before3:slide before3:sources before3:such before3:talks
  before3:think before3:though before3:under before:? before:are before:at before:ban before:banks before:be
  before:certainly before:costs before:deficit before:everyone before:groups before:imports before:industry
  before:inquiry before:investors before:leader before:life before:markets before:meeting before:n't before:now
  before:pipeline before:process before:proposals before:report before:sector before:shares before:show before:some
  before:staff before:talks before:team before:them before:things before:time before:turn before:unions before:up
  before:women before:year behavior behind believes benefit benefits bill bipartisan birth bit black blocked blood
  blow bodies books borrow boss box brand brands break broadly burden business businessman ca campaigned campaigning
  can cancer candidates capability capture car career carefully carriers carries category cause caused causing caution
  census certainly certainty chair challenge chances changes channel character characters charge charged children
  choice circulation citizen civilians clash clashes clear closely coach coast coffee combination combined come
  commanders comment comments commit commitment commitments commodity communication communications completely complex
  comply concentrate concept concerning conclusion condolences confidence conflict conflicts consent conservative
  considerable consideration considers consistent consortium constitute constitutional constructive consumer content
  context continent continued contrary contrast contributed controversy conversation convicted convinced cooperation
  coordinate correct corridor costs counterpart covering creating credibility credit crew criminals critical crop
  cruise cue:contract cue:launched cue:outlined cue:seeks cue:strike cue:to cue:wanted culture damage damaging
  dangerous dark daughter days deadline death debate debated debates debtor debtors decide decides declared deeper
  deeply deficits defining defuse degree delay delayed demanded demanding democratic demonstrate deny depending
  depends describe desperately destroyed deter determined determining device die died differences difficulty digital
  dinner diplomat disagree disaster discount discrimination discussing dismiss displaced distribution diversity dlr do
  documents doesn dog done donors doubt dozen drain drawn driven drop drought eager earned easier easily eat
  economically economics economies economist economists edge efficient electric electricity elements embrace emerging
  employee employers enable enabling ending engaged enhance enterprise entire entrepreneurs episode era error
  essential estimates ethnic evacuation eventually examined exclusive exercises exert expects expenses expensive
  expertise explain explains explanation export expose expressing extension eye eyes f faced facilitate factor
  factories fail failures fairly fake families famine famous farm farmers faster favor feared fearing fee feel
  feelings feet female few field fierce fighter fighting figure figures filed final financial fine finish firmly
  first:- first:a first:come first:confident first:economic first:first first:from first:government first:into
  first:is first:leaders first:make first:more first:nothing first:still first:sure first:those first:trade
  first:trying first:very first:which fiscal fit fix flexibility flight flows foot forced forecasts foreseeable form
  format formed forum foundation fourth freeze frequently fresh friendship frustrated fulfill fundamentally funeral
  futures games gap gather gathered gathering gender generation generations genetic gets getting globalization got
  grab grains grand granted granting greatest greatly gross group guidance guilty guy half hall handle handling hang
  happening harder hardly harm head:approval head:away head:bank head:bond head:change head:cooperation head:day
  head:details head:dispute head:doctors head:effect head:focus head:funds head:hearing head:her head:individuals
  head:inquiry head:investors head:jobs head:leaders head:leadership head:markets head:most head:much head:nothing
  head:pipeline head:result head:returns head:rise head:sale head:say head:says head:show head:situation
  head:something head:staff head:statement head:them head:they head:things head:trend head:wall head:way head:while
  heading headlines heads headscarf healthier healthy heard heavy helped helpful helping helps highly him himself
  historic hit holding holiday honestly hopeful hostile housing https humanity humans hurt husband ice ideas images
  imagine implications imported improvement inappropriate incentive inclusion income incoming indeed independence
  index indications indirectly influential inner innocent inside institute instruments insufficient integration intent
  interesting internationally introduction investigating investment investments inviting involvement items itself join
  journey jury justify keep kick killed kilometers kind knew knowledge known knows land largest launched law leads
  learn learned least leaving legislature legitimacy legitimate less liability liberal lie lifestyle likelihood limits
  liquidity listen lived livelihoods lives living locals locked longer lose lost lot lowering magazine maintaining
  making managed managing manner marked market marks match material maturing maybe meaning meaningful men messages
  middle militants mill mind minority minutes miss mission moments momentum monetary mostly mounting mouth moves
  murder museum music name names narrative narrow nationalist necessarily neck needed neither net network never nice
  night no none nonprofit nor northern not notably note numbers numerous objective objectives obligation observed
  observers obvious occupation occurred offensive offices old once online operational opinions opponents opposite
  opted options ordering originally other otherwise ourselves outcome outline outlook overall overturned
  overwhelmingly package par parallel parent parents participants participation partly passage passenger path pattern
  paying peace peaceful peak peninsula perceived permanently permit person phone photo pick picture piece platforms
  playing please plenty plus pockets pointed politics pool poor popularity pose positions possible possibly post
  powerful powers practices precious preliminary premiums preparations prepare preparing presented presents presidency
  presidents prevent principles prioritize processes producers profits progress projected promoting proper properly
  proposed protesters provisions punished purposes pursuing push putting quarter quarters quick quickly quiet quite
  raids railways rain rare reaching reaction read realistic realize really reason rebels recalls received
  reconstruction records reduce reduced referendum referred reflect reform refusing regain regime region regional
  regular regulators reinforce reject relationship relationships relatively religion reluctant remained remembered
  removing renewed repairs replaced replacing representative repurchase requested required requirements requires
  rescheduling researcher reserve resident residents resign resignation resource respect responsibility restore
  restored restrictive restructuring resume retake revenue rich rid right risks rivals roads roll room roughly route
  routes rush sad sale saved saying school science scientific seats sector secure security seem seemed seen seize sell
  selling senator send sense sensitive sentence sentiment services session sessions set setback settle seven severely
  shares sharply shifts shooting shore shot shown shy sick side signal significant signs simple simply since size
  skills slightly slow slowly smart soil solar soldier solve somebody sooner sort sought sound sovereign species
  specific specifically speculative spirit spoke sport spotlight spring stability stable stake stalled start states
  stay steadily steady step stepping stg stick stood stories strategic strategy strength strengthening striking
  stronger strongly struggle struggling students studying subsidiaries subsidies success successor suffer suffering
  suicide supply supporter supporters surely surpluses surprise surprised surveillance suspension sustainable symbol
  talk tap targeted targets task taxes technological television tells temperatures temporary tension tensions
  territory terrorist thank thanks their themselves therefore thinks throughout thus tie together tonight topic
  totally toward track trade tradition tragedy transactions transfers transitional transparency travelers treasury
  tremendous trend trial tribute tries trim triumph trouble truly trust tweet tweeting two unacceptable uncertainty
  uncomfortable undermine underway undoubtedly unfair uninsured united unknown unsubstantiated urged urgency useful
  usually valuable valued vast ve vegetable vehicles verb:abandon verb:act verb:and verb:announced verb:become
  verb:blame verb:bring verb:call verb:calm verb:catch verb:contain verb:cover verb:cross verb:demonstrate
  verb:develop verb:divide verb:drain verb:enhance verb:escape verb:exchange verb:expire verb:export verb:feel
  verb:figure verb:fix verb:fly verb:form verb:fulfill verb:govern verb:hurt verb:impact verb:intervene verb:launched
  verb:mean verb:more verb:name verb:on verb:outlined verb:overhaul verb:prepare verb:realize verb:rebuild verb:refer
  verb:reform verb:remove verb:report verb:resume verb:rise verb:save verb:seem verb:shift verb:slash verb:spend
  verb:stand verb:suggest verb:sustain verb:thank verb:this verb:throw verb:total verb:undermine verb:understand
  verb:wait verb:will verb:work veto via viable victims video videos viewers violate violation violations virtually
  visitors voices vote wait water way ways weaken wealth weapon weight western what when wherever whole whose widely
  widespread willingness winds wish withdrawal within witnessed witnesses word worked works worried worse would wrote
  yen yes yields young younger youth
-0.10 about accountable acquisition affect after2:anything after2:around after2:ban after2:block after2:both
  after2:call after2:cause after2:clear after2:compromise after2:develop after2:different after2:dismantle
  after2:ensure after2:face after2:far after2:forced after2:grow after2:hear after2:him after2:hit after2:impossible
  after2:is after2:look after2:lose after2:make after2:mean after2:needed after2:negotiate after2:on after2:replace
  after2:restore after2:revive after2:school after2:services after2:sit after2:solve after2:speak after2:stay
  after2:that after2:this after2:under after2:undermine after2:wheat after2:willing after3:Name after3:[ after3:across
  after3:after after3:been after3:budget after3:cooperation after3:cuts after3:different after3:difficult after3:easy
  after3:even after3:every after3:federal after3:find after3:full after3:hard after3:impossible after3:influence
  after3:itself after3:key after3:large after3:necessary after3:one after3:or after3:out after3:possible after3:price
  after3:see after3:themselves after3:there after3:vote after3:when after3:where after3:whether after3:women
  after3:years after3:you after:Name after:accept after:allegiance after:at after:boost after:build after:cause
  after:change after:contribute after:definitely after:depend after:drive after:exceed after:facilitate after:feel
  after:finally after:for after:get after:grow after:hit after:hope after:increase after:live after:lower after:most
  after:play after:present after:resume after:return after:speak after:stop after:then after:want after:win against
  agencies agricultural allegedly allies ally always among analysts anger any apart apparently asked assistant attack
  balance bar before before2: before2:: before2:after before2:all before2:because before2:believes before2:billion
  before2:by before2:can before2:domestic before2:group before2:groups before2:he before2:health before2:her
  before2:hopes before2:knew before2:major before2:market before2:move before2:my before2:support before2:when
  before2:your before3:; before3:a before3:also before3:another before3:asked before3:because before3:city
  before3:come before3:confident before3:deficit before3:even before3:federal before3:government before3:hopeful
  before3:hopes before3:hoping before3:how before3:i before3:in before3:international before3:is before3:no
  before3:out before3:peace before3:price before3:second before3:those before3:three before3:up before3:we before3:who
  before3:work before3:world before:' before:. before:all before:always before:appears before:as before:case
  before:demand before:dollar before:firms before:her before:investment before:just before:man before:measure
  before:might before:officials before:policies before:political before:previously before:prices before:proposal
  before:rates before:sanctions before:side before:situation before:system before:the before:vote before:we being
  believed beyond bigger bills blame bomb branches bridge broader but c cast change channels cities claim comes coming
  commander compete competition completed confident confirmed considering constitution consumers consumption continues
  conversations course courts create crisis cue:Name cue:aimed cue:commit cue:effort cue:hope cue:hoping cue:poised
  cue:tries currency current damaged day dead debt declined decrease defeat delivered demand democracy depend deployed
  desire destroy dialogue dlrs does dollar dominate door drive driving early earnings effect ended enjoy especially
  experience exporters face faces factors failure family fans fate fear fellow fill filled film find firm
  first:companies first:for first:most first:my first:north first:otherwise first:our first:people first:see
  first:several first:state first:talks first:this first:total first:we formula garda gas global go goals governments
  ground grow growing guarantee guaranteed had hands happened happy head:? head:Name head:agencies head:alone
  head:appears head:capital head:children head:committee head:concerns head:countries head:cut head:earlier head:fans
  head:impact head:imports head:its head:legislation head:level head:line head:long head:more head:nation
  head:parliament head:political head:pressure head:prices head:rates head:residents head:role head:sales head:should
  head:some head:support head:trade head:use head:what head:women health heart her highlight history hoping idea
  impossible improve increased increasing increasingly indication industries influence intelligence interview
  investigated investor investors job judges judgment key lack language large late lawmaker lay leaves left level like
  limited little looks loss losses love low manager manufacturers margin means meant members merger message might
  missed moment months movie my natural nearly noted nuclear offers offshore often one opening opinion opportunities
  opportunity or our outside partner past perhaps period physical plane population positive practical prepares
  presidential preventing prices prior priority proceedings professor profile prosperity purchases pushed quality
  question rallies real recent record recover remaining report reporting researchers reserves resolved respond rest
  result rise risk safeguard safety scenario season secretary securing seeing seems sentenced series seriously
  settlements shape show shows six snow society solution someone sometimes sources speak speculation spokesperson
  stand strategies suggest suggested summit tackling tactics talking technologies text thorough thousands threat
  threaten through time tone tough town treaty trillion trip turn types ultimately uncertain unclear understand
  undertake undertaken unlikely until upcoming upon verb:adopt verb:advance verb:allegiance verb:approve verb:at
  verb:attack verb:attract verb:begin verb:clarify verb:contribute verb:cut verb:deliver verb:discourage verb:disrupt
  verb:engage verb:evacuate verb:fail verb:forget verb:gain verb:generate verb:hire verb:identify verb:inject
  verb:last verb:make verb:most verb:pave verb:permit verb:persuade verb:present verb:preserve verb:prove verb:remain
  verb:resolve verb:revive verb:settle verb:speak verb:strengthen verb:survive verb:trade verb:uphold victory voice
  voters voting w weather whatever willing without words workplace world worst wrong
-0.15 able after2:' after2:again after2:an after2:approved after2:as after2:attack after2:been after2:better
  after2:defuse after2:difficult after2:discuss after2:end after2:engage after2:even after2:from after2:go after2:if
  after2:influence after2:international after2:into after2:it after2:know after2:lead after2:likely after2:me
  after2:more after2:necessary after2:play after2:preferred after2:produce after2:provide after2:public after2:reduced
  after2:run after2:secure after2:set after2:show after2:tell after2:too after2:want after2:you after3:'s after3:ahead
  after3:any after3:beyond after3:economic after3:enough after3:face after3:far after3:for after3:free after3:good
  after3:help after3:how after3:into after3:look after3:many after3:paid after3:percent after3:security after3:two
  after3:until after3:weeks after3:would after:decide after:die after:expect after:extend after:force after:harm
  after:him after:impose after:improve after:just after:more after:pick after:push after:put after:stick after:suffer
  after:their agree ahead almost although analyst anyone approach battle be before2:" before2:'re before2:against
  before2:authorities before2:before before2:confirmed before2:doing before2:important before2:know before2:made
  before2:man before2:most before2:not before2:of before2:one before2:only before2:since before2:some before2:south
  before2:sure before2:time before2:while before2:would before2:years before3:- before3:an before3:could before3:dlrs
  before3:expected before3:found before3:hoped before3:important before3:leaders before3:likely before3:now
  before3:since before3:unclear before3:unlikely before3:was before3:when before:- before:countries before:election
  before:firm before:i before:it before:job before:many before:measures before:move before:simply before:so
  before:states before:trade before:visit before:who best challenging chance chose compared congressman cue:'d
  cue:decisions cue:hoped cue:seek cue:sought cue:threatens cue:votes danger decision departure different director due
  elections emergency energy enough ensuring enter ever expect expected extremely fall first:almost first:anyone
  first:both first:countries first:every first:everyone first:few first:health first:her first:none first:only
  first:police first:possible first:put first:she first:some first:south first:their first:up first:what first:your
  first:� forecast future gain greater hard he head:as head:challenge head:companies head:cost head:costs head:deal
  head:demand head:democrats head:dollar head:events head:everyone head:groups head:idea head:increase
  head:investments head:job head:losses head:measure head:move head:none head:party head:percent head:person
  head:position head:process head:production head:proposals head:report head:shares head:solution head:visit head:we
  head:you high his hoped huge industry into issues kill lead life makes management mean more mother must needs
  negotiations optimistic ordered parliamentary particularly pass play players position predicted president price
  problem purpose reach reality relations rule says securities see settlement shared she situation still story strikes
  that this ties truth trying unable value verb:assist verb:celebrate verb:compensate verb:compromise verb:count
  verb:deepen verb:defuse verb:demand verb:determine verb:die verb:double verb:exceed verb:face verb:he verb:hear
  verb:him verb:hit verb:hope verb:like verb:manage verb:merge verb:pay verb:resign verb:restore verb:slow verb:solve
  verb:spread verb:stick verb:suffer verb:their verb:violate verb:vote verb:win verb:you vision votes which while
-0.20 ability after2:agree after2:also after2:and after2:avoid after2:confirm after2:damage after2:deliver
  after2:explain after2:further after2:get after2:less after2:lift after2:like after2:little after2:national
  after2:necessarily after2:only after2:package after2:paid after2:plan after2:preserve after2:pressure after2:rebuild
  after2:reform after2:roll after2:seen after2:seize after2:soon after2:up after2:very after2:well after2:will
  after3:back after3:because after3:better after3:by after3:chance after3:change after3:closely after3:country
  after3:create after3:force after3:go after3:growth after3:in after3:like after3:market after3:me after3:next
  after3:open after3:pay after3:people after3:political after3:pressure after3:strong after3:that after3:very after:,
  after:bring after:cost after:cut after:effectively after:enable after:eventually after:ever after:give after:leave
  after:pass after:provide after:reduce after:set after:show after:significantly after:stand after:tax after:trigger
  agenda argued attention avoid away before2:an before2:banks before2:federal before2:hoped before2:i before2:if
  before2:ministry before2:something before2:the before2:thing before2:way before2:who before3:believe before3:bill
  before3:chance before3:good before3:had before3:he before3:its before3:like before3:long before3:me before3:over
  before3:part before3:president before3:referendum before3:saying before3:system before3:what before3:why
  before3:would before:'s before:campaign before:can before:cities before:increase before:negotiations before:spending
  before:tax before:this before:world before:you between bring claimed could cue:bid cue:decides cue:preparing deficit
  development discussed even fact far first:and first:democrats first:he first:in first:mean first:ministers first:one
  first:provide first:such first:under found great guarantees head:. head:administration head:allies head:ban
  head:country head:fall head:here head:initiative head:investment head:judges head:lot head:mission head:she
  head:states head:system head:team head:that head:vote hopes how important it just leave long member most need
  nothing number political possibility power probably several should significantly term there these thing times too
  verb:Name verb:an verb:balance verb:blow verb:capture verb:cause verb:decide verb:decrease verb:exclude verb:grow
  verb:its verb:lay verb:raise verb:represent verb:seize verb:sit verb:treat verb:undertake verb:weaken views were
  whether who win
-0.25 after2:, after2:- after2:address after2:at after2:bring after2:certainly after2:delay after2:down after2:drive
  after2:encourage after2:hard after2:probably after2:see after2:strengthen after2:these after2:time after2:when
  after2:your after3:again after3:court after3:efforts after3:if after3:most after3:six after3:soon after3:take
  after3:the after3:without after:" after:actually after:affect after:almost after:become after:fall after:follow
  after:gather after:keep after:kill after:know after:of after:open after:reach after:run after:save after:spend
  after:vote because been before2:'s before2:economic before2:future before2:how before2:more before2:new before2:or
  before2:other before2:power before2:she before2:think before2:trade before2:we before2:were before2:whether
  before3:are before3:mean before3:most before3:next before3:only before3:or before3:our before3:so before3:two
  before:aid before:been before:could before:economy before:fund before:growth before:market before:on
  before:originally before:priority before:probably before:that before:their before:voters before:was before:were
  before:would believe challenges cue:aim cue:ambition cue:decide cue:expects cue:objective cue:offering cue:promises
  cue:proposal cue:proposals cue:proposed cue:ready cue:threaten economic first:parliament first:that former growth
  head:aid head:economy head:elections head:fund head:growth head:many head:market head:series head:so head:tax
  head:up is markets may much problems say so strong verb:agree verb:almost verb:attend verb:avoid verb:benefit
  verb:block verb:combat verb:commit verb:compete verb:cost verb:depend verb:enable verb:encourage verb:facilitate
  verb:for verb:know verb:leave verb:mark verb:pick verb:public verb:put verb:stay verb:tackle verb:tax verb:the
  verb:turn verb:want
-0.30 after2:against after2:learn after2:left after2:much after2:step after3:( after3:control after3:he after3:her
  after3:him after3:later after3:major after3:much after3:than after3:we after:act after:add after:and after:benefit
  after:do after:find after:lose after:need after:remain after:stay after:try before2:as before2:at before2:but
  before2:changes before2:company before2:many before2:members before2:such before2:their before2:this before2:those
  before2:what before3:from before3:however before3:make before3:minister before3:not before3:sure before3:these
  before3:were before3:where before:also before:family before:one before:people better community cue:designed
  cue:determined cue:hopes cue:purpose cue:set cue:task cue:tried cue:want cue:was cue:willing cue:working economy
  environment first:clear first:how first:now first:they first:vote first:whose first:will first:yet first:you
  head:agenda head:governments head:leader head:nobody head:priority head:the head:their head:this head:voters hope i
  man many me people pressure some verb:add verb:choose verb:confirm verb:damage verb:defeat verb:delay verb:find
  verb:finish verb:follow verb:give verb:influence verb:locate verb:provide verb:recover verb:restrict verb:search was
-0.35 after2:able after2:about after2:my after2:offer after2:until after3:early after3:ensure after3:is
  after3:opportunities after3:trade after3:us after3:your after:by after:his after:say before2:about before2:process
  before2:these before3:one before3:whether before3:while before:consumers before:court before:targets both
  cue:attempt cue:eager cue:going difficult first:earlier good head:case head:family head:i head:talks head:two know
  likely only verb:. verb:affect verb:arrive verb:concentrate verb:debate verb:destroy verb:ensure verb:fill
  verb:gather verb:improve verb:learn verb:overturn verb:read verb:remember verb:secure verb:see verb:step
-0.40 after2:allow after2:fully after2:help after2:kill after2:new after2:other after2:required after2:talk after2:us
  after3:. after3:greater after3:held after3:some after:always after:create after:join after:raise after:serve
  before2:any before2:government before2:whose before3:at before3:first before:our cue:attempts cue:expect cue:goal
  cue:mission cue:were first:i first:nobody first:of first:would head:campaign head:consumers head:man head:meeting
  verb:accelerate verb:allow verb:be verb:create verb:have verb:his verb:lose verb:push verb:reach verb:run
-0.45 after2:announced after2:come after2:take after3:be after3:my after3:need after:make after:n't after:still
  after:turn cue:meant cue:offer cue:offers cue:prepares verb:expect verb:help verb:in verb:miss verb:need
  verb:prevent verb:say
-0.50 after2:destroy after2:just after3:down after3:more before2:a before2:court before:to cue:efforts cue:guaranteed
  verb:by verb:rule verb:watch
-0.55 after3:and after3:them after3:too after:allow after:have after:likely after:never before:had cue:chose
  first:many head:people verb:harm verb:pass verb:play
-0.60 after:probably before3:to cue:agree cue:commitments cue:decision cue:due cue:guarantees cue:ordered head:our
  verb:drive
-0.65 after2:work after3:, before:for before:which first:not verb:show
-0.70 before3:she cue:trying
-0.75 after2:discussed cue:scheduled head:court verb:kill
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
