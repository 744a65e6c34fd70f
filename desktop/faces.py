"""What the places are called and the letters on their tiles, for lists that are painted before anything else.

The connectors say the same of themselves (`place_facts`, and a test compares); but to ask one means to import
what it talks to its place with. The Shop asks where one is missing here.
"""

from __future__ import annotations

from collections.abc import Mapping

_PLACES: Mapping[str, tuple[str, str]] = {  # as in resources/places.json
    "google": ("Google", "G"),
    "facebook": ("Facebook", "f"),
    "instagram": ("Instagram", "Ig"),
    "threads": ("Threads", "@"),
    "x": ("X", "X"),
    "bluesky": ("Bluesky", "Bs"),
    "mastodon": ("Mastodon", "Ma"),
    "youtube": ("YouTube", "Yt"),
    "yelp": ("Yelp", "Y"),
    "trustpilot": ("Trustpilot", "Tp"),
    "tripadvisor": ("Tripadvisor", "Ta"),
    "booking": ("Booking.com", "B"),
    "reddit": ("Reddit", "r"),
    "nextdoor": ("Nextdoor", "N"),
    "tiktok": ("TikTok", "Tk"),
    "linkedin": ("LinkedIn", "in"),
    "counter": ("At the counter", "✎"),
    "phone": ("On the phone", "✎"),
    "paper": ("On paper", "✎"),
    "web": ("The web", "W"),
}

FACES: Mapping[str, tuple[str, str]] = {  # platform key -> (name, one or two letters)
    "bluesky": ("Bluesky", "Bs"),
    "mastodon": ("Mastodon", "Ma"),
    "x": ("X", "X"),
    "by_hand": ("Added by hand", "✎"),
    "feed": ("Google Alerts and feeds", "Al"),
    "mail": ("Notices by e-mail", "✉"),
    **{f"mail.{key}": face for key, face in _PLACES.items()},
    **{f"feed.{key}": face for key, face in _PLACES.items()},
    **{f"by_hand.{key}": (name, "✎") for key, (name, _) in _PLACES.items()},
    "google": ("Google", "G"),
    "facebook": ("Facebook", "f"),
    "instagram": ("Instagram", "Ig"),
    "threads": ("Threads", "@"),
    "youtube": ("YouTube", "Yt"),
    "practice.google": ("Google", "G"),
    "practice.facebook": ("Facebook", "f"),
    "practice.instagram": ("Instagram", "Ig"),
    "practice.bluesky": ("Bluesky", "Bs"),
}
