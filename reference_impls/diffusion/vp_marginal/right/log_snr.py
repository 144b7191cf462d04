import torch


def vp_marginal(t, beta_min=0.1, beta_max=20.0):
    wide = t.double()
    b = beta_min * wide + 0.5 * (beta_max - beta_min) * wide * wide
    log_snr = -torch.log(torch.expm1(b))
    return log_snr.sigmoid().sqrt().to(t.dtype), (-log_snr).sigmoid().sqrt().to(t.dtype)
