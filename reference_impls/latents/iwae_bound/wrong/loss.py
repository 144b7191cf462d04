# slip: negative
import math

import torch


def iwae_bound(log_w):
    return -(torch.logsumexp(log_w, 0) - math.log(log_w.shape[0])).mean()
