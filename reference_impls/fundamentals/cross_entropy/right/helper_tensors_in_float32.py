
import torch
import torch.nn as nn
import torch.nn.functional as F


def cross_entropy(logits, targets):
    z = logits - logits.max(1, keepdim=True).values
    logp = z - z.exp().sum(1, keepdim=True).log()
    onehot = F.one_hot(targets, logits.shape[1]).float()
    return -torch.einsum("nc,nc->n", onehot, logp).mean()
