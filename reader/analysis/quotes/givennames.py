"""The pronoun by which a person most likely goes, from the given name; used where an article says nothing better."""

from __future__ import annotations

from typing import Final

from reader.analysis.wordlists import words

_MALE: Final = words(
    "aaron antonin cian cormac eoin fionn padraig seamus diarmuid abdul abdullah abraham adam adolfo adrian ahmad "
    "ahmed alan albert alberto aldo alejandro aleksandr alexander alexei alfonso alfred ali allan allen alvaro amir "
    "anand anatoly anders andreas andrei andrew andrey andrzej andy angus ansar anthony antonio antony antti anwar "
    "aravind archie arif armando arne arthur arturo ashok asif auguste austin barack barry bart bashar ben benjamin "
    "benny bernard bernie bilal bill billy bjorn bo bob bobby boris brad bradley brandon brendan brent brett brian "
    "bruce bruno bryan caleb callum calvin carl carlo carlos cesar charles charlie chad christian christopher chuck "
    "claude clint clive colin connor conor corey craig curtis cyril damian damien daniel daniele danny darren daryl "
    "dave david davide dean declan denis dennis derek deepak diego dieter dirk dmitri dmitry dominic don donald "
    "donnie doug douglas duncan dwayne dwight dylan earl ed eddie edgar eduardo edward edwin ehud elijah elias eli "
    "emil emmanuel emre enrique eric erik ernest ernesto ethan eugene evan ewan fabio faisal farhan federico felipe "
    "felix fernando fidel filip finn floyd francesco francis francisco francois frank franklin franz fred frederick "
    "fredrik friedrich gareth garry gary gavin geoff geoffrey george gerald gerard gerardo gerhard giacomo gianni "
    "gideon gilbert giorgio giovanni giuseppe glen glenn gordon graeme graham grant greg gregory guido guillermo "
    "gunter gus gustavo hamid hamza hank hans harold haroon harry harvey hassan hector heinrich heinz helmut henri "
    "henrik henry herbert herman hiroshi horst howard hubert hugh hugo hussein iain ian ibrahim igor ilham ilya "
    "imran isaac ismail ivan jack jacob jacques jake jakob jamal james jared jason javier jay jeff jeffrey jens "
    "jeremy jerome jerry jesus jim jimmy joachim joaquin joao joe joel johan johann john johnny jonas jonathan "
    "jorge jose josef joseph josh joshua juan julian julio jurgen justin kareem karim karl keith ken kenneth kenny "
    "kevin khaled khalid klaus konstantin kurt kyle lance larry lars lawrence leo leon leonard leonardo leonid "
    "leroy lewis liam lloyd lorenzo louis luca lucas luigi luis luiz lukas luke magnus mahmoud malcolm manuel marc "
    "marcel marcelo marco marcos marcus mario marius mark marlon martin marvin massimo mateo mateusz matt matteo "
    "matthew matthias maurice mauricio max maxim mehmet mel melvin michael michel miguel mikael mike mikhail miles "
    "milos mitch mitt mohamed mohammad mohammed mohamud moshe muhammad murat mustafa nabil narendra nasser nathan "
    "nathaniel neal ned neil nelson nicholas nick nicolas nigel nikolai noah norman olaf oleg oliver olivier omar "
    "orlando oscar oskar osama otto owen pablo paolo pascal patrick paul paulo pavel pedro pete peter petr phil "
    "philip philippe pierre pieter piotr preston qasim rafael rahul raj rajesh ralph ramon randall randy raul ravi "
    "ray raymond recep reginald rex ricardo richard rick ricky rob robbie robby robert roberto rod rodney rodrigo "
    "roger roland rolf roman ron ronald rory ross roy ruben rudolf rudy rupert russell ryan salman salvador "
    "salvatore sami samir samuel sanjay scott sean sebastian serge sergei sergey sergio seth shane shaun shawn "
    "shimon silvio simon spencer stan stanley stefan stefano stephan stephen steve steven stewart stuart sunil sven "
    "tadeusz takashi tariq tayyip ted terence terrence thabo theo theodore thomas tim timothy toby todd tom tomas "
    "tommy tony travis trevor tyler umar vadim vernon victor viktor vijay vincent vinod vitaly vladimir walter "
    "warren wayne werner wilhelm will willem william willie winston wolfgang xavier yair yasser yitzhak yoav yuri "
    "yusuf zachary zoltan"
)
_FEMALE: Final = words(
    "abigail maeve aoife siobhan niamh sinead orla ciara ada adele adriana agnes aisha alexandra alice alicia "
    "alison allison alma amanda amber amelia amina amy ana anastasia angela angelina angie anita anja ann anna anne "
    "annette annie annika antonia april ariana asma astrid audrey ayesha barbara beatrice beatriz becky bella "
    "benazir bernadette beth betsy betty beverly bianca bonnie brenda brianna bridget brigitte brittany camilla "
    "candice cara carla carly carmen carol carole carolina caroline carolyn carrie caterina catherine cathy cecilia "
    "celia celine charlene charlotte chelsea cheryl chiara chloe christina christine cindy claire clara claudia "
    "colleen condoleezza connie cristina cynthia daisy danielle daphne dawn deborah debbie debra deirdre delia "
    "denise diana diane dina dolores donna dora doris dorothy edith eileen elaine eleanor elena elisa elisabeth "
    "elise eliza elizabeth ella ellen eloise elsa emily emma erica erika erin esperanza esther eva eve evelyn farah "
    "fatima fatma felicity fiona flora florence frances francesca frauke freya gabriela gabriella gail gemma "
    "genevieve georgia georgina geraldine gertrude gillian gina giorgia gisele giulia glenda gloria grace greta "
    "gretchen gwen hailey hanna hannah harriet hazel heather heidi helen helena helga henrietta hilda hillary holly "
    "ida imelda indira inga ingrid irena irene irina iris isabel isabella isabelle ivana ivanka jacinda jacqueline "
    "jacqui jane janet janice jasmine jeanette jeanne jenna jennifer jenny jessica jill joanna joanne jocelyn jodie "
    "johanna josephine joyce juanita judith judy julia juliana julie juliet kamala karen karin karla kate katarina "
    "katharine katherine kathleen kathryn kathy katie katrina kay kayla khadija kimberly kirsten kirsty kristen "
    "kristina lara laura lauren leila lena leticia liliana lily linda lisa liz liza lois lola loretta lorraine "
    "louise lucia lucy luisa lydia lynne mabel madeleine madison maggie mandy manuela marcia margaret margarita "
    "margot maria mariam mariana marie marina marissa marjorie marlene marsha martha mary maryam matilda maureen "
    "maya megan megyn melania melanie melissa mercedes michelle mildred mina miranda miriam molly mona monica "
    "monika muriel nadia nadine nancy naomi natalia natalie natasha nellie nicole nikki nina noor nora norma "
    "octavia olga olivia olena oksana ophelia paige pamela patricia patty paula pauline peggy penelope penny petra "
    "phoebe phyllis pilar polly priscilla priya rachel ramona rebecca regina renata rita roberta rosa rosalind rose "
    "rosemary roxanne ruth sabrina sadie sally samantha sandra sara sarah selma serena sharon sheila shirley silvia "
    "sofia sonia sonya sophia sophie stacey stella stephanie sue suella susan susana susanna suzanne svetlana "
    "sylvia tamara tania tanya tara tatiana teresa tess thelma theresa tina tracey tricia ulrike ursula valentina "
    "valeria valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy whitney wilma winifred "
    "yasmin yolanda yulia yvette yvonne zahra zainab zara zoe"
)


def pronoun_of(name: str) -> str | None:
    """The pronoun, "he" or "she", of a full name whose first word is a given name of men or women alone."""
    given, _, family = name.partition(" ")
    if not family:
        return None
    folded = given.casefold()
    return "he" if folded in _MALE else "she" if folded in _FEMALE else None
