# slip: one-mean-over-all
import math

import torch


def iwae_bound(log_w):
    return torch.logsumexp(log_w, dim=(0, 1)) - math.log(log_w.numel())
