# slip: none
import torch


def iwae_bound(log_w):
    return torch.logsumexp(log_w, dim=1).mean()
