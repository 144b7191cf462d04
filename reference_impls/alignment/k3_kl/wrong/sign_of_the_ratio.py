# slip: ratio-inverted
import torch


def k3_kl(logp, logp_ref):
    log_ratio = logp - logp_ref
    return torch.exp(log_ratio) - 1 - log_ratio
