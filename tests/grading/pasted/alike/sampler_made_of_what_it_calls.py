# problem: flow-sample
# not: can only be made
from dataclasses import dataclass
from typing import Callable


@dataclass
class Euler:
    flow: Callable
    num_steps: int

    @torch.no_grad()
    def sample(self, z):
        for i in range(self.num_steps):
            when = z.new_full((len(z),), i / self.num_steps)
            z = z + self.flow(z, when) / self.num_steps
        return z
