"""What a table's columns can hold, and how such columns are usually headed in the six languages."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple


class Field(NamedTuple):
    """Something a column can hold, and how such columns are usually headed; the surer ones first."""

    key: str
    label: str
    headings: tuple[str, ...]
    is_needed: bool = False


FIELDS = (
    Field("text", "What they said", (
        "text", "message", "review", "comment", "content", "body", "review text", "message content", "article body",
        "review comment", "first article", "article", "what", "what they said", "words",
        "kommentar", "nachricht", "rezension", "bewertungstext", "inhalt", "was", "was gesagt wurde", "bewertung",
        "texte", "message du client", "commentaire", "contenu", "quoi", "avis",
        "texto", "mensaje", "comentario", "reseña", "opinión", "contenido", "qué",
        "testo", "messaggio", "commento", "recensione", "contenuto", "cosa",
        "mensagem", "comentário", "opinião", "conteúdo", "o que", "o quê", "avaliação"), True),
    Field("at", "When", (
        "date", "time", "created at", "created", "timestamp", "posted", "posted at", "review date", "date and time",
        "when", "datum", "zeitpunkt", "datum und uhrzeit", "erstellt am", "erstellt", "veröffentlicht am", "wann",
        "zeit", "date et heure", "date de publication", "publié le", "créé le", "quand",
        "fecha", "fecha y hora", "fecha de publicación", "publicado el", "cuándo",
        "data", "data e ora", "data di pubblicazione", "pubblicato il", "quando",
        "data e hora", "data de publicação", "publicado em"), True),
    Field("time", "At what time", (
        "time", "time of day", "hour", "uhrzeit", "zeit", "heure", "hora", "ora", "orario")),
    Field("name", "Who", (
        "name", "author", "reviewer", "customer", "user", "from", "sender", "sender name", "contact", "contact name",
        "author name", "user name", "customer name", "reviewer name", "reviewer display name", "who",
        "kunde", "kundin", "kundenname", "verfasser", "rezensent", "absender", "benutzer", "von", "wer",
        "nom", "nom du client", "auteur", "client", "expéditeur", "utilisateur", "qui",
        "nombre", "nombre del cliente", "autor", "cliente", "remitente", "usuario", "quién",
        "nome", "nome del cliente", "autore", "mittente", "utente", "chi",
        "nome do cliente", "remetente", "usuário", "utilizador", "quem")),
    Field("stars", "Stars", (
        "stars", "rating", "star rating", "score", "sterne", "anzahl sterne", "punkte", "bewertung",
        "étoiles", "nombre d'étoiles", "note", "estrellas", "puntuación", "calificación", "valoración",
        "stelle", "valutazione", "punteggio", "voto", "estrelas", "nota", "classificação", "pontuação", "avaliação")),
    Field("link", "Link", (
        "link", "url", "permalink", "address", "review url", "web address", "webadresse", "lien", "adresse web",
        "enlace", "vínculo", "dirección web", "collegamento", "indirizzo web", "ligação", "endereço web")),
    Field("place", "Where, line by line", (
        "place", "platform", "where", "site", "website", "source", "channel", "network", "review site",
        "plattform", "quelle", "kanal", "netzwerk", "wo", "ort", "plateforme", "canal", "reseau", "où",
        "plataforma", "red social", "dónde", "piattaforma", "canale", "fonte", "dove", "rede social", "onde")),
    Field("seen", "Public or private", (
        "public", "is public", "visibility", "private", "is private", "internal", "is internal", "öffentlich",
        "sichtbarkeit", "privat", "publique", "visibilité", "privé", "público", "visibilidad", "privado", "pubblico",
        "visibilità", "privato", "visibilidade")),
    Field("answer", "Our answer", (
        "answer", "reply", "response", "owner reply", "owner response", "our answer", "response text", "reply text",
        "answer text", "review reply comment", "antwort", "unsere antwort", "antwort des inhabers",
        "réponse", "notre réponse", "réponse du propriétaire", "respuesta", "nuestra respuesta",
        "respuesta del propietario", "risposta", "la nostra risposta", "risposta del proprietario",
        "resposta", "nossa resposta", "a nossa resposta", "resposta do proprietário")),
    Field("answer_at", "When we answered", (
        "answered at", "reply date", "response date", "review reply update time", "replied at", "answer date",
        "when we answered", "antwort am", "beantwortet am", "geantwortet am", "datum der antwort", "antwortdatum",
        "wann wir antworteten", "date de réponse", "date de la réponse", "répondu le",
        "fecha de respuesta", "fecha de la respuesta", "respondido el", "data risposta", "data della risposta",
        "risposto il", "data da resposta", "data de resposta", "respondido em")),
    Field("thread", "Conversation or ticket", ("conversation id", "conversation display id", "conversation",
          "ticket id", "ticket number", "ticket#", "ticket", "thread id", "thread")),
    Field("side", "Customer or us", ("message type", "sender type", "article sender", "sender", "direction",
          "author type", "who")),
    Field("private", "Said among us", ("private", "internal", "is private", "is internal")),
)  # fmt: skip


def head(said: str) -> str:
    """In lower case, words apart, without accents: "reviewer.displayName" is "reviewer display name"."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", said.strip().strip("?¿!:").replace("’", "'"))
    letters = unicodedata.normalize("NFKD", re.sub(r"[\s_.]+", " ", apart).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
