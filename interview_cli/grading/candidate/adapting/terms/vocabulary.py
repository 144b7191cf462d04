"""Training of a tokenizer that is told how large the vocabulary is to be, where a problem gives the number of merges.

Byte-level BPE starts from 256 bytes, and each merge adds one: `train(text, vocab_size)`. Standard library only.
"""

from __future__ import annotations

import ast
import inspect
import types

from interview_cli.grading.candidate.adapting.restating import restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.likeness import likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of

MERGES = "n_merges"
"""What problems call the number of merges."""
SIZES = ("vocab_size", "vocabulary_size", "target_vocab_size", "max_vocab_size")
"""What code calls the size of the vocabulary."""
BYTES = 256


def take_vocabulary(sought: Sought) -> list[str]:
    """Let a function or a method take the number of merges where it takes the size of the vocabulary; what to say of it."""
    function = sought.function()
    if MERGES not in dict(sought.asked) or function is None:
        return []
    own = inspect.signature(function).parameters
    sizes = [name for name in own if name in SIZES]
    if len(sizes) != 1 or any(likeness(MERGES, name) for name in own) or goes_as_far(function, sizes[0]):
        return []
    merges = {MERGES: inspect.Parameter.empty}
    sought.put(restated(function, sizes, merges, lambda given: {sizes[0]: BYTES + given[MERGES]}))
    return [f"your {sizes[0]} is {BYTES} + {MERGES}"]


def goes_as_far(function: types.FunctionType, size: str) -> bool:
    """Whether it merges so many times: `for i in range(vocab_size)`."""
    for node in nodes_of(code_of(function)):
        match node:
            case ast.Call(func=ast.Name(id="range"), args=[ast.Name(id=name)]) if name == size:
                return True
    return False
