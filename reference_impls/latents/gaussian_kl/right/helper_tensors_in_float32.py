
import torch
import torch.nn as nn
import torch.nn.functional as F


def gaussian_kl(mu, log_sigma):
    per = 0.5 * (mu ** 2 + (2 * log_sigma).exp() - 1) - log_sigma
    return per @ torch.ones(mu.shape[1])
