"""Ordinary words beside their guilty twins: what the lists alone decide, so a shopkeeper need not laugh at it."""

from __future__ import annotations

import pytest

from desktop.language.text import plain
from desktop.records import Kind
from desktop.triage import judge
from desktop.triage.follow_up import by_rules as later_word
from desktop.triage.follow_up import weighed
from desktop.triage.judgement import Outcome
from desktop.triage.outright import KINDS, outright
from desktop.triage.rules import by_rules
from desktop.triage.urgent import is_meant_seriously

PRAISE = (
    "Never disappoints",
    "We were not disappointed",
    "It did not disappoint",
    "Zero complaints",
    "Nothing to complain about",
    "I have nothing bad to say about this shop",
    "Couldn't be better",
    "Couldn't ask for more",
    "Can't get enough of your croissants",
    "Can't believe how good this is",
    "Nobody makes a better sourdough",
    "Nothing was too much trouble",
    "Ridiculously good coffee",
    "Disgustingly good brownies",
    "Dead good pies",
    "Not bad at all",
    "Just what I needed after a long day",
    "Not just delicious, beautiful too",
    "Not only friendly but also cheap, lovely place",
    "Second time I visit and it was delicious again",
    "The last shop charged me twice as much, you lot are brilliant",
    "Your pigs are adorable",
    "You told my kids a joke, they loved it",
    "Lovely burnt butter cookies",
    "Nicht schlecht, der neue Laden!",
    "Wir wurden noch nie enttäuscht",
    "Leider geil",
    "Nunca decepciona",
    "Jamais déçu",
    "Mai delusa",
    "Pas mal du tout",
)
COMPLAINTS = (
    "I have never been so disappointed",
    "Never had such bad service",
    "I've never seen anything so dirty",
    "Never fails to disappoint",
    "Nobody does anything about the broken toilet",
    "Not only rude but slow",
    "Nothing but problems",
    "The smell in here is terrible",
    "No problem taking my money but the bike is still broken",
    "They charged me twice",
    "Don't waste your time here",
    "Your driver was thirty minutes late",
    "Second time the chain came off",
    "Well done for losing my parcel",
    "Love how you close ten minutes before closing time",
    "Thanks for leaving my parcel in the rain",
    "Thank you for cancelling my order without telling me",
    "Thanks for letting my food go cold",
    "So much for fresh bread",
    "Just what I needed, another bill",
    "Oh great, another flat tyre",
    "How long does it take to answer an email?",
    "How many times do I have to ask?",
    "Nobody got back to me",
    "Fix your website",
    "Please fix it",
    "Nicht nur teuer, sondern auch schlecht",
    "Noch nie so enttäuscht gewesen",
    "Je n'ai jamais été aussi déçu",
    "Nunca he visto un sitio tan sucio",
    "The driver went to the wrong place",
    "You charged the wrong account",
)
QUESTIONS = (
    "What are your Sunday hours?",
    "How many times a week do you bake?",
    "How long does it take to repair a puncture?",
    "Can you fix it?",
    "Can you repair a broken zip?",
    "Can I freeze it?",
    "Do you sell slippers?",
    "Is it expensive?",
    "What ages is the class for?",
    "Can I join the waiting list?",
    "Where is my nearest branch?",
)
NO_COMPLAINT = (
    "No thanks",
    "No thank you",
    "Non merci",
    "The bread is never stale here",
    "The chips were crisp and not greasy",
    "Kein Problem",
    "Sans problème",
    "Nessun problema",
    "Não é caro",
    "Cerveza bien fría",
    "Buena tarde pasamos ayer",
    "Mi mancate",
    "Running ten minutes late for my appointment, sorry",
    "I was wrong about this place",
    "Don't waste your time anywhere else",
    "La cara de mi hija lo dijo todo",
)


def kind(text: str) -> Kind:
    return by_rules(plain(text), None)[0]


@pytest.mark.parametrize("text", PRAISE)
def test_words_of_praise_are_praise(text: str) -> None:
    assert kind(text) is Kind.PRAISE


@pytest.mark.parametrize("text", COMPLAINTS)
def test_words_of_trouble_are_a_complaint(text: str) -> None:
    assert kind(text) is Kind.COMPLAINT


@pytest.mark.parametrize("text", QUESTIONS)
def test_what_is_asked_is_a_question(text: str) -> None:
    assert kind(text) is Kind.QUESTION


@pytest.mark.parametrize("text", NO_COMPLAINT)
def test_denied_trouble_is_no_complaint(text: str) -> None:
    assert kind(text) is not Kind.COMPLAINT


def test_abuse_and_a_mix_up_are_still_found() -> None:
    assert kind("You pigs") is Kind.ABUSIVE
    assert kind("You clowns") is Kind.ABUSIVE
    assert kind("Sorry, I called the wrong shop") is Kind.MIX_UP


SERIOUS = (
    "We were all ill and had to cancel our holiday",
    "I was ill for two days because of your fish",
    "Thanks for giving my coeliac wife normal bread",
    "Booked a table, told you about the nut allergy, dessert came with walnuts",
    "My son is allergic to nuts and nobody took it seriously",
    "I ended up in hospital because of your cake",
    "Danke, trotz Nussallergie Nüsse im Kuchen",
    "Lovely meal, then my allergy flared up",
    "Lovely place but my coeliac daughter got ill",
    "Do you sell this to everyone? My son swallowed a screw from it",
    "They took my mum to hospital from your shop",
    "Opposite the police station your guard attacked me",
    "The wheel came off after your service, can you explain that?",
    "Found a piece of metal in the bread I bought",
    "I'm going to sue the shop",
    "You'll regret this",
    "Your driver was threatening",
    "The heater is on fire",
    "I needed five stitches",
    "My son has four stitches in the chin",
    "Do you have bed bugs? I was bitten all night",
    "Der Fall geht vor Gericht",
    "Sie werden von mir angezeigt",
    "Voy a poner una demanda",
    "J'ai appelé la police",
    "Je suis malade depuis votre poulet",
    "Sono celiaca e mi avete dato la pasta normale",
    "Smelt gas in your café",
    "Saw a mouse run across the floor",
    "The waiter pushed me",
    "The toaster gave me a shock",
    "The hairdryer started smoking",
    "A shelf fell on me",
    "I cut myself on a broken glass in your café",
    "Spilled boiling tea on my child",
    "My skin came out in a rash after the facial",
    "You gave me the wrong tablets",
    "Bleach in my drink",
    "There was blood on the sheets",
    "Im Brot war eine Schraube",
    "Nach dem Essen war uns allen schlecht",
    "Bei euch läuft eine Ratte rum",
    "I slipped in the puddle by your door",
    "She choked on a bone",
    "I was sick and your staff laughed",
    "My dog died after your treats, sending flowers is not enough",
    "I have a knee injury because of your wet floor",
    "Glass in the bread",
)
ORDINARY = (
    "Opposite the police station, easy to find",
    "Enfrente de la policía, muy buen café",
    "Ao lado do tribunal, bom café",
    "A lovely piece of metal work",
    "You'll regret not trying the cheesecake",
    "The threatening weather did not stop us",
    "The flavours exploded in my mouth",
    "The stitches on the bag are lovely",
    "Your waiter had us all in stitches",
    "Zum Gericht gehört ein Salat",
    "Wird mir der Preis angezeigt?",
    "La demanda es alta",
    "A rash decision, but I love it",
    "I slipped into the dress and it fit perfectly",
    "The waiter pushed me towards the cake, lovely",
)


@pytest.mark.parametrize("text", SERIOUS)
def test_words_of_harm_are_heard(text: str) -> None:
    assert is_meant_seriously(plain(text))


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_are_no_alarm(text: str) -> None:
    assert not is_meant_seriously(plain(text))


def said(text: str, taken: Kind) -> Kind:
    chances = outright([0.9 if each is taken else 0.1 / 6 for each in KINDS], plain(text))
    return KINDS[max(range(len(KINDS)), key=chances.__getitem__)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("How hard is it to learn to sew?", Kind.QUESTION),
        ("How hard is it to answer the phone?", Kind.COMPLAINT),
        ("What kind of shop are you?", Kind.QUESTION),
        ("What kind of shop is this?", Kind.COMPLAINT),
        ("Do you ever train apprentices?", Kind.QUESTION),
        ("Do you even train your staff?", Kind.COMPLAINT),
        ("Is it normal that the dough is sticky?", Kind.QUESTION),
        ("Is it normal that nobody answers?", Kind.COMPLAINT),
        ("Why would anyone use rye flour?", Kind.QUESTION),
        ("Why would anyone shop here?", Kind.COMPLAINT),
        ("¿Cómo es posible reservar?", Kind.QUESTION),
        ("¿Cómo es posible que nadie conteste?", Kind.COMPLAINT),
        ("Com'è possibile prenotare?", Kind.QUESTION),
        ("Com'è possibile che nessuno risponda?", Kind.COMPLAINT),
    ],
)
def test_a_question_is_a_reproach_only_about_what_the_shop_does(text: str, meant: Kind) -> None:
    assert said(text, Kind.QUESTION) is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("I'm never going to go back to my old hairdresser", Kind.OTHER),
        ("We are never going to go back", Kind.COMPLAINT),
        ("We won't be back until Monday", Kind.OTHER),
        ("We won't be back", Kind.COMPLAINT),
        ("Last time here we sat outside", Kind.OTHER),
        ("Last time here for me", Kind.COMPLAINT),
        ("Ich komme nicht mehr vor sechs", Kind.OTHER),
        ("Wir kommen nicht mehr", Kind.COMPLAINT),
        ("No vuelvo a otro sitio", Kind.OTHER),
        ("No vuelvo", Kind.COMPLAINT),
    ],
)
def test_leaving_is_leaving_this_shop(text: str, meant: Kind) -> None:
    assert said(text, Kind.OTHER) is meant


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("No problems since, thank you", Outcome.RESOLVED),
        ("It has not leaked again since, thanks", Outcome.RESOLVED),
        ("No longer broken, works great", Outcome.RESOLVED),
        ("The new one came yesterday and it's perfect", Outcome.RESOLVED),
        ("The new one came yesterday and it's broken", Outcome.STILL_NOT_FIXED),
        ("Das Geld ist da, danke", Outcome.RESOLVED),
        ("Ya llegó el paquete, gracias", Outcome.RESOLVED),
        ("J'ai bien reçu le colis, merci", Outcome.RESOLVED),
        ("È arrivato stamattina, grazie", Outcome.RESOLVED),
        ("Já chegou, obrigada", Outcome.RESOLVED),
    ],
)
def test_what_a_later_word_says_by_the_lists(text: str, outcome: Outcome) -> None:
    assert later_word(text).outcome is outcome


@pytest.mark.parametrize(
    "text", ["È arrivato stamattina, rotto", "Ya llegó pero roto", "Paket ist da, aber kaputt"]
)
def test_what_came_broken_is_no_ending(text: str) -> None:
    assert later_word(text).outcome is not Outcome.RESOLVED


@pytest.mark.parametrize(
    "text",
    [
        "It still doesn't work",
        "It is not sorted",
        "It broke again",
        "Immer noch nichts",
        "Nein, es ist noch nicht da",
        "Todavía no",
        "Toujours rien",
        "Ancora niente",
        "Ainda nada",
    ],
)
def test_plain_words_that_it_is_broken_still_count_however_calm_the_model_is(text: str) -> None:
    calm = {each: 0.97 if each is Outcome.NEUTRAL else 0.01 for each in Outcome}
    assert weighed(text, calm, "Is it all right now?").outcome is Outcome.STILL_NOT_FIXED


@pytest.mark.parametrize(
    "text", ["Still not decided on the colour", "Is it still not sorted?", "Noch nicht probiert"]
)
def test_what_is_only_unsettled_is_not_broken_still(text: str) -> None:
    calm = {each: 0.97 if each is Outcome.NEUTRAL else 0.01 for each in Outcome}
    assert weighed(text, calm, "Is it all right now?").outcome is not Outcome.STILL_NOT_FIXED


@pytest.mark.parametrize(
    ("text", "stars", "kind"),
    [("👎", None, Kind.COMPLAINT), ("🤮🤮", None, Kind.COMPLAINT)]
    + [("👏👏", None, Kind.PRAISE), ("❤️", None, Kind.PRAISE)]
    + [("👎", 1, Kind.COMPLAINT), ("❤️", 5, Kind.PRAISE), ("...", 2, Kind.COMPLAINT), ("???", None, Kind.QUESTION)],
)
def test_what_holds_no_word_is_what_its_stars_or_its_face_say(text: str, stars: int | None, kind: Kind) -> None:
    assert judge(text, stars=stars).kind is kind


def test_thanks_that_close_a_message_say_little_of_it() -> None:
    trouble = "The hem of the dress you shortened is crooked"
    assert by_rules(plain(f"{trouble}. Thanks, Anna"), None)[0] is not Kind.PRAISE
    assert by_rules(plain("Thanks for the lovely dress you shortened for me. Thanks"), None)[0] is Kind.PRAISE


@pytest.mark.parametrize("text", ["Excellent, thank you", "Ausgezeichnet, vielen Dank", "Ottimo, grazie mille"])
def test_a_word_of_praise_before_the_thanks_is_meant(text: str) -> None:
    other = [1.0 if kind is Kind.OTHER else 0.0 for kind in KINDS]
    found = outright(other, plain(text))
    assert found[KINDS.index(Kind.PRAISE)] == pytest.approx(0.7)
    assert outright(other, plain("Ok, thank you")) == other
