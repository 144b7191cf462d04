"""A paper of the user's own, and what an interviewer asks about it; imports the standard library, pydantic, the domain.

The questions come in threads, each from its opening downwards: a thread is followed while the answers hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from interview_cli.domain.items.question import ConceptId, KeyPoint, Text

PAPER_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MOST_POINTS = 9


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)


class Loss(_Strict):
    """What is minimised, and the steps from the assumptions to it."""

    formula: Text
    steps: Annotated[tuple[Text, ...], Field(min_length=1, max_length=MOST_POINTS)]


class Ablation(_Strict):
    """A component, what it is for, and what happens without it, with the number where one was measured."""

    component: Text
    purpose: Text
    without: Text


class Change(_Strict):
    """What breaks, or changes, if something is different."""

    if_: Annotated[str, Field(alias="if", min_length=1)]
    then: Text


class Number(_Strict):
    """A figure that one must know by heart."""

    what: Text
    value: Text


class Paper(_Strict):
    """One paper, as a file in the home's folder `papers`."""

    id: Annotated[str, Field(pattern=PAPER_ID)]
    title: Text
    source: str = ""
    problem: Text
    claim: Text
    loss: Loss
    ablations: Annotated[tuple[Ablation, ...], Field(min_length=1)]
    changes: tuple[Change, ...] = ()
    limits: Annotated[tuple[Text, ...], Field(min_length=1, max_length=MOST_POINTS)]
    numbers: tuple[Number, ...] = ()
    concepts: tuple[ConceptId, ...] = ()
    """Concepts of the bank that an interviewer would reach from here."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One question about a paper; `minutes` is what an answer takes, `points` what a strong one has."""

    id: str
    title: str
    prompt: str
    points: tuple[KeyPoint, ...]
    minutes: float


@dataclass(frozen=True, slots=True)
class Thread:
    """Questions of growing depth about one matter."""

    name: str
    asks: tuple[Ask, ...]


def threads(paper: Paper) -> tuple[Thread, ...]:
    """The claim, the loss, each component, what breaks if, the numbers, and the limits."""
    return (
        _claim(paper),
        _loss(paper),
        *(_component(paper, number, ablation) for number, ablation in enumerate(paper.ablations, start=1)),
        *_changes(paper),
        *_numbers(paper),
        _limits(paper),
    )


def _claim(paper: Paper) -> Thread:
    return Thread(
        "claim",
        (
            _ask(
                paper,
                "claim",
                "the problem and the claim",
                f"*{paper.title}*: which problem does it solve, and what do you claim? Two sentences.",
                [_essential(paper.problem), _essential(paper.claim)],
                1.5,
            ),
            _ask(
                paper,
                "falsify",
                "an experiment that could refute it",
                "Which single experiment could show that this claim is wrong, and what would you expect to see?",
                [
                    _essential("An experiment with an outcome that the claim rules out."),
                    _essential("What would be seen if a rival explanation were true instead."),
                    KeyPoint(text="Whether it was run, and if not, why not."),
                ],
                2,
            ),
        ),
    )


def _loss(paper: Paper) -> Thread:
    steps = [_essential(step) for step in paper.loss.steps]
    return Thread(
        "loss",
        (
            _ask(
                paper,
                "loss",
                "what is minimized",
                "Write down what you minimize or solve, and say what each term is for.",
                [
                    _essential(paper.loss.formula),
                    KeyPoint(text="Every symbol introduced, and each term with what it is for."),
                ],
                2,
            ),
            _ask(paper, "derive", "derive it", "Derive it, from the assumptions. Name each approximation.", steps, 5),
            _ask(
                paper,
                "assumption",
                "the weakest step",
                "Which step of this derivation is the weakest, and what would you see if it fails?",
                [
                    _essential("One named step, with the condition under which it is a poor approximation."),
                    _essential("An observable consequence: what fails, where, and by roughly how much."),
                    KeyPoint(text="A remedy, and what it costs."),
                ],
                2,
            ),
        ),
    )


def _component(paper: Paper, number: int, ablation: Ablation) -> Thread:
    return Thread(
        f"component {number}",
        (
            _ask(
                paper,
                f"purpose-{number}",
                f"what {ablation.component} is for",
                f"What is **{ablation.component}** for? What should go wrong without it?",
                [_essential(ablation.purpose)],
                1.5,
            ),
            _ask(
                paper,
                f"without-{number}",
                f"without {ablation.component}",
                f"Remove **{ablation.component}**: what happens, by which number, and how do you know that it is the cause?",
                [
                    _essential(ablation.without),
                    KeyPoint(text="The control: equal parameters, compute and tuning, several seeds."),
                ],
                2.5,
            ),
        ),
    )


def _changes(paper: Paper) -> Iterator[Thread]:
    for number, change in enumerate(paper.changes, start=1):
        prompt = f"What breaks if {change.if_.rstrip('?.')}? How would you notice first?"
        ask = _ask(paper, f"breaks-{number}", f"what breaks if {change.if_}", prompt, [_essential(change.then)], 2)
        yield Thread(f"change {number}", (ask,))


def _numbers(paper: Paper) -> Iterator[Thread]:
    if paper.numbers:
        named = "; ".join(number.what for number in paper.numbers[:MOST_POINTS])
        points = [_essential(f"{number.what}: {number.value}") for number in paper.numbers[:MOST_POINTS]]
        yield Thread(
            "numbers", (_ask(paper, "numbers", "the numbers", f"Give these from memory: {named}.", points, 1.5),)
        )


def _limits(paper: Paper) -> Thread:
    points = [_essential(limit) for limit in paper.limits]
    return Thread(
        "limits",
        (
            _ask(paper, "limits", "the limits", "Which limits do you name before anyone asks?", points, 2),
            _ask(
                paper,
                "again",
                "what you would do differently",
                "What would you do differently with ten times the compute, and what with a tenth of it?",
                [
                    _essential("A change that follows from a limit just named."),
                    _essential("What would be kept with a tenth, since it carries the result."),
                ],
                2,
            ),
        ),
    )


def _ask(paper: Paper, name: str, title: str, prompt: str, points: list[KeyPoint], minutes: float) -> Ask:
    return Ask(f"{paper.id}/{name}", title, prompt, tuple(points), minutes)


def _essential(text: str) -> KeyPoint:
    return KeyPoint(text=text, essential=True)
