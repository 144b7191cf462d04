"""Follow-ups: a strong answer of a mock interview is followed by a deeper question, until the chain is three deep."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from interview_cli.bank.load import packaged_bank
from interview_cli.bank.papers import example_papers, read_papers
from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.bank.rounds import read_rounds
from interview_cli.domain.items.shown import present
from interview_cli.domain.rounds.blueprint import ItemsPart, Pace
from interview_cli.domain.rounds.scorecard import GOOD_SCORE, POOR_SCORE
from interview_cli.services.mock.plan import scenes
from interview_cli.services.mock.scenes import (
    DEEPEST_FOLLOW_UP,
    DEEPEST_IN_A_LIST,
    Done,
    Listed,
    Rising,
    next_task,
    not_reached,
)
from interview_cli.services.mock.steps import About, Marked, Means
from tests.fakes import FakeClock, MemoryLog, SequentialIds
from tests.packaged import packaged

pytestmark = pytest.mark.xdist_group("follow-ups")  # the scenes are drawn once, by one worker

INTERVIEWS = 25
STRONG, WEAK = (GOOD_SCORE + 1) / 2, POOR_SCORE / 2


@cache
def question_scenes() -> tuple[Rising | Listed, ...]:
    """The parts with questions of every round, at both paces, as `INTERVIEWS` first interviews draw them.

    Left out are parts whose questions have a clock of their own.
    """
    rounds = read_rounds([packaged_bank()])
    papers = tuple(file.paper for file in read_papers(example_papers()) if file.paper is not None)
    landed = packaged_pages().landed()
    means = Means(
        packaged(),
        MemoryLog(),
        FakeClock(),
        SequentialIds(),
        landed,
        lambda item, seed: present(item, seed, None),
        rounds,
        papers,
    )
    return tuple(
        scene
        for blueprint in rounds.values()
        for pace in Pace
        for seed in range(INTERVIEWS)
        for part, scene in zip(blueprint.parts, scenes(blueprint, pace, seed, means, []), strict=True)
        if isinstance(scene, Rising) or (isinstance(part, ItemsPart) and part.seconds is None)
        if isinstance(scene, Rising | Listed)
    )


def rising_scenes() -> list[Rising]:
    return [scene for scene in question_scenes() if isinstance(scene, Rising)]


def after_strong_answers(scene: Rising | Listed, share_strong: float, rng: Random) -> Iterator[bool]:
    """Of each strong answer that is not yet at the end of its chain: whether the next question follows it up."""
    done: list[Done] = []
    deepest = DEEPEST_FOLLOW_UP if isinstance(scene, Rising) else DEEPEST_IN_A_LIST
    while (task := next_task(scene, done)) is not None:
        if done and done[-1].score == STRONG and done[-1].task.about.depth < deepest:
            yield task.about.depth == done[-1].task.about.depth + 1
        done.append(Done(task, STRONG if rng.random() < share_strong else WEAK))


@pytest.mark.parametrize("share_strong", [1.0, 0.7, 0.4])
def test_nine_of_ten_strong_answers_are_followed_up(share_strong: float) -> None:
    rng = Random(17)
    followed = [
        is_followed for scene in question_scenes() for is_followed in after_strong_answers(scene, share_strong, rng)
    ]
    assert len(followed) > 100
    assert sum(followed) / len(followed) >= 0.9


def test_every_open_question_has_a_follow_up_that_can_be_answered_on_the_spot() -> None:
    without = [
        name
        for scene in question_scenes()
        if isinstance(scene, Listed)
        for name in scene.follow_ups
        if not scene.follow_ups[name] and not names_of(scene) & set(packaged().items[name].follow_ups)
    ]
    assert without == []


def names_of(scene: Listed) -> set[str]:
    return {task.about.id for task in scene.tasks}


def question(name: str, depth: int = 0) -> Marked:
    return Marked(About(name, "part", name, 60.0, 0, depth=depth))


def test_a_follow_up_takes_the_place_of_the_last_question_of_a_list() -> None:
    a, b, c, deeper = question("a"), question("b"), question("c"), question("deeper", 1)
    scene = Listed("part", (a, b, c), {"a": (deeper,), "b": (deeper,)})
    assert next_task(scene, [Done(a, WEAK)]) == b
    assert next_task(scene, [Done(a, STRONG)]) == deeper
    followed = [Done(a, STRONG), Done(deeper, STRONG)]
    assert next_task(scene, followed) == b
    assert not_reached(scene, followed) == (b,)
    assert next_task(scene, [*followed, Done(b, STRONG)]) is None


def test_every_question_of_a_rising_round_has_a_follow_up_that_the_round_may_ask() -> None:
    scene = rising_scenes()[0]
    known = {task.about.id for task in scene.questions} | set(scene.others)
    without = [name for name in known if not known & set(scene.follow_ups[name])]
    assert without == []


def test_the_bank_has_150_chains_three_deep() -> None:
    """Counted by their first questions."""
    follow_ups = {item.id: set(item.follow_ups) for item in packaged().items.values()}
    deep = [
        first
        for first, seconds in follow_ups.items()
        if any(follow_ups[second] - {first, second} for second in seconds - {first})
    ]
    assert len(deep) >= 150


def test_no_question_follows_itself_or_is_named_twice() -> None:
    for item in packaged().items.values():
        assert item.id not in item.follow_ups
        assert len(set(item.follow_ups)) == len(item.follow_ups), item.id
