"""What later words of theirs say: an ending is proposed only where they say, of their own thing, that it is right."""

from __future__ import annotations

import pytest

from desktop.triage import Outcome, follow_up

ENDINGS = """
Update: they remade it the same day.
All sorted, thank you!
Got my refund this morning, thanks
It works now
They replaced the tart and brought it round
Alles geklärt, danke
Solucionado, gracias
C'est réglé, merci
Tutto a posto, grazie
Money's back, I can see it. 50p for a cap is what I call a price. Sorry about the capitals.
Wheel turned up at 8.40 with Marek attached to it. All sorted, fair play.
Refund's there, thank you. The café was the one with the ducks. All sorted!
update: swapped, fits, my foot fits beside it as well. all sorted
It does not wobble any more. They put in all new spokes and would not take money for the second go.
Just to say you fixed it while I waited. Cheers
ok that did the trick, thanks
Nope, I've got my package, thanks
yeah all sorted now thanks
Never had a problem since, it works perfectly
Update: the £26 was back the same day and they've put up a sign. Sorted.
I hope you're all well. The bike is fixed and rides like new, thank you.
It took three weeks and six calls, but it's sorted now.
They sorted it, but it took a while. Thank you all the same
The replacement has arrived and both buckles click.
You were right, it's working fine now
Everything's been put right, credit where it's due
They refunded me within the hour.
She remade it herself and stayed open for us.
Problem solved, thanks Tom
All good now!
I came in. We talked for an hour. It's fine now, thank you Sam.
Is it sorted? Yes! All good, thank you.
No longer leaking. Thanks for coming so fast.
The deposit's back in my account.
Found: it was on the hook under somebody's coat.
Our parcel arrived safely this morning
it's all good now, thanks
They've swapped it, no questions asked.
The cake came this morning and it's perfect.
Update: the bag was on the wrong hook. They found it, rang when they said they would, and brought it over.
For anyone reading: they took it down and told me for how long it had been up.
Update on the trailer: Sam drove out the same evening and changed the hitch.
""".strip().splitlines()

NO_ENDINGS = """
Never mind. I'm pushing it. Tell the radio I said hello.
Never mind, I'll sort it myself
Never mind, got it fixed at the place on Canal Road
Forget it, I've had it fixed elsewhere
Forget it. Sorted it ourselves in the end.
Don't bother, my brother fixed it
whatever, it's fine now
too late now, all sorted without you
I've given up. It's sorted as far as you care.
Great, sorted then I guess
Oh brilliant, all sorted then, according to your email
Sorted, apparently.
So it's “resolved”, is it? My kitchen is still wet
Yeah, right. All sorted. 🙄
All sorted, lol
Well done, fixed again, is it
You call that fixed?
If that's what you call sorted I'd hate to see broken
If you refund me we're sorted
If you refund me, then it's all good
Refund me and we're sorted
Give me my money back and it's all sorted
we're sorted as long as the money is back by Friday
I'll change my review once it's fixed
I'll take this down when it is sorted
Let me know as soon as it's sorted
It would be sorted by now at any other shop
It should be fixed by Monday
I want this sorted by Friday
I need my bike fixed for Saturday
I'd like to have my money back
When will I have my refund?
Is it sorted?
is it sorted yet
has it been fixed or not
any chance this gets fixed
so is this resolved now
Can you tell me it's fixed
Did they say it was fixed?
You said it was fixed
I was told it had been sorted
The email says it's resolved
My ticket has been marked as resolved and nobody rang
I thought it was sorted
You'd think it was fixed by now
My neighbour got her refund the same day
My friend's was replaced, mine wasn't
Glad yours is sorted. Mine isn't.
Everyone else got a refund
The lady before me had hers fixed while she waited
A local garage fixed it in ten minutes
My dad fixed it with a paper clip
The bank got my money back, no thanks to you
Got my money back through PayPal
I fixed it myself with a YouTube video
It's half fixed
Only one of the two is sorted
Partly sorted. The lamp is still dead.
Almost fixed
They fixed the wrong wheel
You replaced it with a worse one
You fixed it and it's flat again
it worked for a day
It worked until Tuesday
That worked fine last week
It arrived smashed
The replacement arrived broken
The new one came in the wrong size
That's not how it works
I know how this works
It's all well and good saying sorry
I've resolved to never shop here again
It's a fixed gear, by the way
I got a refund but I want to know if it's actually lost
They refunded half
Not sorted
nothing has been sorted
hardly sorted
far from sorted
Nobody fixed it
Noch nicht erledigt
Todavía no está solucionado
Pas résolu
Non risolto
Não resolvido
I hope it gets sorted
please get this sorted
it should be fixed soon
not resolved
Waiting to have it fixed
Why can't you get it fixed
Please stop selling me things. The bike is in my hall and I'm frightened of it.
All right, so somebody has read it. And? When? The bike's in the hall and I've a shift on Monday.
Thanks for nothing. All sorted.
You asked me to say it's sorted. It isn't.
They found it funny
They found nothing wrong with it
Thank you
Thanks, see you Tuesday
I'll believe it's fixed when I see it
""".strip().splitlines()


@pytest.mark.parametrize("text", ENDINGS)
def test_an_ending_is_proposed_where_they_say_it_is_right(text: str) -> None:
    assert follow_up(text).outcome is Outcome.RESOLVED


@pytest.mark.parametrize("text", NO_ENDINGS)
def test_giving_up_mocking_asking_and_hearsay_are_no_ending(text: str) -> None:
    assert follow_up(text).outcome is not Outcome.RESOLVED


@pytest.mark.parametrize(
    "text",
    [
        "It's still not sorted",
        "Ce n'est donc pas corrigé.",
        "Das ist nicht behoben",
        "no lo han arreglado",
        "non è stato sistemato",
        "não foi resolvido",
        "Not fixed. Wobbles again.",
        "Thanks, but nobody has called me",
        "still waiting for the refund",
        "that doesn't work",
        "You fixed it and it's flat again",
        "You said it was fixed. It's still leaking.",
        "Sorted the wheel, but now there's a problem with the brake. Useless.",
    ],
)
def test_what_is_still_wrong_stays_wrong(text: str) -> None:
    assert follow_up(text).outcome is Outcome.STILL_NOT_FIXED


@pytest.mark.parametrize("text", ["Thank you Tom", "ok thanks, will do", "Many thanks for ringing"])
def test_thanks_alone_are_thanks(text: str) -> None:
    assert follow_up(text).outcome is Outcome.THANKS


@pytest.mark.parametrize(
    "text", ["It was the blue one, Friday at four", "Will it be fixed by Friday?", "", "Never mind."]
)
def test_what_says_neither_is_neutral(text: str) -> None:
    assert follow_up(text).outcome is Outcome.NEUTRAL


def test_a_follow_up_says_why() -> None:
    assert follow_up("All sorted, thank you!").reason == "because: “all sorted”"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Alles erledigt, danke!", Outcome.RESOLVED),
        ("Immer noch nichts da", Outcome.STILL_NOT_FIXED),
        ("Danke für die schnelle Antwort", Outcome.THANKS),
        ("Todo solucionado, gracias", Outcome.RESOLVED),
        ("Todavía nada", Outcome.STILL_NOT_FIXED),
        ("Muchas gracias por responder", Outcome.THANKS),
        ("Tout est réglé, merci", Outcome.RESOLVED),
        ("Toujours rien reçu", Outcome.STILL_NOT_FIXED),
        ("Merci encore pour votre aide", Outcome.THANKS),
        ("Tutto a posto, grazie", Outcome.RESOLVED),
        ("Ancora niente", Outcome.STILL_NOT_FIXED),
        ("Grazie mille per la risposta", Outcome.THANKS),
        ("Está tudo resolvido, obrigada", Outcome.RESOLVED),
        ("Ainda nada", Outcome.STILL_NOT_FIXED),
        ("Obrigado pela resposta", Outcome.THANKS),
    ],
)
def test_words_of_an_ending_are_known_in_five_more_languages(text: str, outcome: Outcome) -> None:
    assert follow_up(text).outcome is outcome


@pytest.mark.parametrize(
    "text",
    [
        "Tout n'est pas réglé",
        "Quand tout est réglé je vous dirai",
        "Wenn alles erledigt ist, sage ich Bescheid",
        "Non è tutto a posto",
        "Não está tudo resolvido",
        "Todo solucionado, pero llegó roto",
    ],
)
def test_an_ending_that_is_denied_or_waited_for_is_none_beside_our_message_either(text: str) -> None:
    assert follow_up(text, "We have sent you a new one today.").outcome is not Outcome.RESOLVED
    assert follow_up(text).outcome is not Outcome.RESOLVED


@pytest.mark.parametrize(
    "text",
    [
        "Thank you, but it still hasn't arrived",
        "Thanks for trying, still leaking though",
        "Danke, aber es tropft immer noch",
        "Gracias pero sigue goteando",
        "Sigo esperando",
        "Merci mais ça fuit toujours",
        "Grazie ma perde ancora",
        "Sto ancora aspettando",
        "Obrigada mas ainda pinga",
    ],
)
def test_politeness_doesnt_hide_that_it_is_broken_still(text: str) -> None:
    told = follow_up(text, "We've put it right.")
    assert told.outcome is Outcome.STILL_NOT_FIXED and told.reason.startswith("because: “")


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, but are you still open on Sunday?",
        "Took a while, but I'm still happy with it",
        "Danke, aber das Brot ist immer noch das beste",
        "Merci, mais c'est toujours aussi bon",
        "Grazie, ma ancora complimenti",
    ],
)
def test_still_glad_is_not_still_broken(text: str) -> None:
    assert follow_up(text, "We've put it right.").outcome is not Outcome.STILL_NOT_FIXED


def test_a_reason_names_no_words_twice() -> None:
    assert follow_up("Thanks, but it's still not there", "Sent.").reason == "because: “but it's still”"


@pytest.mark.parametrize(
    "text",
    [
        "The money never arrived",
        "No, it doesn't work",
        "Nobody rang me",
        "Immer noch kaputt",
        "Sigue sin funcionar",
        "Toujours rien reçu",
    ],
)
def test_a_few_plain_words_that_it_is_broken_still_are_no_thanks(text: str) -> None:
    promise = "That was us. I am baking it again for tomorrow at 9, and you get your money back. Nora"
    assert follow_up(text, promise).outcome is Outcome.STILL_NOT_FIXED
