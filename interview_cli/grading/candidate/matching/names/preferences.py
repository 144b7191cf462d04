"""Values of preferred and rejected answers, of a policy and of a reference, told by words in their names. Imports no torch."""

from __future__ import annotations

from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters

WORDS = (
    frozenset({"w", "win", "winner", "winning", "won", "chosen", "preferred", "better", "good", "pos", "positive"}),
    frozenset({"l", "lose", "loser", "losing", "lost", "rejected", "dispreferred", "worse", "bad", "neg", "negative"}),
)
"""How a name says that it is of the answer that is preferred, or of the other one."""
REFERENCES = ("ref", "base", "sft", "frozen")
"""How a word begins that says that a value is of the reference."""


def by_preference(asked: Parameters, own: Parameters) -> dict[str, str]:
    """Asked -> own, where the problem asks for both answers of a model, or of both, and words of as many own names say which.

    In an object no order says it: `policy["bad"]` stands before `policy["good"]` by the alphabet. The problem's own names in
    another order are a mistake: callers give by place.
    """
    wanted, found = sides_in(asked), sides_in(own)
    if set(wanted.values()) == set(found.values()):
        return {}
    is_of_both = len(wanted) % len(WORDS) == 0 and wanted.keys() == found.keys()
    return {name: found[side] for side, name in wanted.items()} if is_of_both else {}


def asks_for_sides(asked: Parameters) -> bool:
    """Whether the problem gives both answers of both models."""
    return len(sides_in(asked)) == 4


def sides_in(names: Parameters) -> dict[tuple[bool, int], str]:
    """By whether it is the reference's, and which answer's, the one name of what must be given; nothing if there are two."""
    told = [(sides, name) for name, default in names if default is REQUIRED and (sides := sides_of(name)) is not None]
    return dict(told) if len(dict(told)) == len(told) else {}


def sides_of(name: str) -> tuple[bool, int] | None:
    """Whether a value is the reference's, and which answer's it is; None where its name says nothing of the answer."""
    words = name.lower().split("_")
    answers = [place for place, own in enumerate(WORDS) if not own.isdisjoint(words)]
    return (is_of_reference(name), answers[0]) if len(answers) == 1 else None


def is_of_reference(name: str) -> bool:
    """Whether a word of it says so: `ref_model`, `base_policy`."""
    return any(word.startswith(REFERENCES) for word in name.lower().split("_"))
