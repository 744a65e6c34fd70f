"""What X means when it says no, in our errors and words. Decided by status and problem type; X's own sentence only
tells apart what has one and the same type, and being wrong there costs no more than a plainer sentence."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from desktop.connectors.answers import Json
from desktop.errors import LoginExpired, Refused, ShopError, SlowDown

_NO_CREDIT_S = 6 * 3600.0
NOT_SUMMONED = "X lets an app answer only people who named you or quoted you."
_BY_HAND = "Copy the text and post it on X itself."


class Problem(NamedTuple):
    """An answer that says no. `kind`: the last part of its type ("usage-capped"), "" for none; `parameters`: those
    of the request that it names."""

    status: int
    kind: str = ""
    detail: str = ""
    period: str = ""
    parameters: frozenset[str] = frozenset()


def problem(error: ShopError) -> Problem:
    """What the answer behind an error says, in either of X's two shapes, or in none."""
    if error.answer is None:
        return Problem(0)
    said = _json(error.answer.body)
    listed = said.get("errors")
    parts = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    details = [str(said.get("detail") or ""), *(str(each.get("message") or "") for each in parts)]
    named = [each.get("parameters") for each in parts]
    return Problem(
        error.answer.status,
        kind_of(said),
        " ".join(details).strip().lower(),
        str(said.get("period") or ""),
        frozenset(name for each in named if isinstance(each, dict) for name in each),
    )


def kind_of(said: Json) -> str:
    """The last part of a problem's type, which is the same in both spellings: "resource-not-found"."""
    kind = str(said.get("type") or "").rpartition("/")[2]
    return "" if kind == "about:blank" else kind


def _json(body: bytes) -> Json:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}


def told(error: ShopError, base: str) -> ShopError:
    """The error in words about X, whose door only knew the address `base`."""
    found = _told(error, problem(error))
    if found is None:
        error.args = (str(error).replace(urlsplit(base).netloc, "X"), *error.args[1:])
        return error
    found.details, found.answer = error.details, error.answer
    return found


def is_known(error: ShopError) -> bool:
    """Whether X said by code or word what the matter is."""
    return _told(error, problem(error)) is not None


def _told(error: ShopError, said: Problem) -> ShopError | None:
    if said.status == 402:
        words = "X says the prepaid credits are used up. Buy some at console.x.com."
        return SlowDown(words, seconds=_NO_CREDIT_S)
    if said.kind == "usage-capped":
        seconds = _until_next(said.period)
        return SlowDown("X says this account has read all it may for now.", seconds=seconds)
    if isinstance(error, SlowDown) and said.status == 429:
        return SlowDown("X asked us to slow down.", seconds=error.seconds)
    if isinstance(error, LoginExpired):
        return LoginExpired("X signed us out.")
    return _forbidden(said) if said.status == 403 else None


def _forbidden(said: Problem) -> Refused | None:
    if said.kind in ("client-forbidden", "oauth1-permissions", "unsupported-authentication"):
        words = "X doesn't let your app do this."
        return Refused(words, advice="At console.x.com the app has to be in a project, with Read and write.")
    if said.kind in ("not-authorized-for-resource", "disallowed-resource") or "protected" in said.detail:
        return Refused("X doesn't show us this: its writer lets only some people in.", advice=_BY_HAND)
    if "suspended" in said.detail or "locked" in said.detail:
        words = "X has suspended or locked the account."
        return Refused(words, advice="Sign in at x.com: it says there what to do.")
    return None


def not_summoned(error: ShopError) -> Refused:
    found = Refused(NOT_SUMMONED, advice=_BY_HAND)
    found.details, found.answer = error.details, error.answer
    return found


def _until_next(period: str) -> float:
    """Seconds until the next day or month begins in UTC; a day where X doesn't say."""
    now = datetime.now(UTC)
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    monthly = period.lower() == "monthly"
    until = (today.replace(day=1) + timedelta(days=32)).replace(day=1) if monthly else today + timedelta(days=1)
    return max(60.0, (until - now).total_seconds())


def names_fields(error: ShopError, parameters: tuple[str, ...]) -> bool:
    """Whether a request was turned down (400) because of one of these parameters."""
    said = problem(error)
    named = said.parameters or frozenset(each for each in parameters if each in said.detail)
    return said.status == 400 and bool(named & set(parameters))
