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
+0.45 plans
+0.40 agreed used
+0.25 and its
+0.20 continue government include last month planned statement
+0.15 agreement announced annual consider decided legislation made measures over pct percent pledged proceeds receive
  support told tomorrow unless week will withdraw
+0.10 accord action after ago attorney available before begin boost businesses cabinet cash computer corporate counsel
  cuts discuss dispute do each evidence experts exports failed finance financing five for foreign form formal francs
  from general go goods governor has headquarters hold if immediately industrial intended labour live loan million of
  offered official officials on package period place plan plant products promised public purchase put rate reached
  reaffirmed regional require research return review ruled security seek settled shareholders speed state steps stock
  take talks tariffs three to towards vowed waters workers
+0.05 a accept accounts accused achieve acid acquire acquired acres actions activity additional address admission
  again agency all alleged alliance already amendment among amount annually anything appeal applicants application
  approval arising armed arrives ask assets assistance assurance asylum at auction auctions autumn bad ban bank bases
  basic beginning benefits bid bill bloc body bond border boycott breaks brief budget build bus buy cable called came
  candidate capacity capital cargo carried carry carrying case cause central chancellor cheap chip city civil class
  clear closing coalition code commission commissioner committed committee commodities company complicated components
  comprehensive computers concluded contacts controls corporation cotton criminal criteria criticized crowd crowns cut
  date days de deals debts decisions decree delegation denominations depending deposit deputies described desk despite
  details determine determined directly director disclosed disclosure discussion discussions disputed distribution
  dividend domestic doors draft drafting dumping duty e east education effective effort eight elected electoral
  eligibility emails emissions entire envoy equipment establish established establishing estimate everything exchange
  expand exploration explore extra fact failing fight file filing fire flag fleet flights flood food forcing
  forthcoming forward foster franc free fulfil full fund further gains gave generally grace grant groups guilder hand
  happen having headed hearings held help hesitate hours houses housing however i identify implement implemented
  impose incentives incident includes increases indefinite indicate individual informed initiatives innovative inquiry
  institute insurance insurer intends intent intention interests introduce invest investments investor involve island
  issue issued job joint jointly justice kept late later lawyers legal let level levy liberalisation lifted limit link
  litigation loans locations loopholes make management marines marketing maturity means meantime mechanism mechanisms
  meets members mention metres might militant military mines minimum mining minister ministries ministry mln
  moratorium morning move my nation national neither new news next nominee normal north not notes notice offer offset
  operated operations option organisations other others out outstanding owned paid palm parents park part parties pay
  payable payments penalties percentage permanent pipeline plants pledge points police policy political port ports
  powers praised present press pressing prime prisoners private privatisation procedure procedures proceed process
  program programme projects promises promising properties propose proposes proposing prosecution prosecutor protest
  provision questioned quo quoted rail reacted readiness ready recommendations redeemable reducing reductions
  redundancies refused regardless regime regulator regulatory release remainder removal renew repaid repay repayment
  repayments repeated repeatedly reporters representatives requirements requiring rescue reshuffle resignation
  resigned resist respond response responsible restrictions retaliate retaliation revealed revenue rice rights ruling
  run salaried sanctions savings scheme schools seamen sector secured seekers selected sensible serious served
  services servicing session seven shall ship shops shortly sign signed similar simplify slap small so social sold
  someone son soon source special spending spirits spokeswoman stabilise stabilize staff standard stands starting
  states stations steel steering stimulate stockholders stop strengthen stressed strike structure study subject
  subsidiary subsidy successful suicide suits sum surplus suspected suspend system takeover taking team technical
  telecommunications televised telex tender terms territorial test testing their those though threatened threatening
  threats ties timetable today tonnage tonnes took top traded trading tranche transport travel trees troops
  unanimously unchanged uniform unions unspecified unveiled urge urgent vehicle venture verdict vessels violated
  visiting vote wage walk wants wealthy whereby which willingness wind with won workforce working worth yesterday
-0.05 ability able accepted achieved acknowledged acted active actually admitted adopt affect affected agencies agenda
  agreeing aide aiming aims airline airport allow allowance alone along also although always amid analyst analysts
  anger apart apparently appeared approve approved argued arguments asked aspects assistant associated assuming attack
  attempt attention average avoid away backed balanced bankruptcy banks bar based battle become being believe believed
  better bills black block board book books boosting both branches bridge bring brought burden but buyers buying call
  can capture career carefully caused ceiling certainly charged child chose circulation claimed claims clearly closed
  coffee coming commander comment commodity compared competitive concerns concessions conferences confidence consumers
  consumption contempt contra contracts convert convertible conviction convince cool coordinate coordinated cost could
  court create created credit credits cricket crisis crop crude currencies currency customer daily damage danger
  dangers dealer dealers death debate debt debtor debtors decade decide decline declined defeat defense demanded
  depend depends depress desire deter developing did different difficulty diplomat direct discount discrimination
  disputes dlrs dollars drain drive during eager easier economic economist economists either elections enable ending
  enormous enough entitled entry equities essential even evening event excessive exchequer existence expect expects
  expenses experience export exporters extremely face faced factor factors failure fall far faster fear fee fell
  fellow fill find first fiscal follow forced forecast formula fourth freeze futures gain gained gap gas get gets
  gives giving global goal goals goes governments grain granted great greater grow growing gun half hands happy heads
  health heart her higher himself his hole hope hoped hopes hoping how huge idea ideas impact important imports
  imposing impossible improve in incentive income increased indications indirectly insider interest interview into
  journalists judgment just key large larger largest latest lawmakers laws lay least lend less life like limited
  little lives local locked long lot main mainly maintaining manager margin mark mass matters maturing me mean meant
  measure meet member message minority missiles monetary money months mortgage mounting much multinational museum
  natural negotiator newspaper night no note noted noting obtain off offsetting offshore old once ones opinion
  opponent opportunity opposed optimistic or organization originally outcome overall overseas p pace paper
  particularly partly partners parts pass past pave people performance permit personally pick play played pointed poll
  polls positions positive possibility post practices predicted preferred presidency presidential pressure previous
  prices primary prior producer producers product production profitable profits progress projected promote proposed
  protect protectionist protracted providing provisions purchases push pushing quality question quota quotas raise
  rates rather reach real reason rebuild recently recommendation reduced reform regain relationship released remained
  remarks remove renewed repairs reports repurchase required rescheduling resign resistance resolve responded restore
  restructuring rise risks routes save saw scheduled season seats secret seeing seem seems seen sell sentiment
  sessions sets setting settle settlement several shape sharply she short should show showed shown signal significant
  significantly since situation slide slow sole something space specific speculation speculative stance start steady
  step sterling stg stocks stopped story strategic strategy strength strict strong strongly studying subsidiaries
  subsidies successor suffer suggested supply target tax taxes technology tensions the them there think this thought
  threat threaten threatens throughout time together touch tough town traders traffic transactions transfers treasury
  treaty tried trigger trillion truth try turn ultimately unable unacceptable uncertainty underlying undertaken
  underwriting unfair unlikely until upon use very views voters waste we weapons weather what when whole whose wife
  win wins within worldwide worried write writing wrong wrote yen yet yield yields
-0.10 about against agree agriculture aim almost am bankers banking been chance continued costs countries current day
  designed discussed drop earnings election end farm farmers firm future give going good growth guaranteed guarantees
  hard he him increase industry inflation issues know law lead leave likely liquidity losses low lower man markets
  more most must needed now only probably problems proposals quarter recent reduction relations report reserves resume
  role second securities six sources such summit targets temporary than that these they too trying way while who wo
  would
-0.15 add agricultural another back be because between deficit difficult dollar due early federal have investors many
  say see set some still term through world
-0.20 are economy efforts market need one
-0.25 is trade were
-0.30 was
"""
"""A weight, then the words that have it."""

WORDS: dict[str, float] = {
    word: float(weight) for weight, words in re.findall(r"([+-][\d.]+) ([a-z\s]+)", _TABLE) for word in words.split()
}
"""The weight of each word; others weigh nothing."""
