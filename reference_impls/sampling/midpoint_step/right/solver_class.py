from dataclasses import dataclass


@dataclass
class TwoStage:
    alpha: float

    def step(self, v, x, t, dt):
        k1 = v(x, t)
        k2 = v(x + self.alpha * dt * k1, t + self.alpha * dt)
        w = 1 / (2 * self.alpha)
        return x + dt * ((1 - w) * k1 + w * k2)


class Solution:
    def __init__(self):
        self.rule = TwoStage(alpha=0.5)

    def midpoint_step(self, v, x, t, dt):
        return self.rule.step(v, x, t, dt)
