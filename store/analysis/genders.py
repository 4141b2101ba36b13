"""Which pronoun a first name, a title or a role word takes, for the names that news is full of; and Slavic verbs."""

from __future__ import annotations

MALE_NAMES = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmad ahmed akira alan albert aldo alejandro aleksander aleksandr
    aleksei alexander alexandre alexei alfred ali alireza allan allen alvin amir anatoly anders andre andreas andrei
    andrej andres andrew andriy andrzej andy angelo anthony antoine anton antonio antony arnold arthur ashraf austin
    barack barry bart bashar ben benjamin benny bernard bernie bill billy bob bobby boris boyko brad bradley brandon
    brent brett brian bruce bruno bryan byron caleb calvin carl carlos carter cesar chad charles charlie chester chris
    christian christopher chuck clarence clark claude claudio clayton cliff clifford clint cody colin conor corey cory
    craig curtis dale damian damien dan daniel danny darrell darren daryl dave david dean denis dennis derek desmond
    diego dimitri dirk dmitri dmitry dmytro dominic don donald donnie doug douglas drew duncan dustin dwayne dylan
    earl ed eddie edgar eduardo edward edwin elijah elliot elon emil emmanuel emmerson enrique eric erik ernest ethan
    eugene evan evgeny evo felipe felix ferdinand fernando fidel floyd francesco francis francisco francois frank
    franklin françois fred freddie frederick fyodor gabriel garrett gary gavin gene geoffrey george gerald gerard
    gerhard gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg gregg gregory grigory guillermo gus
    gustavo guy habib hamid hank hans harold harry harvey hassan hector heinz henri henrik henry herbert herman hernan
    hiroshi howard hugh hugo hussein ian ibrahim igor ilham ilya imran isaac ismail ivan jack jacob jacques jaime jake
    jakob jamal james jamie jan janez jared jason javier jay jean jeb jeff jefferson jeffrey jens jeremy jerome jerry
    jesse jesus jim jimmy joachim joao joaquin joe joel johan johann john johnny jon jonas jonathan jordan jorge jose
    josef joseph josh joshua juan julian julio jurgen justin kamal karim karl kassym keith ken kenneth kent kevin
    khalid kirk klaus konstantin kristian kurt kyle lance larry lars laurent lawrence lee leo leon leonard leonardo
    leonid leroy lewis liam lloyd lorenzo louis luca lucas luis luiz lukas luke mahmoud malcolm manuel marc marcel
    marco marcos marcus mario mark marshall martin marvin mateusz mathias matt matteo matthew matthias maurice max
    maxim maxime mehmet michael michel miguel mikael mike mikhail miles milos mitch mitt mohamed mohammad mohammed
    muhammad mustafa nabil narendra nasser nate nathan nathaniel neil nelson nicholas nick nico nicolas nigel nikita
    nikolai nikolay noah norman olaf oleg oleksandr oleksiy oliver olivier omar oscar oskar otto owen pablo paolo pat
    patrick paul pavel pavlo pedro perry pete peter petr petro phil philip philippe phillip pierre piotr preston
    quentin rafael ralph ramon ramzan randall randy raul ray raymond recep reggie reginald rené ricardo richard rick
    ricky rob robert roberto robin rod rodney rodrigo roger roland roman ron ronald ronnie ross roy ruben rudolf rudy
    rupert russ russell rustam ryan salman salvador sam samuel santiago scott sean sebastian serge sergei sergey
    serhiy seth shane shaun shawn shinzo sidney silvio simon stan stanislav stanley stefan stephan stephen sterling
    steve steven stewart stuart sven sylvester tariq tayyip ted terence terrence terry theo theodore thierry thomas
    tim timothy tobias todd tom tommy tony travis trent trevor troy tucker tyler uwe vaclav vadim valery vasily vernon
    victor viktor vincent vitali vitaly vladimir volodymyr wade wallace walter warren wayne werner wesley wilhelm will
    william willie wolfgang xavier yaroslav yasser yevgeny yoshihide yuri yury yusuf zach zachary zoran александр
    алексей аляксандр анатолий андрей андрій антон аркадий артем артём артур борис вадим валентин валерий василий виктор
    виталий владимир владислав володимир вячеслав віктор геннадий георгий григорий данила даниил денис дмитрий дмитро
    евгений егор иван игорь илья иосиф кирилл константин леонид лев максим марат микола михаил михайло михаіл мікалай
    никита николай олег олександр олексій павел петр петро пётр роман руслан рустам сергей сергій степан станислав
    сяргей тарас тимур уладзімір федор фёдор эдуард юрий юрій ярослав
    """.split()
)

FEMALE_NAMES = frozenset(
    """
    abigail ada adele adriana agnes aisha alexandra alexis alice alicia alina alison alla allison alyssa amanda amber
    amelia amina amy ana anastasia andrea angela angelica angelina anita ann anna anne annette annie antonella antonia
    april ariana ashley astrid audrey aung ava barbara beata beatrice becky belinda benazir bernadette bernice beth
    betsy betty beverly bianca bonnie brenda brianna bridget brigitte brittany brooke camilla candice carla carly
    carmen carol carole carolina caroline carolyn carrie cassandra catherine cathy cecilia celia charlene charlotte
    chelsea cheryl chiara chloe christiane christina christine cindy claire clara claudia colleen condoleezza connie
    constance cora cordelia cristina crystal cynthia daisy dana danielle daria darlene dawn debbie deborah debra delia
    denise desiree diana diane dilma dina dolores donna dora doris dorothy ebony edith eileen ekaterina elaine eleanor
    elena elisabeth elise eliza elizabeth ella ellen ellie elsa emilia emily emma erica erika erin esther eugenia eva
    eve evelyn fatima fatma faye fiona florence frances francesca freya gabriela gabrielle gail galina geraldine gina
    giorgia gladys gloria grace greta gretchen gwen hannah harriet heather heidi helen helena helga hilary hillary
    holly huma ida ilse ines ingrid irena irene irina iris isabel isabella ivana ivanka jackie jacqueline jamila jana
    jane janet janice jasmine jeanne jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn jodi josephine
    joy joyce juanita judith judy julia juliana julianne julie june justine kamala karen karin karina karla kate
    katherine kathleen kathryn kathy katie katja katrin katrina katya kay kayla kelli kellyanne kendra kiara kimberly
    kirsten kirstjen kristen kristin kristina laila lara latoya laura lauren leah leila lena leticia lidia lillian
    lily linda lisa liz loretta lori lorraine louise lucia lucy ludmila luisa lydia lynn lyudmila madeleine madeline
    maggie mahira maia malala mandy marcia margaret margarita margot maria mariam marian marianne marie marina marine
    marion marjorie marlene marsha martha mary maryam maureen maxine megan melania melanie melinda melissa meredith
    mia michaela michele michelle mila mildred millie miranda miriam molly mona monica monika nadezhda nadia nancy
    naomi natalia natalie natalya natasha nicola nicole nikki nina nora norma oksana olga olivia ophelia oprah paige
    pamela patience patricia patty paula pauline peggy penelope penny petra phoebe phyllis polina priscilla priti
    rachel ramona raquel rebecca regina renee rhonda rita roberta rodaba rosa rosalind rose rosemary roxanne ruth
    sabine sabrina sally samantha sandra sara sarah selena serena shannon sharon sheila shelley shelly sheryl shirley
    silvia simona simone sofia sonia sonja sophia sophie stacey stacy stella stephanie sue susan susanna susanne
    suzanne svetlana sviatlana sylvia tabitha tamara tammy tania tanya tara tatiana tatyana teresa tessa thelma
    theresa tiffany tina toni tonya tracey traci tulsi ulrike ursula valentina valerie vanessa vera veronica vicki
    vicky victoria viktoria violet virginia vivian viviane wanda wendy whitney wilma winifred yana yelena yolanda
    yulia yuliya yvette yvonne zainab zoe алена алёна александра алла анастасия анна валентина валерия варвара
    владислава вера вероника виктория галина дарья диана евгения екатерина елена елизавета жанна зоя инна ирина
    карина кира ксения лариса лидия любовь людмила маргарита марина мария марія надежда наталия наталья нина
    оксана олена ольга полина раиса руслана светлана станислава софия софья тамара татьяна юлия яна ярослава
    """.split()
)

_MALE_WORDS = frozenset(
    """
    actor alderman assemblyman baron boy brother businessman chairman congressman councilman duke father fireman
    grandfather herr husband imam king lord man mister monsieur mr policeman pope prince rabbi salesman señor sheikh
    sir son spokesman uncle
    """.split()
)
_FEMALE_WORDS = frozenset(
    """
    actress assemblywoman aunt baroness businesswoman chairwoman congresswoman councilwoman dame daughter duchess frau
    girl grandmother lady madame miss mother mrs ms nun policewoman princess queen señora sister spokeswoman wife woman
    """.split()
)


_VERB_ENDINGS = {
    "several": ("ли", "лі", "лись"),
    "f": ("ла", "рена", "лась", "ła", "kla", "dla"),
    "m": ("л", "в", "ў", "рен", "лся", "ł", "kl", "dl"),
}


def gender_of_verb(verb: str) -> str:
    """ "m", "f" or "several" for a Slavic verb of speech in lower case whose past tells who speaks, else ""."""
    return next((gender for gender, endings in _VERB_ENDINGS.items() if verb.endswith(endings)), "")


def gender_of_word(word: str) -> str:
    """ "m" or "f" for a title or role word in lower case that says so, else ""."""
    return "m" if word in _MALE_WORDS else "f" if word in _FEMALE_WORDS else ""


def gender_of_name(first: str) -> str:
    """ "m" or "f" for a first name in lower case, "" where it is unknown or both."""
    male, female = first in MALE_NAMES, first in FEMALE_NAMES
    return "" if male == female else "m" if male else "f"
