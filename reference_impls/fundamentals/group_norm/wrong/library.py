# slip: none
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    return torch.nn.functional.group_norm(x, groups, gamma, beta, eps)
