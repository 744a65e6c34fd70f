"""Triage: what a post is, from its words alone, with the words that decided. Pure.

A small model of many heads, and lists of telling words beside it. Every guess is only a guess until a person
agrees; being wrong towards "complaint" costs a look, being wrong away from it costs a customer.
"""

from __future__ import annotations

from desktop.language.details import Detail, details, troubles
from desktop.triage.excerpts import excerpt
from desktop.triage.follow_up import follow_up
from desktop.triage.judge import judge, judge_many
from desktop.triage.judgement import FollowUp, Judgement, Outcome, Reason, Topic, named, work_out_reasons
from desktop.triage.leaning import lean
from desktop.triage.learning import SORTED, Changed, Learned, Lesson, changed, learned, same_words
from desktop.triage.together import LEAST, WITHIN, Heard, Shared, enough, mentions, together
from desktop.triage.urgent import happening_now, serious_words
from desktop.triage.version import version

__all__ = [
    "LEAST",
    "SORTED",
    "WITHIN",
    "Changed",
    "Detail",
    "FollowUp",
    "Heard",
    "Judgement",
    "Learned",
    "Lesson",
    "Outcome",
    "Reason",
    "Shared",
    "Topic",
    "changed",
    "details",
    "enough",
    "excerpt",
    "follow_up",
    "happening_now",
    "judge",
    "judge_many",
    "lean",
    "learned",
    "mentions",
    "named",
    "same_words",
    "serious_words",
    "together",
    "troubles",
    "version",
    "work_out_reasons",
]
