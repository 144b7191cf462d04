from dataclasses import dataclass

import torch


@dataclass
class ExplicitMethod:
    nodes: tuple
    weights: tuple

    def __call__(self, v, x, t, dt):
        ks = [v(x, t + c * dt) for c in self.nodes]
        return x + dt * torch.stack([b * k for b, k in zip(self.weights, ks)]).sum(dim=0)


class Solution:
    def euler_step(self, v, x, t, dt):
        return ExplicitMethod((0.0,), (1.0,))(v, x, t, dt)
