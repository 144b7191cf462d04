from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Schedule:
    sigma_min: float
    sigma_max: float
    rho: float

    def root(self, sigma):
        return sigma ** (1 / self.rho)

    def at(self, u):
        """u = 0 at the highest level, 1 at the lowest."""
        return (self.root(self.sigma_max) * (1 - u) + self.root(self.sigma_min) * u) ** self.rho


class Solution:
    def karras_sigmas(self, n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
        schedule = Schedule(sigma_min, sigma_max, rho)
        levels = [schedule.at(u) for u in np.arange(n) / (n - 1)]
        return np.array([*levels, 0.0], dtype=np.float32)
