"""What the reference gives for one problem and one seed: inputs, values, gradients. Judge's side; imports torch.

Everything is computed when it is needed, or ahead of need while a candidate computes, and kept: the next file graded on
the same seed finds it there.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.judge.compare import unwrapped
from interview_cli.grading.judge.local_world import LocalWorld, Taped
from interview_cli.grading.wire.values import tensors_in
from reference_impls.problem import Case, Draw, Observation, Problem, Scenario, Target

INPUTS_ROUNDS = 2000
HALF = (torch.float16, torch.bfloat16)
REFERENCE, CANDIDATE = "reference", "candidate"
Place = tuple[int, torch.dtype]
"""A case, by its index, in one tier."""


def seed_of(seed: int, *parts: object) -> int:
    """An independent stream for each part of a grade, so that adding a case leaves the others' inputs alone."""
    digest = hashlib.blake2b(repr((seed, *parts)).encode(), digest_size=7).digest()
    return int.from_bytes(digest, "big")


def inputs_seed(seed: int) -> int:
    """64 bits for the seed that a person sees and types, slow to find: a solution may try its inputs against every one.

    The same on every machine. A candidate that knows this function, the reference and its own inputs tries some twenty
    thousand within its time; one that brings the numbers along has room for a hundred thousand.
    """
    digest = hashlib.pbkdf2_hmac("sha256", str(seed).encode(), b"inputs", INPUTS_ROUNDS, dklen=8)
    return int.from_bytes(digest, "big")


def draw_alike(seed: int) -> None:
    """Seed the judge's own generator: what it draws must not depend on what it has computed before."""
    torch.default_generator.manual_seed(seed)


@dataclass
class Answer:
    """The reference's answer to a case: its value, cotangents for the floating parts, and the gradients under them.

    `recorded` makes the same call once more.
    """

    value: Any
    cotangents: list[Tensor]
    tape: Taped | None
    recorded: Callable[[], Taped]
    pulled_back: dict[str, Tensor] = field(default_factory=dict)
    is_begun: bool = False

    def reached(self) -> set[str]:
        """The paths of inputs that the value depends on."""
        return set(self.pulled_back) if self.tape is None else self.tape.reached()

    def gradients(self) -> Mapping[str, Tensor]:
        """By path, in float64; inputs that no gradient reaches are left out. The tape is gone afterwards."""
        if self.tape is not None:
            if self.is_begun:  # by a diagnosis that ran out of time: its graph is gone
                self.tape = self.recorded()
            self.is_begun = True
            found = self.tape.pull_back([cotangent.to(torch.float64) for cotangent in self.cotangents])
            self.pulled_back = {path: gradient for path, gradient in found.items() if gradient is not None}
            self.tape = None
        return self.pulled_back


class Tier:
    """The cases of one tier for one of the two worlds, made as far as they have been asked for."""

    def __init__(self, make: Callable[[], Iterator[Case | Scenario]]) -> None:
        self._make = make
        self._begin()

    def __getitem__(self, index: int) -> Case | Scenario:
        self._until(lambda: len(self._made) > index)
        return self._made[index]

    def all(self) -> list[Case | Scenario]:
        """Every case, in order."""
        self._until(lambda: False)
        return self._made

    def _begin(self) -> None:
        self._rest, self._made = self._make(), list[Case | Scenario]()

    def _until(self, is_enough: Callable[[], bool]) -> None:
        try:
            while not is_enough():
                case = next(self._rest, None)
                if case is None:
                    return
                self._made.append(case)
        except BaseException:  # a diagnosis that ran out of time: a generator does not go on after that
            self._begin()
            raise


class DrawingWorld(LocalWorld):
    """The reference's, which notes whether a call draws random numbers; weights of a new layer are no answer."""

    has_drawn = False

    def call(self, target: Target, *args: Any, **kwargs: Any) -> Any:
        """See `LocalWorld.call`."""
        before = torch.get_rng_state()
        result = super().call(target, *args, **kwargs)
        self.has_drawn |= not torch.equal(before, torch.get_rng_state())
        return result


class Expected:
    """Inputs and right answers of a problem under one seed. Nobody writes into them."""

    def __init__(self, problem: Problem, seed: int) -> None:
        self.problem = problem
        self.seed = seed
        self.entries = {entry.__name__: entry for entry in problem.entries}
        self.world = LocalWorld(self.entries)
        self._tiers: dict[tuple[torch.dtype, str], Tier] = {}
        self._answers: dict[Place, Answer] = {}
        self._values: dict[Place, Any] = {}
        self._observations: dict[Place, list[Observation]] = {}

    @property
    def cpu_seconds(self) -> float:
        """What the reference has needed so far."""
        return self.world.cpu_seconds

    def cases(self) -> list[Case | Scenario]:
        """All of the first tier, as the reference gets them."""
        return self._tier(self.problem.dtypes[0], REFERENCE).all()

    def case(self, index: int, dtype: torch.dtype, world: str) -> Case | Scenario:
        """A case with its inputs, the same values in both worlds."""
        return self._tier(dtype, world)[index]

    def first_for_candidate(self, index: int) -> Case | Scenario:
        """A case as the candidate gets it in the first tier."""
        return self.case(index, self.problem.dtypes[0], CANDIDATE)

    def value(self, index: int, dtype: torch.dtype) -> Any:
        """What the reference returns."""
        place = index, dtype
        if place not in self._values:
            case = self._call_at(place)
            draw_alike(seed_of(self.seed, "judge", index))
            self._values[place] = self.world.call(self.entry_of(case), *case.args, **case.kwargs)
        return self._values[place]

    def answer(self, index: int, dtype: torch.dtype) -> Answer:
        """What the reference returns, with cotangents and, on demand, gradients."""
        place = index, dtype
        if place not in self._answers:
            recorded = partial(self._recorded, index, dtype)
            taped = recorded()
            self._answers[place] = Answer(taped.value, self._cotangents(index, dtype, taped.value), taped, recorded)
        return self._answers[place]

    def _recorded(self, index: int, dtype: torch.dtype) -> Taped:
        case = self._call_at((index, dtype))
        draw_alike(seed_of(self.seed, "judge", index))
        return self.world.taped(self.entry_of(case), *case.args, **case.kwargs)

    def observations(self, index: int, dtype: torch.dtype) -> list[Observation]:
        """What the steps of a scenario show."""
        place = index, dtype
        if place not in self._observations:
            world = LocalWorld(self.entries)
            self._observations[place] = self._observed(index, dtype, world)
            self.world.cpu_seconds += world.cpu_seconds
        return self._observations[place]

    def _observed(self, index: int, dtype: torch.dtype, world: LocalWorld) -> list[Observation]:
        scenario = self.case(index, dtype, REFERENCE)
        assert isinstance(scenario, Scenario)
        draw_alike(seed_of(self.seed, "judge", index))
        draw = Draw(seed_of(self.seed, "scenario", index), dtype, upcast=True)
        return list(scenario.steps(world, draw))

    def draws(self, index: int) -> bool:
        """Whether the reference draws random numbers in a scenario: then no two calls need give the same."""
        if isinstance(self.first_for_candidate(index), Case):
            return False
        world = DrawingWorld(self.entries)
        self._observed(index, self.problem.dtypes[0], world)
        return world.has_drawn

    def order(self) -> list[int]:
        """In which checks are run, cases and laws alike: the smallest case, then as the seed has it.

        Where a call stands must not say what it is for.
        """
        number = len(self.cases()) + len(self.problem.laws)
        rest = list(range(1, number))
        random.Random(seed_of(self.seed, "order")).shuffle(rest)
        return [0, *rest]

    def ready(self) -> None:
        """Make what the first question takes."""
        cases = self.cases()
        if cases:
            self.first_for_candidate(0)
            self._answer_ahead(self._places()[:1])

    def ahead(self, index: int, dtype: torch.dtype) -> None:
        """Answer the question after this one: while the candidate computes there is time."""
        places = self._places()
        self._answer_ahead(places[places.index((index, dtype)) + 1 :][:1])

    def entry_of(self, case: Case) -> str:
        """The entry that a case calls."""
        return case.entry or self.problem.entries[0].__name__

    def tiers_with_gradients(self, case: Case | Scenario) -> list[torch.dtype]:
        """The tiers in which gradients of a case are compared."""
        if not isinstance(case, Case) or case.raises or not (self.problem.grad and case.grad):
            return []
        return [dtype for dtype in case.dtypes or self.problem.dtypes if dtype not in HALF]

    def _places(self) -> list[Place]:
        cases = self.cases()
        inside = [index for index in self.order() if index < len(cases)]
        return [(index, dtype) for index in inside for dtype in self.tiers_with_gradients(cases[index])]

    def _answer_ahead(self, places: list[Place]) -> None:
        for index, dtype in places:
            self.case(index, dtype, CANDIDATE)
            self.answer(index, dtype)

    def _tier(self, dtype: torch.dtype, world: str) -> Tier:
        if (dtype, world) not in self._tiers:
            seed, upcast = seed_of(self.seed, "cases"), world == REFERENCE
            self._tiers[dtype, world] = Tier(lambda: iter(self.problem.cases(Draw(seed, dtype, upcast=upcast))))
        return self._tiers[dtype, world]

    def _call_at(self, place: Place) -> Case:
        case = self.case(*place, REFERENCE)
        assert isinstance(case, Case)
        return case

    def _cotangents(self, index: int, dtype: torch.dtype, value: Any) -> list[Tensor]:
        draw = Draw(seed_of(self.seed, "cotangents", index), dtype)
        floating = [part for _, part in tensors_in(unwrapped(value), "") if part.is_floating_point()]
        return [draw.normal(*part.shape) for part in floating]
