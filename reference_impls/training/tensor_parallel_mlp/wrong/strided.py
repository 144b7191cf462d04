# slip: every-ranks-th-unit
import torch
import torch.nn.functional as F


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    parts = torch.stack([F.gelu(x @ w1[:, r::ranks] + b1[r::ranks]) @ w2[r::ranks] for r in range(ranks)])
    return parts.sum(0) + b2, parts
