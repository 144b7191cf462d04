# slip: one-maximum-for-all
import torch


def iwae_bound(log_w):
    m = log_w.max()
    return (m + torch.log(torch.exp(log_w - m).mean(0))).mean()
