# problem: shift-time
# says: your sigma is 1: it is a power, and the problem has none
def _shifted(self, mu: float, sigma: float, t: torch.Tensor) -> torch.Tensor:
    return mu / (mu + (1 / t - 1) ** sigma)
