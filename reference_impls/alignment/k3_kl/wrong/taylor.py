# slip: parabola-near-0
import torch


def k3_kl(logp, logp_ref):
    d = logp_ref - logp
    small = d.abs() < 0.1
    return torch.where(small, 0.5 * d * d, d.exp() - d - 1)
