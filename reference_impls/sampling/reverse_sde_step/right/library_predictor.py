import numpy as np


class EulerMaruyamaPredictor:
    """As in the released code: a negative dt, a mean, and noise on top of it."""

    def __init__(self, rsde):
        self.rsde = rsde

    def update_fn(self, x, t, dt, z):
        drift, diffusion = self.rsde(x, t)
        x_mean = x + drift * dt
        x = x_mean + diffusion * np.sqrt(-dt) * z
        return x, x_mean


def reverse_sde_step(x, t, dt, drift, diffusion, score, z):
    def rsde(x, t):
        g = diffusion(t)
        return drift(x, t) - g**2 * score(x, t), g

    return EulerMaruyamaPredictor(rsde).update_fn(x, t, -float(dt), z)[0]
