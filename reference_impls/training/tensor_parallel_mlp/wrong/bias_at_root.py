# slip: bias-on-rank-0
import torch
import torch.nn.functional as F


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    k = w1.shape[1] // ranks
    parts = []
    for r in range(ranks):
        s = slice(r * k, r * k + k)
        y = F.gelu(x @ w1[:, s] + b1[s]) @ w2[s]
        parts.append(y + b2 if r == 0 else y)
    return sum(parts), torch.stack(parts)
