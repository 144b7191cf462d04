# slip: bias-shared-out
import torch
import torch.nn.functional as F


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    k = w1.shape[1] // ranks
    parts = []
    for r in range(ranks):
        s = slice(r * k, r * k + k)
        parts.append(F.gelu(x @ w1[:, s] + b1[s]) @ w2[s] + b2 / ranks)
    return sum(parts), torch.stack(parts)
