"""The pretend shop and its public: a scenario, a clock of its own, places that exist only in this process.

`scenario.py` reads the story; `world.py` is the pretend places; `people.py` says how their people take an
answer; `clock.py` is the shop's time; `seed.py` fills an empty shop by playing the story
through the real rooms.
"""
