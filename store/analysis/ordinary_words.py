"""Words that are no names where they open a sentence, though they have a capital there: "Landlords say".

They were counted in 3,800 news articles of 2016 and 2017: those that open sentences, or are plurals, and stand inside
of sentences at least twelve times, at most half as often with a capital. Those that other tables have are not here.
"""

from __future__ import annotations

ORDINARY_WORDS = frozenset(
    """
    aboard abortions abroad absent absolute absurd abuse abuses academic academics acceptable accepts access accessible
    accidents accommodation accountability accounts accuracy accurate accusations achievements acne acquisitions action
    actions active activists activities actors acts actual added additional address addresses adds adjacent adjust
    adjusted administrations administrative administrator administrators adult adults advanced advances advantages
    advice advisers advocacy advocate advocates aerial affected affects age aged agencies agenda agents ages aggressive
    agreement agreements agriculture aid aides aims air airports airstrikes alarm alert allegations alleged alliances
    allies allow allows almost alongside alternative alternatives altogether amateur ambassadors ambitions ambitious
    amendments amounts analysis analysts ancient anger angry animal animals animated annual anonymous answer answers
    anti anticipation antiquities anybody anyone anyway apart apartments appeal appears applause applicants applications
    applied applies appointments appreciate approaches appropriate approval apps architectural area areas argues
    arguments armed arms armyworms arrangements arrested arrests arrivals arrives art artillery artists arts aside asks
    aspects assailants assess assessed assessments assets assignment assist assistant assisted associates associations
    assume assumptions assured astronauts asylum athletes attached attack attacker attackers attacks attempt attempts
    attendance attendees attention attitude attitudes attorneys attraction audiences audit austerity authoritarian
    authorities authors autism auto automated automatic automation autonomous avalanche average awards aware awareness
    awkward babies baby back backed backers backlash bacteria bad bags bail balanced ball banks bans bar barriers bars
    based bases basic basis bat bats batteries battery battle battles beaches bear bears beaten beautiful beauty beaver
    becomes beds beef been begins belief beliefs believe believed believes beloved benchmark beneath benefits besides
    best better big bigger bikes bilateral billions bills birds birth bits black blame blind blizzard block blood blow
    boards boats bodies bomb bombers bombings bombs bonds books boom border borders born boss bottles box boy boys brain
    branches brands break breakfast breaks brick bridges brings broadband broadcaster broke bronze brothers budget
    budgets build buildings built bulk bullets bureaucracy buried burns buses business businesses buy buyers caliphate
    called calls calm came cameras camp campaigners campaigns camps cancer candidates candle capabilities capable
    capital car carbon card cards care career careers cargo carmaker carmakers carnage carried carriers carries cars
    cases casual casualties cat catastrophic catch categories cats caught causes ceasefire celebrities celebrity cell
    cells cemetery census centers centres century certain chain challenge challenges champion chance chances change
    changed changes channels chaos characters charge charges charity cheap cheaper checks chefs chemical chemicals
    chestnuts child childcare children chlorine choice choices cinema circle circles circumstances cities citizens
    citizenship city civic civil civilian civilians claims clarification clashes class classes classic clean clear
    client clients climate clinical clinics clock close closer clothes clubs coal coastal coastguard coca cocaine code
    cold collaboration collapse colleagues collective color com combined come comedian comes comfortable comma comment
    commentators comments commerce commercial commissioned commissions commitment commitments committed committees
    common communicate communication communications communism communities community companies compared compensation
    competent competition competitors compiled complacency complained complaints complete completed completion complex
    complexity compliments components comprehensive compromise concern concerned concerns concerts conclusions concrete
    conditions condolences conference confidence confident conflict conflicts confusion conglomerate connections
    consensus consequences conservation conservative conservatives considered considers conspiracy constant
    constitutional construction consultations consumer consumers consumption contacts container containers contains
    contemporary content contentious context continent continental continued continues continuous contractors contracts
    contrary contrast contributions control controls controversial controversy convenient conventional conversation
    conversations convicted convictions convinced cool cooperation coordination copies copper coral core coroner
    corporate corporations corrupt corruption cost costs councils counselor count counterparts counterterrorism
    counties countless countries country counts coup couple coupled courage course courts coverage covers crack
    crackdown crazy create created creates creation creative creativity credibility credible credit credits crews crime
    crimes criminal criminals crises crisis critical criticism critics crop crops cross crossed crowds crucial cruel
    cruise cultural culture cups curious currency current customer customers cut cuts cyber cybersecurity cyclone dad
    dam damage damaged damages dams dangerous dangers dark data dates daughter daughters day days dead deal dealers
    deals death deaths debates debris debt decades decisions deductibles deemed deep defence defendants defender defiant
    degree degrees delay delays delegations delivery demand demands democracy demonetisation demonstrations
    demonstrators denial denies departments depends deployment deportation deportations deputies describe describes
    designed despair desperate destinations detailed details detainees detectives detention determined developed
    developer developers development developments devices diabetes dialogue diamond die differences different difficult
    difficulties digital dinner diplomacy diplomatic diplomats direct directed directives directors disabilities
    disappeared disaster discovery discrimination discuss discussions diseases disgrace dishes disinformation displaced
    disposable dispute disputes disruption district districts divers diversity divestment divide divisions doctors
    documentary documents dog dogs dollar dollars domestic donate donations donor donors door doors doubts dozens draft
    dramatic draws dream dreams dress dressed dried drills drive driven drivers drives drone drones drop drought drug
    drugs dry dubbed duck due duo duties eager earnings ease eastern easy eat economic economies economists economy
    educated education educational effects efforts elected election elections electricity electronic electronics
    elements elite elsewhere email emails emboldened embrace emergencies emergency emissions emotional emotions emphasis
    employees employers employment empowerment encourage encouraged endangered ends enemies enforcement engineers
    enhanced enormous enough enrollment enterprises entertainment enthusiasm entire entities entitled entrepreneurs
    environmental environmentalists epilepsy episode equal equipped equity escape essential established estimated
    estimates ethics ethnic euros eurozone evacuation event events everybody everyday everyone evidence evil examples
    excess exchanges executives exercises exhausted exhibition exile exists exit expanded expect expectations expects
    expenses expensive experiences experts explains exploration explore export exports exposure express external extra
    extradition extraordinary extreme extremists eyes face faced faces facilities factions factor factories factors
    factory facts failed fails failure failures fair faith fake falls false families famine famous fan fans fantastic
    far farmers farther fashion fate fault fear fears feature featured features federal feel feelings feels fees fellow
    female females feminist fences fertile festivities fewer fiction field fields fifth fighter fighters fights figures
    file files filled film filmmaker films final financial findings finds fines fire firearms fireworks firms fiscal
    fish fishermen fitness flag flames flash flexible flight flights flood floods flour flowers flows flu fluctuations
    focus focused focuses folks followers follows food footage football forced forecasts foreign foreigners forever
    formal formation formed former forms fossil fought founded fourth framed fraud free freelance frequent fresh friends
    fruit fruits frustrated fuelled full funded funds funeral furious future gains gallery game gang gangs gas gasoline
    gateway gathered gay gender generation generations genetic gets giant gifts girl girls gives glad glass global
    globalization goals goes gold golf gone good goods got governments governors grab graduate graduates grain
    grandfather granted grants graphic grass grassroots gray great greater greatest green grew grief gross ground
    grounded grounds groups grown growth guards guess guest guests guideline guidelines gun gunman gunmen guns guys
    hackers hail hailed hair half handled hands hang happens happiness happy hard harder hardest hate haven
    hazardous headline headlines headquarters heads health healthy hear hearings hearts heat heated heavy heels
    helicopters hell help helpful helps hence hidden high higher highest highlights highways hike historic historical
    history hit hits hold holders holds holiday home homeless homes hope hopes hospitals hostile hosts hot hotel hotels
    hour hours households houses https huge human humanitarian humanity humans humble hundreds hunger husband ice ideas
    identification identity ideological illegal illness illustrators images imams immediate immigrant immigrants
    immigration immune impacts impeachment imperial implementation implemented implications import imports impossible
    improved improvement improvements inadequate incentive incentives inches incident incidents included includes
    inclusive income incomes increase increased increases incredible incumbent independence independent independents
    indicates indigenous individual individuals industrial industry inflammatory inflation influential informal
    information infrastructure ingredients initial initiatives injuries inmates inner innovation innovative insights
    inspections inspectors inspired instances institutional institutions insufficient insurance insurers insurgency
    integrated integration intelligence intends intensive intention interaction interactive interest interested
    interests interference internal internet interview interviewed interviews intra introduced intruder inventory
    investigation investigations investigators investment investments investors invite involve involves isolated issue
    issues items ivory jazz jet jets jewelry jiaozi jihadists job jobless jobs joined joint jokes journalists journey
    judges judicial jumped junior jurors jury justified keen keeps kept key kid kids kill killings kilometers kinds know
    known knows labor lack lacks laid land landlords lands language large larger late latest launched launches laundry
    law lawmakers laws lawsuits lawyers layers lead leaders leadership leads leaked leaks learn leaves led left legal
    legend legendary legislation legislative legislators legs lengthy lessons letter letters level levels liability
    liberal liberals license lies life light lights likes limits line lines link linked links lion list listed lists lit
    literary literature little live lived livelihoods lives loan loans lobby local locals located location locations
    logistics long longest longtime look looks looted lorry lose loss losses lost lot lots loud love loves low lower
    luck lucky lunch luxury machine machines made main mainland mainstream maintenance maize majority makes male man
    managers mandate manufacturer manufacturers marches marijuana maritime market markets marks married mass masses
    massive match material materials maternity matters meal meals means meantime measures mechanical mechanism
    mechanisms medals media medical medicine medicines meetings member members memo memories men merchants mere mergers
    mess messages met meters methods metric microwave mid migrant migrants militant militants military militias milk
    millennials millions minds miners mines ministers minorities minority minors minutes missiles mission missions
    mistakes mix mixed mobile models moderate moderates modern modest moments momentum monetary money monsters months
    monument moral mosques mother mothers mountain mountains move movements moves movie movies multinational multiple
    mum murder murders music musical must mysterious mystery naked name named names nation nationalism nationalist
    nationalists nationals native natural naval necessity need needs negative negotiation negotiations neighborhood
    neighbors neighbours nerve net networks neutral neutrality new newspapers night nobody noise nominated nominees none
    normal northeastern notes notice nowhere nuclear number numbers numerous nurses nuts objectives objects obligations
    observers obtained obvious occasions occupation occupied odds offences offenders offenses offer offers officers
    offices officials offline offshore oil okay old ones online open openness opens operated operates operation
    operations operatives operator operators opinion opinions opioids opponents opportunities opportunity opposition
    optimism options order orders ordinary organisations organisers organizations organizers organs original others ours
    ourselves outbound outdoor outlets outlook output outreach overall overnight overseas overshadowed owners owns
    oyster oysters page pages paid paintings pan panda panel papers parallel parents parks parliamentary part partial
    participants particular parties partners partnership partnerships parts pass passed passengers passes passionate
    passports past patients pay payments peace peaceful peak peers penalties penalty people percentage perfect
    performance perilous perjury permission perpetrators persist persistent personal persons pesticides pharmaceutical
    philosophy phones photographer photographs photos physical pictures pieces pilots pink pipeline pipelines piracy
    pirates place places plain plaintiffs plan plane planes planet planned plans plants plastic platforms players plays
    pleased pledges point points poison polar policemen policies policy policymakers political politician politicians
    politics poll polls poor pop popular popularity populations populism populist populists portions portrait ports
    poses positions positive possession possibilities possible posts potential poultry pounds poverty power powerful
    powerhouse powers practical practice practices practitioners praise precision preferred pregnant prejudice
    preliminary premium premiums preparation preparations presence presenters presents presidential presidents pressed
    pressure pretty previous price priced prices pride priests principles prior priorities prison prisoner prisoners
    prisons privacy private privilege pro probation probe probes problems procedures proceedings proceeds process
    processes produced producers product production productivity products professional professionals profile profit
    profits program programmes programs progress progressive project projects prominent promised promises promotion
    propaganda proper properties property proposals proposed prosecutors prospective prospects prosperity prosperous
    protect protection protectionism protections protest protesters protests proud provide provided providers provides
    provinces provincial provisions public pull pupils pups purchases purposes pursue pushed puts qualified quality
    questioned questions quite race racial racist radical raid raids rail railway rain rainfall raise raises rallies ran
    random ranks rape rapid rates rather ratings raw reach reaction readers readiness reads ready real realistic reality
    realize reasonable reasons rebel rebels recalls recent recognition recommendations record recorded records recovery
    recruitment recusal red reddit referendum refers reflection reflects reform reforms refugee refugees refusal
    regardless regime regional regions registration regular regulation regulations regulator regulators regulatory
    reject relations relationship relationships relative relatives relax relevant reliance relief relieved religious
    remains remarks remove renewable renminbi renowned repeated report reported reporters reports representation
    representatives represents requests requirements requires research researchers reserves resettlement residents
    resign resist resistance resolution resolutions resources respondents response responses responsibilities
    responsible responsive rest restaurant restaurants restrictions results retail retailers retired retirement return
    returns reunification reunion revelations revenge revenue revenues reverse reviews rice rich ridiculous right rights
    rigorous riot rise risks risky rival rivals rivers roads robotics robots rocket rockets rocks rogue roles roll roof
    rooms root rooted roots rounds routes rtenews rubbish rubles rule rules rumors rumours run runoff runs rural sacred
    sad safety said salaries sale sales salt same samples sanctions sanctuary satellite satellites save saved savings
    say says scandal scare scared scene scenes scheduled scholar schools scientific scientists scoliosis scores search
    season seats seconds section sections sector sectors security seeds seek seekers seeks seems seen sees segregation
    selected self senators sends senior sensitive sent sentences separate separated series serious serves sesame set
    sets settlements settlers severe sex sexual shadow shame shameful shares sharks sharp shelters shift shifts ship
    shipments ships shoes shoot shooter shootings shootout shop shoppers shops short shortages shots shoulder show
    shower shows sickle sidelines sides sign signature signed significant signs silence silent silver similar simple
    single sisters sites sits situations sixth skepticism skills skin slaughter small smaller smart smartphone smog
    smugglers snap snow soccer social soft software soil soldiers solid solidarity solitary solo solutions somebody
    somehow someone son song songs sons sooner sorry sound sounds source sources southern southwestern sovereign space
    spaces speak speakers speaks special specialist species specific speculation speech speeches speed spend spider
    spies spike spirit sports spread spy square stability staff staffers stages stand standard standards stands star
    stars start starts startup startups starvation statement statements stations statistics status stay steady steam
    steel stem step steps stick stir stock stocks stop stops stores stories storm straight strained strange strategic
    strategies streets strength strengthened stress stressed stretch strict strike strikes strong structural structure
    structures students study style subject subsequent subsidiaries subsidies substances suburban success successful
    successive sued sugar suggestions suggests suicide summary summit sums supermarkets supervision supplies support
    supported supporters supportive supports sure surgery surrounded surveillance survey surveys survival survivor
    survivors suspect suspects suspended suspicious sustainable sustained sweet switch symbol symbols symptoms system
    systematic systems tables tactical tactics taken takes talent talented talk talked talks tanks tap tape target
    targets tariffs tasks taste tax taxes taxi taxpayers tea teachers teams tear tears tech technical techniques
    technological technology teenagers television tells temperature temperatures tennis tens tense tension tensions
    tequila terms terrible territories territory terror terrorism terrorist terrorists test testimonies tests text thank
    thanks themselves theories therapy thereafter thick thin things thinks third thoughts thousands threat threatens
    threats throw tickets tie tied ties tighter time timeline tips tired title titles tobacco together toilet told tone
    tonnes tons tools top topics torture total touch tour tourism tourists tours town towns toxic trace traces trade
    traditional traditions traffic traffickers train trains tramadol transactions transatlantic transfer transformed
    transit transparency transparent transportation travel travelers treat treatment treatments trees tremendous trend
    trends trials tribute tried tries trips troops trouble troubled true trusts truth turned turnout turnover turns
    tweet tweets twin twist type types typical umbrella unable unacceptable unbelievable uncertainties uncertainty uncle
    uncontrolled underground understand understands underwater undocumented unease unemployment unexpected unfortunate
    unidentified unions unite units universal universe universities unknown update updated updates upset urban
    urbanization urgent use used users uses valuable values variety various vast vegetables vehicles veiled verdict
    verified vessels veteran veterans vibrant vicious victim victims victory video videos view viewed viewers views
    villagers villages violations violence violent visa visas visitor visitors visits visual voice voices voluntary
    volunteer volunteers vote voter voters votes vows wages wait walk wall walls want wants war warfare warm
    warnings warrants wars wash waste watches water waters waves way ways weak weakness wealthy weapon weapons weather
    websites weeks weird welcome wet wetlands whale whales whatever whenever wherever whistleblowers whoever whole wide
    widespread widow wife wild wildlife willingness wind windows winds wine winners wins wire wireless wiretap wishes
    witness witnesses woman women won wonderful word words work works world worldwide worried worries worse worst worth
    wounded wounds writers writes wrong xenophobia xenophobic year years yellow yields yoga young younger youth
    yuan zero zones zoo
    """.split()
)
