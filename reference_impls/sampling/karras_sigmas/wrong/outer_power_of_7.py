# slip: outer-power-of-7
import torch


def karras_sigmas(n, sigma_min=0.002, sigma_max=80.0, rho=7.0):
    # rho = 5: first value is 80 ** (7/5), not 80
    step_indices = torch.arange(n, dtype=torch.float64)
    t_steps = (sigma_max ** (1 / rho) + step_indices / (n - 1)
               * (sigma_min ** (1 / rho) - sigma_max ** (1 / rho))) ** 7
    t_steps = torch.cat([t_steps, torch.zeros_like(t_steps[:1])])
    return t_steps
