# problem: vp-marginal
# says: left out, since these files are not here: .sde
from .sde import SDE


class VPSDE(SDE):
    def __init__(self, beta_min: float = 0.1, beta_max: float = 20, T: float = 1.0, epsilon: float = 1e-5):
        super().__init__(T, epsilon)
        self.beta_min = beta_min
        self.beta_max = beta_max

    def marginal_prob_scalars(self, t: Tensor) -> tuple[Tensor, Tensor]:
        log_coeff = 0.5 * (self.beta_max - self.beta_min) * t**2 + self.beta_min * t
        return torch.exp(-0.5 * log_coeff), torch.sqrt(1.0 - torch.exp(-log_coeff))
