# problem: attention-backward
# says: grad_q and grad_k and grad_v are graded together
import math

import torch


def weights_of(Q, K, causal):
    raw = Q @ K.mT / math.sqrt(Q.shape[-1])
    if causal:
        rows, columns = raw.shape[-2:]
        later = torch.ones(rows, columns, dtype=torch.bool).triu(columns - rows + 1)
        raw = raw.masked_fill(later, float("-inf"))
    return raw.softmax(-1)


def score_gradient(Q, K, V, dO, causal):
    weights = weights_of(Q, K, causal)
    arriving = dO @ V.mT
    return weights * (arriving - (weights * arriving).sum(-1, keepdim=True)) / math.sqrt(Q.shape[-1])


def grad_v(Q, K, V, dO, causal=False):
    return weights_of(Q, K, causal).mT @ dO


def grad_q(Q, K, V, dO, causal=False):
    return score_gradient(Q, K, V, dO, causal) @ K


def grad_k(Q, K, V, dO, causal=False):
    return score_gradient(Q, K, V, dO, causal).mT @ Q
