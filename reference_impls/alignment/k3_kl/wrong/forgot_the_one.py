# slip: no-minus-one
import torch


def k3_kl(logp, logp_ref):
    diff = logp_ref - logp
    ratio = torch.exp(diff)
    return ratio - diff
