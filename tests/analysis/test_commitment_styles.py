"""Commitments in other styles than political news: parliaments, companies, sports, councils, charities, transcripts.

The sentences are invented and were judged by eye before the rules were run on them; a few still go wrong, which is why
the whole is measured and not each sentence.
"""

from store.analysis.commitments import suggest_commitments

COMMITTED = [
    "The minister told the house that the department would publish the full report before the summer recess.",
    "Replying, the parliamentary secretary undertook to write to the honourable member within ten working days.",
    "The committee resolved to summon the auditor in March.",
    "Under the coalition agreement, the three parties will freeze rents for four years.",
    "I give this house my word that no school will close in this term.",
    "We will not raise the retirement age, the finance minister assured deputies.",
    "Harlan Foods will close its Dunmere plant by the end of June and move production to Tarn, the company said in a filing.",
    "The group has committed itself to net-zero emissions by 2040.",
    "Castor Mining said it has signed a binding offtake agreement with Velland Steel.",
    "The board intends to propose a dividend of 0.45 euros per share.",
    "Veridian expects to hire 300 engineers next year.",
    "The retailer is to shut 40 shops, with the loss of 600 jobs.",
    "Ostrava Motors has agreed to buy the parts maker for 1.2 billion euros.",
    "The lender aims to cut costs by 15 percent over three years.",
    "Lindqvist will step down as chief executive at the end of the year.",
    "The airline has extended its commitment to operate the Orlane route until 2028.",
    "The federation has promised to pay the women's team the same bonuses as the men's.",
    "The club confirmed it will appeal against the two-match ban.",
    "The federation plans to build 50 artificial pitches in rural districts by 2027.",
    "The coach has vowed to quit if the team fails to qualify.",
    "Harborough will host the 2029 rowing championships after signing a contract with the world body on Friday.",
    "The council will resurface Mill Lane in April, Councillor Joan Petty told residents.",
    "Councillors agreed on Tuesday night to spend £80,000 on the playground.",
    "The parish council is committed to keeping the library open three days a week.",
    "A decision was taken to replace all street lamps with LED lights by 2026.",
    "The council has set aside £2 million and will start work on the flood wall in September.",
    "Shelter Now pledges to double the number of beds in its hostels by next winter.",
    "The foundation will match every donation received before 31 December, up to $500,000.",
    "Together with our partners we will vaccinate 90,000 children in Orlane by October.",
    "The charity said it was suspending its work in the north and would resume only when staff were safe.",
    "Eleven states have committed to halting deforestation by 2030.",
    "The organisation commits to publishing its salaries every year.",
    "MODERATOR: Will you sign the treaty? BRENN: Yes, I will sign it on my first day in office.",
    "BRENN: We're going to cut the tax on fuel, and we're going to do it in January.",
    "SOLT: You have my guarantee: the hospital stays open.",
    "The defence ministry said two frigates will be sent to the strait next week.",
    "Norrin and Velland agreed to exchange 120 prisoners.",
    "The ceasefire deal obliges both armies to withdraw from the valley within 60 days.",
    "The central bank will keep buying bonds until June, the governor said.",
    "The president signed a decree ordering the transfer of 12 hectares to the university by 1 March.",
    "The manifesto promises free school meals for all pupils under ten.",
    "Velland's government unveiled a three-year plan to modernise 400 kilometres of track.",
    "If elected, she would abolish the toll on the coast road, she said.",
    "The union says its members will strike for five days from 3 March.",
    "The prosecutor said he would seek the maximum sentence.",
    "The two sides plan to meet again in Orlane in November.",
    "The ministry intends to introduce the tax from 1 January.",
    "Tarn Rail apologised and said it would refund all passengers.",
    "China's Norrin Bank will provide a 2-billion-yuan loan for the port, according to the joint statement.",
    "The parties stand ready to sign the protocol, and will do so on 4 May, the envoy said.",
    "The ministry of health is planning to recruit 2,000 nurses by 2026.",
    "The commission has decided to extend the quota for two more years.",
]
OTHER = [
    "The honourable member asked whether the government would fund the bypass.",
    "Members noted that the report would be debated again.",
    "The opposition leader warned that the reform would ruin small towns.",
    "Deputies voted 61 to 40 to reject the amendment.",
    "The company expects revenue to fall by 4 percent this year.",
    "Shares rose 5 percent after the company beat expectations.",
    "Our customers will love the new design.",
    "The new phone will feature a bigger battery and a brighter screen.",
    "Analysts said the firm would struggle to meet its targets.",
    "The Lions will face Velland in the final on Sunday.",
    '"We will give everything on the pitch," the captain said.',
    "The striker hopes to score again on Saturday.",
    "Doping cases could be reopened, the federation's lawyer admitted.",
    "She would have won gold but for a late mistake.",
    "Residents say the crossing should be moved.",
    "The council rejected plans to build 200 homes on the old airfield.",
    "The road will be closed between 9am and 3pm on Thursday.",
    "It is hoped that the swimming pool will reopen in May.",
    "The mayor wants the government to pay for the bridge.",
    "No date has been set for the work.",
    "We call on all parties to honour their promises to refugees.",
    "The agency urged donors to keep their promises.",
    "Climate change will displace millions of people by 2050, the charity said.",
    "Without new funds, the programme will end in June.",
    "Your gift will help a family rebuild its home.",
    "Q: When will the talks resume?",
    "A: I can't say when they will resume.",
    "BRENN: Look, nobody will tell you that this is easy.",
    "SOLT: I think he will lose, and he knows it.",
    "HOST: We'll be right back after the break.",
    "BRENN: That will never happen, believe me, because the people won't accept it.",
    "Temperatures will reach 35 degrees on Wednesday.",
    "Last year the ministry promised to fix the roof; it was repaired in May.",
    "The minister failed to keep his promise to build the dam.",
    "He recalled that the two countries had agreed in 1994 to respect the border.",
    "The party's manifesto is 84 pages long.",
    "If elected, her rival would sell the railways, she claimed.",
    "The rebels threatened that more hostages would die.",
    "Police believe that the suspect will try to cross the border.",
    "The trial will begin on Monday.",
    "Parliament is likely to approve the budget next week.",
    "Scientists plan to study the rocks next year to learn how the moon formed, but money is short.",
    "It remains unclear how the city would pay for the stadium.",
    "The senator said he would consider the proposal.",
    "The film will be released in cinemas on Friday.",
    "Farmers will lose 30 percent of their income, the union said.",
    "The United States should lift the sanctions, the ambassador told the council.",
    "The dam will supply power to 80,000 homes once it is finished.",
]


def suggested(sentences: list[str]) -> list[str]:
    return [
        text
        for text in sentences
        if any(found.strength != "forecast" for found in suggest_commitments(text, "2024-11-11"))
    ]


def test_most_commitments_of_other_styles_are_found():
    missed = set(COMMITTED) - set(suggested(COMMITTED))
    assert len(missed) <= len(COMMITTED) * 0.12, missed


def test_few_other_sentences_of_these_styles_are_suggested():
    assert len(suggested(OTHER)) <= len(OTHER) * 0.06, suggested(OTHER)
