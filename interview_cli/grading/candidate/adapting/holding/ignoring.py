"""Functions that are told by labels of -100 which tokens don't count, where a problem gives a mask beside the labels.

Or by a mask, where a problem gives the label that is to be ignored. Imports torch only. That is how datasets for causal models
mark prompts and padding, and what `cross_entropy` leaves out.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from types import CodeType
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.holding.lending import codes_in
from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.kinds import in_a_row
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of

IGNORED = -100
LABELS, MASK = "labels", "mask"
TRUTHS = (LABELS, "x0")
"""How problems call the tokens that are to be predicted."""
MASKED = "masked"
"""How they call what is True where a token counts, since it was replaced."""
TARGETS, IGNORE = "targets", "ignore_index"
"""How problems call classes of which one does not count, and that one."""
OF_IGNORED = re.compile("ignore|pad", re.IGNORECASE)
"""What the names of parameters say that tell that one, or where it stands."""


class Ignoring:
    """A function as the problem calls it: with a mask, where it takes labels of -100."""

    def __init__(self, function: Callable[..., Any], labels: str, mask: str) -> None:
        self.function, self.labels, self.mask = function, labels, mask
        every = inspect.signature(function).parameters.values()
        own = [one.replace(kind=one.KEYWORD_ONLY) for one in every if one.kind is not one.VAR_KEYWORD]
        place = 1 + [one.name for one in own].index(labels)
        own.insert(place, inspect.Parameter(mask, inspect.Parameter.KEYWORD_ONLY))
        self.__signature__ = inspect.Signature(own)
        self.__name__ = getattr(function, "__name__", "")

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f"your {self.labels} are {IGNORED} where {self.mask} is 0"

    def __call__(self, **given: Any) -> Any:
        labels, mask = given[self.labels], given.pop(self.mask)
        marked = labels.masked_fill(mask == 0, IGNORED)
        before = marked.clone()
        result = self.function(**{**given, self.labels: marked})
        if not torch.equal(marked, before):  # what is changed in place is changed for its caller, too
            labels.copy_(marked)
        return result


def take_a_mask(sought: Sought) -> list[str]:
    """Let a function that is told by a mask what counts take the label that does not; what to say of it."""
    function, asked = sought.function(), dict(sought.asked)
    if function is None or not {TARGETS, IGNORE} <= asked.keys():
        return []
    own = inspect.signature(function).parameters
    masks = [name for name in own if name == MASK or name.endswith(f"_{MASK}")]
    labels = [name for name in own if likeness(TARGETS, name)]
    if len(masks) != 1 or len(labels) != 1 or any(map(OF_IGNORED.search, own)):
        return []
    taken = {TARGETS: inspect.Parameter.empty, IGNORE: asked[IGNORE]}

    def marked(given: Mapping[str, Any]) -> dict[str, Any]:
        counts = given[TARGETS] != given.get(IGNORE, asked[IGNORE])
        return {labels[0]: given[TARGETS] * counts, masks[0]: counts}

    sought.put(restated(function, {*masks, *labels}, taken, marked))
    return [f"your {masks[0]} is False where {TARGETS} are {IGNORE}; there your {labels[0]} are 0"]


def ignoring_for(function: Any, asked: Parameters) -> Ignoring | None:
    """The function, if it has labels and no mask, speaks of -100, and the problem gives both."""
    masks = [name for name, default in asked if default is REQUIRED and (name.endswith(MASK) or name == MASKED)]
    code = code_of(function) if callable(function) and not isinstance(function, type) else None
    if code is None or len(masks) != 1 or dict(asked).keys().isdisjoint(TRUTHS):
        return None
    own = [one for one in inspect.signature(function).parameters.values() if one.kind is not one.VAR_KEYWORD]
    plain = [one for one in own if one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)]
    shown = in_a_row([name for name, _ in asked])  # `vocab_size`
    needed = [one for one in plain if one.default is one.empty and one.name not in shown]
    labels = [one.name for one in needed if likeness(LABELS, one.name)]
    labels = labels or [one.name for one in plain if likeness(LABELS, one.name)]
    is_masked = any(likeness(masks[0], one.name) or one.name.endswith(MASK) for one in plain)
    if is_masked or len(plain) != len(own) or len(labels) != 1:
        return None
    if len(needed) != sum(default is REQUIRED for _, default in asked) - 1:
        return None
    return Ignoring(function, labels[0], masks[0]) if speaks_of_ignored(function) else None


def speaks_of_ignored(function: Any) -> bool:
    """Whether -100 stands in a function, or in what it reads of the file, or is a default: `ignore_index=-100`."""
    code = code_of(function)
    if code is None:
        return False
    defaults = [one.default for one in inspect.signature(function).parameters.values() if type(one.default) is int]
    return IGNORED in (*defaults, *numbers_in(code, getattr(inspect.unwrap(function), "__globals__", {})))


def numbers_in(code: CodeType, of_the_file: dict[str, Any]) -> Iterator[Any]:
    """The whole numbers in a function, and those of the file that it reads."""
    for one in codes_in(code):
        yield from (value for value in one.co_consts if type(value) is int)
        yield from (of_the_file[name] for name in one.co_names if type(of_the_file.get(name)) is int)
