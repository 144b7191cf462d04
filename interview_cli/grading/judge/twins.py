"""The reference's modules in the place of the candidate's: they show what weights those should have. Judge's side."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import torch

from reference_impls.problem import Ref, Spy


class Twins:
    """By the number of the candidate's object."""

    def __init__(self) -> None:
        self._made: dict[int, partial[torch.nn.Module]] = {}
        self._twins: dict[int, torch.nn.Module] = {}

    def keep(self, built: Ref, module: torch.nn.Module) -> None:
        """That of a module that both sides have of us."""
        self._twins[built.number] = module

    def made(self, built: Ref, kind: type[torch.nn.Module], args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        """The reference's class of it, and what it was made with; the twin is made when it is needed."""
        self._made[built.number] = partial(kind, *args, **kwargs)

    def shapes_of(self, built: Ref) -> dict[str, tuple[int, ...]]:
        """Names and shapes of what the reference's object holds beside the modules that it is given."""
        twin, given = self._twin(built.number), self._made[built.number]
        if twin is None:
            return {}
        others = [self._in_place_of(value) for value in (*given.args, *given.keywords.values())]
        foreign = {id(tensor) for module in others for tensor in held_by(module)}
        named = twin.state_dict(keep_vars=True).items()
        return {name: tuple(value.shape) for name, value in named if id(value) not in foreign}

    def _twin(self, number: int) -> torch.nn.Module | None:
        """None where the reference refuses what the candidate's class took."""
        made = self._made.get(number)
        if number not in self._twins and made is not None:
            args, kwargs = self._in_place_of(made.args), self._in_place_of(made.keywords)
            with contextlib.suppress(Exception), torch.random.fork_rng(devices=[]):
                self._twins[number] = made.func(*args, **kwargs)
        return self._twins.get(number)

    def _in_place_of(self, value: Any) -> Any:
        """The same with the modules that stand for the candidate's."""
        match value:
            case Ref():
                return self._twin(value.number)
            case Spy():
                return torch.nn.Identity()
            case list() | tuple():
                return type(value)(self._in_place_of(part) for part in value)
            case dict():
                return {key: self._in_place_of(part) for key, part in value.items()}
        return value


def held_by(value: Any) -> list[torch.Tensor]:
    """Parameters and buffers of a module; nothing of anything else."""
    return [*value.parameters(), *value.buffers()] if isinstance(value, torch.nn.Module) else []
