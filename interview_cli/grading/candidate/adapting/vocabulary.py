"""Training of a tokenizer that is told how large the vocabulary is to be, where a problem gives the number of merges.

Byte-level BPE starts from 256 bytes, and each merge adds one: `train(text, vocab_size)`. Standard library only.
"""

from __future__ import annotations

import ast
import functools
import inspect
import types
from collections.abc import Sequence
from typing import Any

from interview_cli.grading.candidate.matching.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.likeness import Parameters, likeness

MERGES = "n_merges"
"""What problems call the number of merges."""
SIZES = ("vocab_size", "vocabulary_size", "target_vocab_size", "max_vocab_size")
"""What code calls the size of the vocabulary."""
BYTES = 256


def take_vocabulary(namespace: dict[str, Any], path: Sequence[str], asked: Parameters) -> list[str]:
    """Let a function or a method take the number of merges where it takes the size of the vocabulary; what to say of it."""
    owner = namespace.get(path[0])
    function = vars(owner).get(path[1]) if isinstance(owner, type) and len(path) == 2 else owner
    if MERGES not in dict(asked) or not isinstance(function, types.FunctionType):
        return []
    own = inspect.signature(function).parameters
    sizes = [name for name in own if name in SIZES]
    if len(sizes) != 1 or any(likeness(MERGES, name) for name in own) or goes_as_far(function, sizes[0]):
        return []
    if isinstance(owner, type):
        setattr(owner, path[1], with_merges(function, sizes[0]))
    else:
        namespace[path[0]] = with_merges(function, sizes[0])
    return [f"your {sizes[0]} is {BYTES} + {MERGES}"]


def goes_as_far(function: types.FunctionType, size: str) -> bool:
    """Whether it merges so many times: `for i in range(vocab_size)`."""
    for node in nodes_of(code_of(function)):
        match node:
            case ast.Call(func=ast.Name(id="range"), args=[ast.Name(id=name)]) if name == size:
                return True
    return False


def with_merges(function: types.FunctionType, size: str) -> Any:
    """The function, which is given how often to merge under this name."""
    own = inspect.signature(function)

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = own.bind(*args, **kwargs)
        if size in given.arguments:
            given.arguments[size] += BYTES
        return function(*given.args, **given.kwargs)

    return call
