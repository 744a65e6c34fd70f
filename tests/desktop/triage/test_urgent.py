"""What is serious, and what happens now: tables of what people write, each side of the line (design 3.2)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop import triage
from desktop.records import Kind
from desktop.triage import Judgement

NOW = datetime(2025, 6, 14, 9, tzinfo=UTC)  # a Saturday, the shop is open

SERIOUS = (
    "My daughter has been sick all night after your prawn sandwich.",
    "Three of us were throwing up after the buffet on Friday",
    "I'm allergic to nuts and there were walnuts in the brownie, it says nut free on the card",
    "My daughter is allergic to nuts. What did you put in that cake?",
    "My daughter is allergic to nuts. She ate your cake, is that safe?",
    "My son's lips swelled up after one bite of the cookie",
    "Bit into a piece of glass in the marmalade",
    "Cut my tongue on a bit of metal in the loaf",
    "The kettle I bought from you caught fire last night",
    "Gas smell in your shop for twenty minutes, is it safe?",
    "The charger got so hot it melted and burnt the carpet",
    "Slipped on your wet floor and broke my wrist",
    "The brakes failed on the hill and I went over the handlebars",
    "The shelf fell on my little girl in your shop",
    "I have told the police about your driver",
    "My solicitor will be writing to you about the stairs",
    "I'm a reporter at the Echo and I'd like to know about the soap in the loaves",
    "Your barista refused to serve my sister because she wears a headscarf",
    "The man on the till called my husband a slur",
    "I'll come round tonight and smash your windows",
    "I don't want to live any more, and this was the last straw",
    "You sold a knife to my 13 year old",
    "The guard rail came off the cot and the baby fell out",
    "He told my colleague to go back to her own country",
    "I know where you live and you'll regret this",
    "Had to use my EpiPen outside your cafe",
    "Ended up in A&E with food poisoning, the doctor said salmonella",
    "Trading Standards are coming to see you on Monday",
    "Smoke coming out of the heater you repaired",
    "I got an electric shock from the lamp",
    "The front wheel came off while I was riding",
    "your delivery van knocked my dad off his bike",
    "The chicken was pink and raw in the middle and now we're all ill",
    "I'm a coeliac and was given normal bread, in bed for three days",
    "My dog had to be put to sleep after eating your treats",
    "Your security man grabbed my 10 year old by the arm",
    "There was a needle in the sofa cushion",
    "The candle exploded on the table",
    "I feel suicidal after how I was treated",
    "The tattoo is infected and I'm on antibiotics",
    "Hair dye burned my scalp, blisters everywhere",
    "Carbon monoxide alarm went off after you fitted the boiler",
    "The staff member touched my daughter inappropriately",
)
ORDINARY = (
    "The sourdough was stale and the service slow.",
    "I'm sick of waiting for a reply",
    "That playlist was fire, and the cake was sick!",
    "We'd die for those buns",
    "The police blue of the frame is gorgeous",
    "Do you have anything without nuts? My niece is allergic.",
    "Is the lentil soup gluten free?",
    "My son has a nut allergy. Which of your cakes are safe for him?",
    "Mi hijo es alérgico a los frutos secos, ¿qué puede comer en vuestra cafetería?",
    "My glass of wine came late",
    "Killer deal on the tyres, thanks",
    "My kid loved the little bells",
    "Brought the children along and they had a great time",
    "The French press leaks",
    "You were on fire today, best service ever",
    "I nearly died laughing at your sign",
    "The coat burned a hole in my wallet",
    "Charged twice, and nobody picks up the phone",
    "The fire station next door gave us your number",
    "We saw you in the paper, congratulations!",
    "The bread knife I bought is blunt",
    "Broke my diet for that tart",
    "The handle fell off the mug on day two",
    "Booked for six, seated at seven",
    "The child seat arrived in the wrong colour",
    "I'd kill for your recipe",
    "Best birthday ever, my son fell asleep with his new bike",
    "The chairs hurt my back a bit but the food was lovely",
    "What time do you open on Sunday? Is there a step for a wheelchair?",
    "This is a joke, I want my money back or I'll leave a bad review",
    "The red paint on the frame is chipped",
)
SERIOUS_TOO = (
    # German
    "In der Suppe war eine Glasscherbe!",
    "Im Salat war ein Stück Glas",
    "Meine Tochter ist gegen Erdnüsse allergisch und hatte nach eurem Kuchen Atemnot",
    "Nach dem Fisch lagen wir alle mit einer Lebensmittelvergiftung im Krankenhaus",
    "Bin auf der nassen Treppe ausgerutscht und hab mir den Arm gebrochen",
    "Die Steckdose hat nach Ihrer Montage geraucht",
    "Die Bremsen haben auf der Abfahrt versagt",
    "Ich weiß, wo du wohnst",
    "Ich bringe euch um",
    "Ich habe Anzeige erstattet, das klärt jetzt mein Anwalt",
    "Der Verkäufer hat mich wegen meiner Hautfarbe weggeschickt",
    "Im Bett waren Bettwanzen",
    "Ich kann nicht mehr, ich will nicht mehr leben",
    # Spanish
    "Encontré un trozo de cristal en la ensalada",
    "Mi hijo es alérgico al huevo y acabamos en urgencias",
    "Nos intoxicamos toda la familia con la mayonesa",
    "Me resbalé en el pasillo y me rompí la muñeca",
    "El calefactor soltó chispas y casi prende fuego",
    "Iba cuesta abajo sin frenos",
    "Os voy a quemar el local",
    "Sé dónde vives",
    "Voy a llamar a la policía, el guardia me empujó",
    "Os vais a enterar, ya tengo abogado",
    "No nos dejaron entrar por la silla de ruedas, es discriminación",
    "Había cucarachas en la cocina",
    "No puedo más, tengo ganas de morir",
    # French
    "J'ai trouvé un bout de verre dans mon dessert",
    "Ma fille est allergique aux arachides et a fait une réaction après votre gâteau",
    "Intoxication alimentaire après vos huîtres, deux jours au lit",
    "Ma mère est tombée dans les escaliers mouillés, elle est aux urgences",
    "La lampe a pris feu dans la chambre de mon fils",
    "Plus de freins dans la descente, juste après votre révision",
    "Je vais venir te casser la gueule",
    "Je sais où tu habites",
    "Je vais porter plainte, mon avocat vous écrira",
    "Votre vigile a eu des propos racistes",
    "Il y avait des cafards dans la chambre",
    "Je n'en peux plus, j'ai envie d'en finir",
    # Italian
    "C'era un pezzo di vetro nella torta",
    "Mio figlio è celiaco e si è sentito malissimo dopo la vostra pizza senza glutine",
    "Siamo finiti tutti al pronto soccorso dopo le cozze",
    "Mia nonna è caduta sulle scale bagnate ed è finita in ospedale",
    "La batteria ha preso fuoco mentre caricava",
    "Il freno non ha funzionato in discesa",
    "Vengo lì e ti spacco la faccia",
    "So dove abiti",
    "Ho chiamato i carabinieri, vi denuncio",
    "Ci hanno cacciati per il colore della pelle",
    "C'erano scarafaggi in bagno",
    "Non ce la faccio più, voglio farla finita",
    # Portuguese
    "Encontrei um vidro na sopa",
    "O meu filho é alérgico a amendoim e foi parar às urgências",
    "Passámos todos mal com intoxicação depois do jantar",
    "Escorreguei no chão molhado e parti o pulso",
    "A tomada deu-me um choque elétrico no quarto",
    "Fiquei sem travões a meio da descida",
    "Vou aí e parto-te a cara",
    "Sei onde moras",
    "Vou chamar a polícia, o segurança agrediu o meu pai",
    "Não nos deixaram entrar por causa da cadeira de rodas, isto é discriminação",
    "Havia ratazanas na cozinha",
    "Não quero mais viver",
    # what was asked besides doesn't make it less
    "There was mouse droppings next to the bread",
    "Is there anything without nuts in it? My friend is in an ambulance",
    "Gibt es etwas ohne Nüsse? Mein Sohn liegt im Krankenhaus",
)
ORDINARY_TOO = (
    "Habt ihr etwas ohne Nüsse? Meine Tochter ist allergisch.",
    "Der Kuchen ist ja lebensgefährlich lecker",
    "Eure Glasvasen sind wunderschön",
    "Der Preis wird im Shop falsch angezeigt",
    "Die Pizza war verbrannt und kalt",
    "Die Tasse ist runtergefallen, gibt es sie einzeln?",
    "¿Tenéis algo sin gluten? Mi hermana es celíaca",
    "Una explosión de sabor, volveremos",
    "La copa de vino llegó tarde",
    "Está todo más barato en la otra tienda",
    "Se me cayó el café encima de la mesa, perdón",
    "Un verre de vin offert, merci !",
    "Est-ce que le gâteau contient des noix ? Mon fils est allergique",
    "Le pain était rassis",
    "Une explosion de saveurs",
    "Vos prix cassent la baraque, génial",
    "La pizza était brûlée et froide",
    "Avete qualcosa senza glutine? Mia moglie è celiaca",
    "Che bel bicchiere di vetro, grazie",
    "La stampa su tela è venuta storta",
    "La pizza era bruciata",
    "Têm alguma coisa sem glúten? A minha irmã é celíaca",
    "A quarta-feira continua a ser mais barata?",
    "A loja está de morrer, adorei",
    "A pizza veio queimada e fria",
    "O livro chegou com a capa rasgada",
    "The choir sang for us and the sangria was good",
    "I work at the hospital, do you have a staff discount?",
)
HERE_NOW = (
    "I'm outside and the door's locked, sign says open",
    "We're at the door, anyone in?",
    "Been waiting at the counter for 15 minutes now, nobody here",
    "Standing in your queue and it hasn't moved in half an hour",
    "Sitting in your cafe, 40 minutes and no coffee",
    "My table's booked for 10, we're here and it's all dark inside",
    "Is anyone there? I've rung the bell three times",
    "Outside your shop with a flat tyre, can someone help?",
    "Still waiting outside, it's raining",
    "Just arrived for my fitting and the shutter is down",
    "I'm in the car park, where do I collect?",
    "Stood at the till like a lemon",
    "Booking at 9:30 and nobody knows about it",
    "Stuck in your lift!!",
    "Waiting by the entrance with the pram, can you open the big door?",
    "Nobody here to let us in",
    "I'm at the workshop to collect my bike, nobody's about",
    "Currently in the queue, only one till open?",
    "Here for my 9.15 appointment, door's shut",
    "Booked for 9 and the shutter is down",
    "Our 9:30 booking isn't on your list, says the girl at the front",
)
NOT_HERE = (
    "Still waiting for my refund",
    "Waited outside yesterday for half an hour",
    "Can't wait for Saturday!",
    "We were in the queue last week and it was fine",
    "My parcel is still waiting at the depot",
    "Are you open on Sunday?",
    "I stood at the counter last month and nobody came",
    "Booked a table for 10 people in July",
    "Waiting for a reply since Monday",
    "What's the queue like on Saturdays?",
    "The door handle came off yesterday",
    "Looking forward to being at the shop tomorrow",
    "I was outside at nine this morning and nobody came, so I went home",
    "It's right by the door of the library, lovely place",
    "We'll be outside on the terrace next week",
    "Ordered a bench for outside",
    "Is there parking outside?",
    "The chair at the counter wobbles",
    "I'm waiting for the new season's stock",
    "Do I have to queue for the market?",
    "Booked a table for 9 people, what can we bring?",
    "My fitting is at 9 tomorrow",
    "Table booked for 9 next Saturday, can we have the window?",
    "Booked for 7 tonight, see you then",
    "Booked for 15:00, is there parking?",
)


def told(text: str, *, minutes: int = 5, is_open: bool = True, now: datetime = NOW) -> Judgement:
    return triage.judge(text, posted_at=now - timedelta(minutes=minutes), now=now, is_open=is_open)


@pytest.mark.parametrize("text", [*SERIOUS, *SERIOUS_TOO])
def test_harm_and_threats_are_serious(text: str) -> None:
    judged = told(text)
    assert judged.is_serious
    assert judged.complaint_score == 1.0
    assert judged.kind in (Kind.COMPLAINT, Kind.ABUSIVE, Kind.MIX_UP)


@pytest.mark.parametrize("text", [*ORDINARY, *ORDINARY_TOO])
def test_ordinary_trouble_and_fun_are_not_serious(text: str) -> None:
    assert not told(text).is_serious


@pytest.mark.parametrize("text", HERE_NOW)
def test_somebody_who_stands_there_is_happening_now(text: str) -> None:
    assert told(text).is_happening_now


@pytest.mark.parametrize("text", NOT_HERE)
def test_what_is_over_or_still_to_come_is_not_happening_now(text: str) -> None:
    assert not told(text).is_happening_now


@pytest.mark.parametrize("text", HERE_NOW)
def test_nothing_happens_now_while_closed_or_an_hour_later(text: str) -> None:
    assert not told(text, is_open=False).is_happening_now
    assert not told(text, minutes=61).is_happening_now


def test_a_booking_counts_by_the_shops_own_clock() -> None:
    text = "Booked for 10:45 and nobody knows anything about it"
    here = NOW.astimezone(timezone(timedelta(hours=2)))
    assert told(text, now=here).is_happening_now
    assert not told(text).is_happening_now
