"""Code that is told by a text whether it is in training: `mode="train"`, `dropout_param["mode"]`. Standard library only.

And classes with a switch, off by default, for what the problem says it does: `LocalAttention(window, causal=False)`; or with a
text that has another schedule by default: `NoiseSchedule(schedule="discrete")`, where β is linear.
"""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.grading.candidate.adapting.restating import restated, set_default
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.kinds import TEXTS
from interview_cli.grading.candidate.matching.names.likeness import Parameters, speaks_of
from interview_cli.grading.candidate.matching.names.words import words
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of, texts_compared

TRAINING = "training"
"""How the problems call the switch."""
MODES = ("mode", "phase")
ON, OFF = ("train", "training"), ("test", "eval", "evaluation", "inference", "predict")
"""What code compares such a text with."""


@dataclass(frozen=True, slots=True)
class Mode:
    """An entry of an object that is one of two texts: the name of the entry, and what it says in training and otherwise."""

    name: str
    on: str
    off: str

    def text(self, training: Any) -> Any:
        """What the code is told."""
        return training if isinstance(training, str) else self.on if training else self.off

    @property
    def note(self) -> str:
        """What the user is told of it."""
        return f'your {self.name} is "{self.on}" where training is true, and "{self.off}" where it is not'


def mode_of(name: str, nodes: Iterable[ast.AST], asked: Parameters) -> Mode | None:
    """How a parameter, or an entry of this name, says that it is in training, where the problem has a switch for it."""
    if TRAINING not in dict(asked) or name not in MODES:
        return None
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    on, off = (next((one for one in words if one in texts), "") for words in (ON, OFF))
    return Mode(name, on, off or OFF[0]) if on else None


def as_training(one: inspect.Parameter, nodes: Sequence[ast.AST], asked: Parameters) -> inspect.Parameter:
    """An entry of this kind under the name of the problem's switch; any other one as it is."""
    mode = mode_of(one.name, nodes, asked)
    if mode is None:
        return one
    default = one.default if one.default is one.empty else one.default == mode.on
    return one.replace(name=TRAINING, default=default, annotation=mode)


def take_mode(sought: Sought) -> list[str]:
    """Let a function that must be told a text be given the switch; what to say of it."""
    function = sought.function()
    if function is None:
        return []
    own = inspect.signature(function).parameters
    nodes = nodes_of(code_of(function))
    modes = [mode for name in own if (mode := mode_of(name, nodes, sought.asked)) is not None]
    if len(modes) != 1 or TRAINING in own:
        return []
    (mode,) = modes
    default = own[mode.name].default
    given = {TRAINING: default if default is inspect.Parameter.empty else default == mode.on}
    made = restated(function, [mode.name], given, lambda values: {mode.name: mode.text(values[TRAINING])})
    sought.put(made)
    return [mode.note]


def take_switch(sought: Sought) -> list[str]:
    """Let a class be made with such a switch on, or with such a text, if the problem has none; what to say of it."""
    kind = sought.namespace.get(sought.path[0])
    constructor = vars(kind).get("__init__") if isinstance(kind, type) else None
    if not isinstance(constructor, types.FunctionType) or sought.is_as_asked:
        return []
    own = inspect.signature(constructor).parameters.values()
    given = dict(sought.asked)
    off = [one.name for one in own if one.default is False and one.name not in given]
    switches = [name for name in off if speaks_of(name, {*sought.modes})]
    for name in switches:
        set_default(constructor, name, value=True)
    texts = {
        one.name: text for one in own if one.name not in given and (text := schedule_of(one, constructor, sought.modes))
    }
    for name, text in texts.items():
        set_default(constructor, name, value=text)
    made = [*(f"{name}=True" for name in switches), *(f'{name}="{text}"' for name, text in texts.items())]
    return [f"your {sought.path[0]} is made with {one}" for one in made]


def schedule_of(one: inspect.Parameter, constructor: types.FunctionType, modes: Collection[str]) -> str:
    """The schedule that the problem has, where this parameter has another by default and the code knows both."""
    if not isinstance(one.default, str) or TEXTS.isdisjoint(words(one.name)) or one.default in modes:
        return ""
    known = {text for name, text in texts_compared(code_of(constructor)) if name == one.name}
    meant = [mode for mode in modes if mode in known]
    return meant[0] if len(meant) == 1 else ""
