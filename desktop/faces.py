"""What the places are called and the letters on their tiles, for lists that are painted before anything else.

The connectors say the same of themselves (`place_facts`, and a test compares); but to ask one means to import
what it talks to its place with. The Shop asks where one is missing here.
"""

from __future__ import annotations

from collections.abc import Mapping

FACES: Mapping[str, tuple[str, str]] = {  # platform key -> (name, one or two letters)
    "mastodon": ("Mastodon", "Ma"),
    "practice.google": ("Google", "G"),
    "practice.facebook": ("Facebook", "f"),
    "practice.instagram": ("Instagram", "Ig"),
    "practice.bluesky": ("Bluesky", "Bs"),
}
