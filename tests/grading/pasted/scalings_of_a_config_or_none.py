# problem: consistency-boundary
# says: graded as consistency_scalings
from dataclasses import dataclass


@dataclass
class Config:
    sigma_min: float = 0.002
    sigma_max: float = 80.0
    sigma_data: float = 0.5
    rho: float = 7.0


class CMStochasticIterativeScheduler:
    def __init__(self, config=None):
        self.config = config or Config()

    def get_scalings_for_boundary_condition(self, sigma):
        sigma_min = self.config.sigma_min
        sigma_data = self.config.sigma_data
        c_skip = sigma_data**2 / ((sigma - sigma_min) ** 2 + sigma_data**2)
        c_out = (sigma - sigma_min) * sigma_data / (sigma**2 + sigma_data**2) ** 0.5
        return c_skip, c_out
