"""The rehearsal of a pitch, as a round of its own; the domain only."""

from __future__ import annotations

from interview_cli.domain.rounds.blueprint import Blueprint, PitchPart, Weights

LENGTHS = {"30s": 30, "2m": 120, "10m": 600}
MINUTES_AROUND = 1
"""Of the round beside the pitch, which has a clock of its own."""


def pitch_round(length: str) -> str:
    """The id of the round for a length of `LENGTHS`."""
    return f"pitch-{length}"


def pitch_title(seconds: int) -> str:
    """`30-second pitch`, `2-minute pitch`."""
    length = f"{seconds}-second" if seconds < 60 else f"{seconds / 60:g}-minute"
    return f"{length} pitch"


def pitch_rounds() -> dict[str, Blueprint]:
    """A round for each length, by id."""
    return {pitch_round(length): _blueprint(length, seconds) for length, seconds in LENGTHS.items()}


def _blueprint(length: str, seconds: int) -> Blueprint:
    minutes = seconds / 60 + MINUTES_AROUND
    part = PitchPart(
        name="pitch",
        draw="pitch",
        minutes=minutes,
        quick_minutes=minutes,
        lengths=(seconds,),
        quick_lengths=(seconds,),
    )
    return Blueprint(
        id=pitch_round(length),
        title=pitch_title(seconds),
        about=(
            "Pitch one of your papers aloud. The time includes a minute to get ready and to rate yourself. Notes are optional."
            " A pasted transcript counts against the word budget."
        ),
        minutes=minutes,
        quick_minutes=minutes,
        concepts=("s23-three-lengths",),
        weights=Weights(correctness=1, depth=0, communication=3, speed=1),
        habits=("I stayed within the time", "I started with the problem", "I stopped when I was done"),
        parts=(part,),
    )
