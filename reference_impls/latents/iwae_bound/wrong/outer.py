# slip: divided-by-k
import torch


def iwae_bound(log_w):
    return (torch.logsumexp(log_w, 0) / log_w.shape[0]).mean()
