# problem: forward-diffuse
# expect: fail
# says: standard deviation
import numpy as np


class Diffusion(nn.Module):
    def __init__(self, betas: np.ndarray):
        super().__init__()
        tables = {"betas": betas.astype(np.float64), "betas_log": np.log(betas), "alphas_cumprod": np.cumprod(1.0 - betas)}
        for name, values in tables.items():
            self.register_buffer(name, torch.from_numpy(values).float())

    def q_sample(self, x_start, t, noise):
        level = self.alphas_cumprod[t].reshape(-1, *[1] * (x_start.ndim - 1))
        return level.sqrt() * x_start + (1 - level) * noise
