# slip: policy-detached
import torch


@torch.no_grad()
def k3_kl(logp, logp_ref):
    d = logp_ref - logp
    return torch.exp(d) - d - 1
