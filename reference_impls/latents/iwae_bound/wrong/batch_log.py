# slip: log-k-of-the-batch
import math

import torch


def iwae_bound(log_w):
    return (torch.logsumexp(log_w, 0) - math.log(log_w.shape[1])).mean()
