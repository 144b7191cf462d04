"""Which torch functions run, and how much their results hold: in the candidate's process and in the judge's alike."""

from __future__ import annotations

from typing import Any

import torch
from torch.overrides import TorchFunctionMode


class Trace(TorchFunctionMode):
    """Records the torch functions that run and the most elements that one of their results holds.

    At the level of functions, not of dispatched operators: the names are those that a problem forbids, and a dispatch mode
    imports torch._dynamo on its first use (0.5 s).
    """

    def __init__(self) -> None:
        super().__init__()
        self.operators: set[str] = set()
        self.largest = 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        self.operators.add(str(getattr(func, "__name__", func)).strip("_"))
        for part in result if isinstance(result, tuple | list) else (result,):
            if isinstance(part, torch.Tensor):
                self.largest = max(self.largest, stored_elements(part))
        return result


def stored_elements(tensor: torch.Tensor) -> int:
    """Elements that really lie in memory: a view or an expansion holds no more than its storage.

    Under vmap and the like there is no storage to look at; the elements are those of one sample.
    """
    try:
        held = tensor.untyped_storage().nbytes()
    except (NotImplementedError, RuntimeError):
        return tensor.numel()
    return min(tensor.numel(), held // max(1, tensor.element_size()))
