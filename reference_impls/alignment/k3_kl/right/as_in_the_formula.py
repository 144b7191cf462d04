import torch


def k3_kl(logp, logp_ref):
    log_ratio = logp_ref.detach() - logp
    return torch.exp(log_ratio) - log_ratio - 1
