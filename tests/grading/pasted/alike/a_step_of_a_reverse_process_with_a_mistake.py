# problem: reverse-sde-step
# expect: fail
import math


class RSDE:
    """The process backwards in time."""

    def __init__(self, f, g, score_fn):
        self.f, self.g, self.score_fn = f, g, score_fn

    def sde(self, x, t):
        g = self.g(t)
        return self.f(x, t) - g**2 * self.score_fn(x, t), g


def em_step(rsde, x, t, step_size, z):
    drift, diffusion = rsde.sde(x, t)
    mean = x - drift * step_size
    return mean + diffusion * step_size * z
