# slip: self-normalized
import torch


def iwae_bound(log_w):
    w = torch.softmax(log_w, 0)
    return (w * log_w).sum(0).mean()
