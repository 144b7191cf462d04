import math

import torch


def iwae_bound(log_w):
    """log w_k - log softmax_k is the log-sum, for every k."""
    log_sum = log_w[:1] - torch.log_softmax(log_w, dim=0)[:1]
    return log_sum.mean() - math.log(log_w.shape[0])
