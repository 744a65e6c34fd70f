"""Threats and injuries in everyday words, in six languages; and figures of speech that are neither."""

from __future__ import annotations

import pytest

from desktop.language.text import plain
from desktop.triage.urgent import is_meant_seriously

THREATS = """
you lot are thieving scum, hope your shop burns down
Hope this place burns to the ground
I'll burn the place down
someone should torch your dump
I'm coming round tonight to smash your windows in
we're going to kick your door in
you're dead
You are so dead mate
we'll see you after closing time
We'll be waiting for you after closing
coming round tonight with friends
just you wait, I'll be back with my brothers
You'll see when I come with the lads
Ich zünd euch den Laden an
ich fackel euch die Bude ab
Hoffentlich brennt euch der Laden ab
Ich hoffe, dass eure Bude abbrennt
wir schlagen euch die Scheiben ein
ihr seid tot
Wir warten nach Feierabend auf euch
Nach Ladenschluss erwischen wir dich
Ihr werdet schon sehen, ich komm heut Abend mit Freunden vorbei
wir kommen mit ein paar Jungs vorbei
Ojalá se os queme la tienda
espero que vuestro local arda
os quemo el local
voy a romperos los cristales
estáis muertos
os esperamos a la salida
te esperaré cuando cierres
Ya veréis, esta noche vuelvo con mis primos
J'espère que votre boutique brûle
on va foutre le feu à votre resto
je vais cramer votre magasin
on va vous péter la vitrine
t'es mort
vous êtes morts
on vous attend à la fermeture
vous allez voir, je débarque ce soir avec mes potes
Spero che il vostro negozio bruci
vi do fuoco al locale
vi spacco la vetrina
vengo a spaccarvi la vetrina
sei morto
siete morti
vi aspettiamo dopo la chiusura
ti aspetto fuori quando chiudi
Vedrete, stasera torno con i miei cugini
Espero que a vossa loja arda
pego fogo na loja
deito-vos fogo à loja
parto-vos os vidros
vou partir os vidros todos
estás morto
vocês estão mortos
esperamos por vocês à saída
Vão ver, hoje à noite volto com os meus primos
""".strip().splitlines()

HARM = """
My kid cut his lip on a chipped cup
sliced my thumb on your cleat
my daughter trapped her fingers in your door
had to be stitched up
She burnt herself on the soup
we spent the night at the hospital after your mussels
my dog ate your treats and had to be put on a drip
My wife passed out in your queue
he nearly choked on a bone
I fainted after the treatment
I could not breathe after the first bite
got electrocuted by the lamp
your dog bit my son
poisoning from your oysters
Mein Kind hat sich an eurer kaputten Stuhllehne geschnitten und musste genäht werden
Hab mir an eurem Glas die Lippe aufgeschnitten
Daumen genäht
musste im Krankenhaus genäht werden
ich habe mich an der Suppe verbrannt
mein Sohn ist von der Schaukel gestürzt
Unser Hund hängt seit euren Leckerlis am Tropf
habe an der Lampe einen Stromstoß bekommen
bin fast erstickt
euer Hund hat mich gebissen
Me he cortado con el vaso
mi hijo se cortó con una taza rota
tuvieron que darle puntos
le dieron cuatro puntos en la ceja
pasamos la noche en el hospital
mi perro está con suero desde que comió vuestras chuches
me he quemado con la sopa
Me dio corriente la lámpara
vuestro perro me mordió
me desmayé en la cola
Je me suis coupée avec un verre ébréché
mon fils s'est ouvert la lèvre
quatre points à la main
il a fallu recoudre le doigt
on a passé la nuit à l'hôpital
mon chien est sous perfusion après vos friandises
je me suis brûlée avec la soupe
j'ai pris le jus avec la lampe
votre chien m'a mordu
mon père s'est évanoui
Mi sono tagliata con il bicchiere scheggiato
mi hanno messo tre punti
quattro punti alla mano
abbiamo passato la notte in ospedale
il mio cane è con la flebo dopo i vostri biscotti
mi sono scottata con la zuppa
mi sono bruciato la lingua
ho preso una scossa dalla lampada
il vostro cane mi ha morso
sono quasi svenuta
Passámos a noite no hospital depois do vosso marisco
cortei-me com o copo lascado
o meu filho cortou a mão
três pontos no dedo
queimei-me com a sopa
levei um choque no candeeiro
o meu cão está a soro por causa dos vossos biscoitos
o vosso cão mordeu-me
desmaiei na fila
quase sufocou com uma espinha
""".strip().splitlines()

FIGURES = """
That hot sauce set my mouth on fire, ordering three more
The brownies are to die for
killer cake
I could murder a pint
you're dead right
You are dead good at this
You're dead nice, the lot of you
is the gas leak on your street sorted, can we still come for brunch?
We nearly fainted at the price
Trota da svenire, la nonna vuole il bis
Wood burning stove and great pies
I cut my hair last week
Can you cut my hair on Friday?
Do you sell drip coffee?
Could you put a brew on?
coming round tonight with friends, have you got a table for six?
We're coming over tonight with friends for dinner
See you after work
Wann macht ihr Feierabend?
Wir kommen heute Abend mit Freunden vorbei, habt ihr einen Tisch?
Die Haare sind super geschnitten
Der Kuchen ist mörderisch gut
Ich war tot nach dem Training
Könnt ihr das Brot aufschneiden?
Kann der Saum noch genäht werden?
esta noche vamos con amigos
Estamos muertos de hambre
Estáis muertos de risa siempre, qué equipo
Está de muerte la tarta
¿Cuántos puntos tengo en la tarjeta?
Vous avez mis le feu hier soir, quelle ambiance
Vous êtes morts de rire à chaque fois
C'est à tomber, une tuerie
Combien de points sur ma carte ?
Pouvez-vous recoudre un bouton ?
Sono buoni da morire
Siete morti dal ridere
Mi sono tagliata i capelli da voi, bellissimi
Quanti punti ho sulla tessera?
Stasera veniamo con amici
Esse bolo é de morrer
Vocês são demais, até chorei
Quantos pontos tenho no cartão?
Hoje à noite vamos com amigos
""".strip().splitlines()

REAL = """
your sauce set my mouth on fire, there was cleaner in it
Set my tongue on fire and now it is swollen, not ordering again
there's a gas leak on your street
the gas leak in your kitchen is not fixed
You're dead right, and the glass in my soup was lovely too
""".strip().splitlines()


@pytest.mark.parametrize("text", THREATS)
def test_threats_in_everyday_words_are_serious(text: str) -> None:
    assert is_meant_seriously(plain(text))


@pytest.mark.parametrize("text", HARM)
def test_injuries_in_plain_words_are_serious(text: str) -> None:
    assert is_meant_seriously(plain(text))


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_speech_are_no_alarm(text: str) -> None:
    assert not is_meant_seriously(plain(text))


@pytest.mark.parametrize("text", REAL)
def test_real_danger_beside_such_a_figure_is_still_heard(text: str) -> None:
    assert is_meant_seriously(plain(text))


ALSO_HARM = """
We know where you park
someone should burn you all alive
better not walk home alone tonight
Wir wissen, wo du wohnst
ich brech euch die Knochen
pass auf, wenn du heute Abend rausgehst
cuidado cuando salgas esta noche
fais gaffe en rentrant ce soir
stai attento quando esci stasera
cuidado quando saíres à noite
your shop will be ashes
you're dead nice boy, wait till I catch you
my boy split open his chin on your step
a deep cut on my hand from the tin
the toaster gave off sparks
the kettle gave me a jolt
Mein Kind hat einen Magneten aus eurem Spielzeug verschluckt
ma fille a avalé une bille de votre collier
se abrió la cabeza con vuestra puerta
le han dado tres puntos
j'ai pris une décharge avec votre lampe
mi si è gonfiata la gola
abriu a testa no vosso degrau
o secador deu-me um choque
er hing an der Infusion im Krankenhaus
""".strip().splitlines()
ALSO_HARMLESS = """
Une infusion à la menthe, s'il vous plaît
Habt ihr auch Infusionen mit Ingwer?
Die Tasche ist von Hand genäht, wunderschön
You put the windows in beautifully
my coat got stitched up like new
I work in casualty and love your soup after a shift
trabajo en urgencias y vengo a desayunar siempre
the lads will pay you on Friday
Wir holen die Torte nach Ladenschluss ab
Das Café brennt für guten Espresso
you're dead talented
a jolt of caffeine, just what I needed
""".strip().splitlines()


@pytest.mark.parametrize("text", ALSO_HARM)
def test_what_was_missed_once_is_serious(text: str) -> None:
    assert is_meant_seriously(plain(text))


@pytest.mark.parametrize("text", ALSO_HARMLESS)
def test_what_only_sounds_like_harm_is_not(text: str) -> None:
    assert not is_meant_seriously(plain(text))
