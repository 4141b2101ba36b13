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
+0.30 if
+0.25 and its
+0.20 continue government include last month planned statement unless
+0.15 agreement announced annual consider decided legislation loan made measures over pct percent pledged proceeds
  receive support told tomorrow week will withdraw
+0.10 accord action after ago attorney available before begin boost businesses cabinet case cash corporate counsel
  cuts discuss dispute do each evidence experts exports failed finance financing five for foreign form formal francs
  from general go goods governor has headquarters hold immediately industrial intended joint labour live million of
  offered official officials package period place plan plant products promised proposes public purchase put reached
  reaffirmed regional require research return review ruled security seek settled shareholders ship speed state steps
  stock subject take tariffs three to towards vowed waters workers
+0.05 a accept accounts accused achieve acid acquire acquired acres actions activity adding additional address
  admission again agency all alleged alliance already amendment among amount annually anything appeal applicants
  application approval arising armed arrives ask assets assistance assurance asylum at auction auctions autumn bad ban
  bank bases basic beginning benefits bid bill bloc body bond boycott breaks brief budget build bus buy cable called
  came candidate capacity capital cargo carried carry carrying cause central chancellor cheap checks chief chip city
  civil class clear close closing coalition code commission commissioner committed committee commodities company
  complete complicated components comprehensive computer computers concluded contacts control controls corporation
  cotton coupon creditors criminal criteria criticized crowd crowns cut date days de debts decisions decree delegation
  denominations depending deposit deputies described desk despite details determine determined directly director
  disclose disclosed disclosure discussion discussions disputed distribution dividend domestic doors draft drafting
  dumping duty e east education effective effort eight elected electoral emails emissions entire envoy equipment
  establish established establishing estimate everything exchange expand exploration explore extra fact failing fight
  file filed filing fire flag fleet flights flood food forcing forthcoming forward foster franc fraud free fulfil full
  fund further gains gave generally grace grant guilder hand happen headed held help hesitate holds hour hours houses
  housing however i identify immunity implement implemented impose incentives incident includes increases indefinite
  indicate individual informed initiatives innovative institute insurance insurer intends intent intention interests
  introduce invest investments investor involve island issue issued job jointly justice kept later leaders legal let
  level levy liberalisation lifted limit link litigation loans locations loopholes make making management marines
  marketing maturity means meantime mechanisms meets mention metres might militant military mines minimum mining
  minister ministries ministry mln morning move my nation national neither new news next nominee normal north not
  notes notice offer offset on operated operations option organisations other others out outstanding owned paid palm
  parents park part parties pay payable payments penalties pending percentage permanent pipeline plants pledge points
  police policy political port ports powers praised present press pressing prime prisoners private privatisation
  procedure procedures proceed process program programme projects promises promising properties propose proposing
  prosecution prosecutor protest provided provision questioned quo quoted rail rate reacted readiness ready
  recommendations redeemable reducing reductions redundancies refused regardless regime regulations regulator
  regulatory release remainder removal renew repaid repay repayment repayments repeated repeatedly reporters
  representatives requirements requiring rescue reshuffle resignation resigned resist respond response responsible
  restrictions retaliate retaliation revealed revenue rice right rights ruling run salaried sanctions savings scheme
  schools seamen sector secured seekers selected sensible serious served servicing session seven shall shops shortly
  sign signed similar slap small so social sold someone son soon source special spending spirits spokeswoman stabilise
  stabilize staff standard stands starting states stations steel steering stimulate stockholders stop strengthen
  stressed strike structure study submitted subsidiary subsidy successful suicide suits sum surplus suspected suspend
  system takeover taking talks team technical telecommunications televised telex tender terms territorial test
  testimony testing their those though threatened threatening threats ties timetable today tonnage tonnes took top
  traded trading tranche transport travel trees troops unanimously unchanged uniform unions unspecified unveiled urge
  urgent vehicle venture verdict vessels vetoed violated visiting vote wage walk wants wealthy whereby which
  willingness wind won workforce working worth yesterday you
-0.05 ability able accepted achieved acknowledged acted active actually admitted adopt affect affected agencies agenda
  agreeing aide aiming aims airline airport allow allowance alone along also although always amid analyst analysts
  anger anyone apart apparently appeared approve approved argued arguments around asked aspects assistant associated
  attack attempt attention attract average avoid away backed balanced banking bankruptcy banks bar based battle become
  being belief believe believed better beyond bills black block board book books boosting both branches bridge bring
  broke brought burden but buyers buying call can capture career carefully caused ceiling certainly child chose
  circulation claimed claims clearly closed coffee coming commander comment commodity compared competitive concerns
  concessions conferences confidence consumer consumers consumption contempt contra contracts convert convertible
  conviction convince cool coordinate coordinated cost could create created credit credits cricket crisis crop crude
  cumulative currencies currency customer d daily damage danger dangers dealer dealers death debate debt debtor
  debtors decade decide declined defeat defense demanded depend depends depress desire deter developing different
  difficulty diplomat direct discount discrimination disputes dlrs dollars drain drive during eager easier economist
  economists either elections enable ending enormous enough entitled entry equities estimated even evening event
  excessive exchequer excluded existence expect expects expenses experience export exporters extremely face faced
  facing factor factors failure fall far faster fear fee fell fellow fill find first fiscal flows follow forced
  forecast formula fourth freeze futures gain gained gap gas gives giving global goal goals goes good governments
  grain granted great greater grow growing gun half hands happy heads health heart her higher himself his hole hope
  hoped hopes hoping how huge idea ideas impact important imports imposing impossible in incentive income increased
  index indications indirectly insider interview into journalists judgment just keep key large larger largest latest
  lawmakers laws lay least lend less life like limited little lives local locked long lot main maintaining manager
  margin mark mass matters maturing me mean meant measure message minority missiles monetary money mortgage much
  multinational museum natural negotiator newspaper night no notably note noted noting off offering offsetting
  offshore old once ones opinion opponent opportunity opposed optimistic or organization originally outcome overall
  overseas p pace paper particularly partly partners parts pass past pave people performance permit personally pick
  play played pointed poll polls positions possibility post practices predicted presidency presidential pressure
  previous prices primary prior producer producers product production profitable profits progress projected promote
  proposed protect protectionist protracted prove provide providing provisions purchases push pushing quality quota
  quotas raise rates rather reach real reason rebuild received recently recommendation reduced reform regain
  relationship remained remarks remove renewed repairs reports repurchase required rescheduling resign resistance
  resolve responded restore restructuring rise risen risks routes save saw schedule scheduled season seats secret
  seeing seem seems seen sell sentiment sessions sets setting settle settlement several shape sharply she short should
  show showed shown signal significant significantly since situation slide slow sole something space specific
  speculation speculative stance start steady step sterling stg stocks story strategic strategy strength strict strong
  strongly studying subsidiaries subsidies successor suffer suggested supply target tax taxes technology tensions the
  them there think this thought threat threaten threatens throughout thus time together too touch tough town traders
  traffic transactions transfers treasury treaty tried trigger trillion truth try turn ultimately unable unacceptable
  uncertainty underlying undertaken underwriting unfair unlikely until upon use very views voters waste we weapons
  weather what when whole whose wife win wins within worldwide worried write writing wrong wrote yen yet yield yields
-0.10 about against agree agriculture aim almost am back bankers been chance continued costs countries court current
  day designed discussed drop earnings election end farm farmers firm future give going growth guaranteed guarantees
  hard he him increase industry inflation issues know law lead leave likely liquidity losses low lower man markets
  more most must needed now only probably problems proposals quarter question recent reduction relations report
  reserves resume role second securities six sources such summit targets temporary than that these they trying way
  while who wo would
-0.15 add agricultural another are be because between deficit difficult dollar due early federal have investors many
  say see set some still term through world
-0.20 economy efforts market need one were
-0.25 is trade was
"""
"""A weight, then the words that have it."""

WORDS: dict[str, float] = {
    word: float(weight) for weight, words in re.findall(r"([+-][\d.]+) ([a-z\s]+)", _TABLE) for word in words.split()
}
"""The weight of each word; others weigh nothing."""
