# slip: ratio-detached
import torch


def k3_kl(logp, logp_ref):
    d = logp_ref - logp
    with torch.no_grad():
        rho = d.exp()
    return rho - d - 1
