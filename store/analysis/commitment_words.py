"""What each word of a sentence adds to the confidence that it holds a commitment: log-odds, names and figures left out.

Fitted with the weights of `commitment_weights`, held back far more: a word alone decides nothing, many together do
(tests/benchmarks/fit_commitments.py).
"""

from __future__ import annotations

import re

WORD = "word "
"""Before a word, it makes the word a trait of the sentence."""
_TABLE = """
+0.40 agreed plans used
+0.25 and its
+0.20 continue government include last month planned statement
+0.15 after agreement announced annual consider decided legislation made measures offer over pct percent pledged
  proceeds purchase receive stock support told tomorrow week will withdraw
+0.10 accord action agency ago amount attorney available before begin boost businesses cabinet cash company computer
  corporate counsel cuts discuss dispute do each envoy evidence experts exports failed finance financing five for form
  formal francs from general go goods governor has headquarters hold if immediately industrial intended labour live
  loan million of offered official officials package period place plant products promised public put rate reached
  reaffirmed reducing regional require research return review ruled security seek settled shareholders shortly speed
  state take talks tariffs three to towards unless vowed waters working
+0.05 a accept accounts accused achieve acid acquire acquired acres actions activity additional address admission
  again all alleged alliance already amendment among annually anything appeal appear applicants application approval
  arising armed arrives ask assets assistance assurance asylum at auction auctions autumn bad ban bank bases basic
  beginning benefits bill bloc body bond boycott breaks brief budget build bus buy cable called came candidate
  capacity capital cargo carry carrying case central chancellor cheap chief chip city civil class closing coalition
  code commission commissioner committed committee commodities common complicated components comprehensive computers
  concluded contacts controls corporation cotton criminal criteria criticized crowd crowns cut date de debts decisions
  decree delegation denominations depending deposit deputies described desk despite details determine determined
  directly director disclose disclosed disclosure discussion discussions disputed distribution dividend domestic doors
  drafting dumping duty e east education effective effort elected emails emissions entire equipment establish
  established establishing estate estimate everything exactly exchange expand exploration explore extra fact failing
  fight file filed filing fire flag fleet flights flood food forcing foreign forthcoming forward foster franc fraud
  free frozen fulfil full fund further gains gave generally grace grant groups guilder hand happen having headed
  hearings held help hesitate history hours houses housing however i identify implement implemented impose incentives
  incident includes increases indefinite indicate individual informed initiatives innovative inquiry institute
  insurance insurer intends intent intention interests introduce invest investments investor involve island issue
  issued job joint jointly justice kept later lawyers legal let level levy liberalisation lifted limit link litigation
  loans locations loopholes make marines marketing maturity means meantime mechanism mechanisms meets members mention
  metres might militant military mines minimum mining minister ministries ministry mln move my nation national neither
  new news next nominee north not notes notice offset on operated operations option organisations other others out
  outstanding owned paid palm panel parents park parties pay payable payments penalties percentage permanent pipeline
  plan planning plants pledge points police policy political port ports powers praised present press pressing prime
  prisoners private privatisation procedure procedures proceed process program programme projects promises promising
  properties propose proposes proposing prosecution prosecutor protest provision questioned quo quoted rail reacted
  readiness ready recommendations redeemable reductions redundancies refused regardless regime regulator regulatory
  release religious remainder removal renew repaid repay repayment repayments repeated repeatedly reporters
  representatives requirements requiring rescue reshuffle resignation resigned resist respond response responsible
  restrictions retaliate retaliation revealed revenue revenues rice right rights ruling run salaried sanctions savings
  scheme schools seamen sector secured seekers selected sensible serious served services servicing session seven shall
  shares ship shops sides sign signed similar simplify slap small so social sold someone son soon source special
  spending spirits spokeswoman stabilise stabilize staff standard stands starting states stations steel steering steps
  stimulate stockholders stop strengthen stressed strike structure study subject subsidiary subsidy successful suicide
  suits sum surplus suspected suspects taking team technical telecommunications televised telex terms territorial test
  testing those though threatened threatening threats ties timetable tonnage tonnes took top traded trading tranche
  transport travel trees troops two unanimously unchanged uniform unions unspecified unveiled urge urgent vehicle
  venture verdict vessels view violated vote wage walk wants wealthy whereby which willingness wind with won workers
  workforce yesterday
-0.05 ability able accepted achieved acknowledged acted active actually administration admitted adopt affect affected
  agencies agenda agreeing aide aim aiming aims airline airport allow allowance alone along although always am amid
  analyst analysts anger apart apparently appeared approve approved argued arguments asked aspects assistant
  associated attack attempt average avoid away backed balanced ballot banking bankruptcy banks bar based battle become
  being believe believed better beyond bills black block board book books both branches bridge bring brought burden
  but buyers buying call can capture career carefully carries caused ceiling certainly charged child chose circulation
  claimed claims clearly closed coffee coming commander comment commodity compared competitive concerns conferences
  confidence consumers consumption contempt continued contra contracts convert conviction convince cool coordinate
  coordinated cost costs could court create credible credit credits cricket crisis crop crude currencies currency
  customer daily damage danger dangers dealer dealers death debate debt debtor debtors decade decide declined defeat
  defense demanded depend depends depress desire deter different difficulty diplomat diplomatic direct discount
  discrimination disputes dlrs dollars drain drawn drive during eager easier economic economist economists either
  elections enable ending enormous enough entitled entry equities even evening event excessive exchequer existence
  expect expects expenses experience export exporters extremely face faced facing factor factors failure fall far
  faster fear fee fell fellow fill find first fiscal follow forced forecast formula fourth freeze futures gain gained
  gap gas get give gives giving global goals goes governments grain granted great greater grow growing gun half hands
  happy heads health heart her higher himself his hole hope hoped hopes hoping how huge idea ideas impact important
  imports imposing impossible improve in incentive income increased index indications indirectly insider interest
  interview into journalists judgment just key large larger largest latest lawmakers laws lay least lend less life
  like limited limits little lives local locked long lot main mainly maintaining major majority manager margin mark
  mass matters maturing may me mean meant measure member message millions minority missiles monetary money months
  mortgage mounting much multinational museum natural newspaper night no note noted noting obtain off offsetting
  offshore old once ones opinion opponent opportunity opposed optimistic or organization outcome overall overseas p
  pace paper particularly partly partners parts pass past pave people performance permit personally pick play played
  pointed poll polls positions positive possibility post practices predicted preparing presidency presidential
  pressure previous prices primary prior producer producers product production profitable profits progress projected
  promote proposed protect protectionist protracted providing provisions purchases push pushing quality question quota
  quotas raise ran rates rather reach real reason rebuild recently recommendation reduced reform regain relationship
  released remained remarks remove renewed repairs reports repurchase required resign resistance resolve responded
  restore restructuring rise rising risks routes save saw schedule scheduled season seats secret seeing seem seems
  seen sell sentiment sessions sets setting settlement several shape sharply she short should show showed shown signal
  significant significantly since situation slide slow sole something space specific speculation speculative stance
  start steady step sterling stg stopped story strategic strategy strength strong strongly studying subsidiaries
  subsidies successor suffer suggested supply target tax taxes technology tensions the them there this thought
  threaten threatens throughout time together touch tough town traders traffic transactions transfers treasury treaty
  tried trigger trillion truth try turn ultimately unable unacceptable uncertainty underlying undertaken underwriting
  unfair unlikely until upon very views voters waste weapons weather what when whole wife win wins within worldwide
  worried would write writing wrong wrote yen yet yield yields
-0.10 about against agree agriculture almost bankers been chance countries current day designed discussed drop
  earnings election end farm farmers federal firm future going good growth guaranteed guarantees hard he him industry
  inflation issues know law lead leave likely liquidity losses low lower man markets more most must needed now only
  probably problems proposals quarter recent reduction relations report reserves resume role second securities six
  sources such summit targets temporary than that these they threat through too trying way we while who whose wo
-0.15 add agricultural another back be because between deficit difficult dollar due early have increase investors many
  say see set some still term world
-0.20 are economy efforts market need one
-0.25 trade were
-0.30 is was
"""
"""A weight, then the words that have it."""

WORDS: dict[str, float] = {
    word: float(weight) for weight, words in re.findall(r"([+-][\d.]+) ([a-z\s]+)", _TABLE) for word in words.split()
}
"""The weight of each word; others weigh nothing."""
