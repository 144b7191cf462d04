# problem: vp-marginal
# A model that lives on a GPU: the default says so, and the two ends are numbered.
import torch


def marginal(t, device="cuda", beta_1=20.0, beta_0=0.1):
    t = torch.as_tensor(t, device=device)
    log_alpha = -(t**2) * (beta_1 - beta_0) / 4 - t * beta_0 / 2
    return log_alpha.exp(), (1 - (2 * log_alpha).exp()).sqrt()
