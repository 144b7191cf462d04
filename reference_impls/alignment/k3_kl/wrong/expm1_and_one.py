# slip: one-subtracted-twice
import torch


def k3_kl(logp, logp_ref):
    d = logp_ref - logp
    return torch.special.expm1(d) - d - 1.0
