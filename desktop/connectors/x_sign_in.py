"""Signing in to X through the owner's own app: in the browser, and again with what that gave.

X compares the whole address to come back to, so the port is always the same one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from desktop.connectors import Keys, LoginField, SignedIn, oauth
from desktop.connectors.answers import Json, text
from desktop.connectors.oauth import Client, InBrowser, Pages
from desktop.connectors.x_posts import Reader, data_of
from desktop.connectors.x_refusals import told
from desktop.errors import Garbled, LoginExpired, Misuse, Offline, Refused, ShopError, Unanswered
from desktop.web import Web

PORT = 47915
CALLBACK = f"http://127.0.0.1:{PORT}/callback"
SCOPES = "tweet.read users.read tweet.write tweet.moderate.write offline.access"
LOGIN = (
    LoginField("client_id", "Client ID of your app at X", "The long one, without spaces"),
    LoginField("search", "Also look for the shop's name (optional)", "Puddle Street Cycles", is_optional=True),
)
WORDS = (
    "X lets programs in through an app of your own. Make one at console.x.com and buy some credits there. As its type "
    "choose Native App, as permission Read and write, and as callback address exactly:\n"
    f"{CALLBACK}\n"
    "Then copy its Client ID here. You can delete the app there whenever you like.\n\n"
    "With the shop's name we also find posts of the last seven days that don't name your account. Each one found "
    "costs a little. Several names: a comma between them."
)
_LONGEST_SEARCH = 400  # X takes 512 characters in all
_CLIENT = re.compile(r"[A-Za-z0-9_:-]{8,200}")


def pages(base: str) -> Pages:
    """Where to send the browser, and where the token comes from."""
    front = "https://x.com" if base == "https://api.x.com" else base
    return Pages("X", f"{front}/i/oauth2/authorize", f"{base}/2/oauth2/token")


def wanted(typed: str) -> str:
    """Names with commas between them as X searches for them: any of them, word for word."""
    names = [" ".join(re.sub(r'["\\]', " ", name).split()) for name in typed.split(",")]
    return " OR ".join(f'"{name}"' for name in names if name)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def begin(fields: Mapping[str, str], base: str, web: Web, port: int) -> InBrowser:
    """Makes the address for the browser. Raises Misuse when the client id can't be one or the port is taken."""
    client_id = "".join(fields.get("client_id", "").split())
    if not _CLIENT.fullmatch(client_id):
        raise Misuse("That isn't a Client ID.", advice="Copy it again, whole, from your app at console.x.com.")
    facts = {"client_id": client_id, "search": fields.get("search", "")}
    if len(wanted(facts["search"])) > _LONGEST_SEARCH:
        raise Misuse("That's too much to look for.", advice="Choose the one or two that people use.")

    def signed(answer: Mapping[str, Any], client: Client) -> SignedIn:
        return _signed(answer, facts, base, web)

    return oauth.begin(pages(base), lambda _: Client(client_id), SCOPES, signed, web, port=port)


def _signed(answer: Mapping[str, Any], facts: Mapping[str, str], base: str, web: Web) -> SignedIn:
    refresh = answer.get("refresh_token")
    if not isinstance(refresh, str) or not refresh:
        raise Refused("X let us in for two hours only.", advice="Sign in once more and allow all of what is asked.")
    token = oauth.token_of(answer, "X")
    user = _who(token, base, web)
    author = Reader("", "").author(text(user, "id"), user)
    secrets = {"access_token": token, "refresh_token": refresh}
    return SignedIn(author.handle, author.name, author.remote_id, facts=facts, secrets=secrets)


def _who(token: str, base: str, web: Web) -> Json:
    """The user whose key it is."""
    try:
        url = f"{base}/2/users/me"
        said = web.get_json(url, {"user.fields": "name,username"}, bearer(token), expect=dict).data
        return data_of(said)[0]
    except IndexError:
        failure: ShopError = Garbled("X doesn't say who you are.", advice="Try again.")
    except ShopError as error:
        failure = told(error, base)
    raise failure


def renew(keys: Keys, client_id: str, base: str, web: Web) -> None:
    """Fresh keys in place of the old ones. X takes a refresh token once, so they are kept before they are used.

    Raises LoginExpired; whatever else goes wrong has nothing to do with what was to be sent, and may be tried again.
    """

    def fresh(kept: Mapping[str, str]) -> Mapping[str, str]:
        refresh = kept.get("refresh_token", "")
        if not refresh:
            raise LoginExpired("X signed us out.")
        answer = oauth.renewed(pages(base), Client(client_id), refresh, web)
        again = answer.get("refresh_token")
        return {
            "access_token": str(answer["access_token"]),
            "refresh_token": again if isinstance(again, str) and again else refresh,
        }

    try:
        keys.renew("access_token", fresh)
        return
    except (Unanswered, Garbled) as error:
        details = error.details
    raise Offline("X can't be reached to renew the sign-in.", details=details)
