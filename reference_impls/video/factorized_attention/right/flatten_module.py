from dataclasses import dataclass
from typing import Callable

import torch
from torch import Tensor


@dataclass
class Along:
    axis: int
    attend: Callable

    def __call__(self, x: Tensor) -> Tensor:
        z = x.movedim(self.axis, -2)
        y = self.attend(z.flatten(0, 1))
        return y.unflatten(0, z.shape[:2]).movedim(-2, self.axis)


def factorized_attention(x: Tensor, attend) -> Tensor:
    over_space, over_time = Along(2, attend), Along(1, attend)
    return over_time(over_space(x))
