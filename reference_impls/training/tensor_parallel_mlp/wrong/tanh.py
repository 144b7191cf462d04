# slip: tanh-gelu
import torch


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    k = w1.shape[1] // ranks
    parts = []
    for r in range(ranks):
        s = slice(r * k, r * k + k)
        z = x @ w1[:, s] + b1[s]
        h = 0.5 * z * (1 + torch.tanh((2 / torch.pi) ** 0.5 * (z + 0.044715 * z**3)))
        parts.append(h @ w2[s])
    return sum(parts) + b2, torch.stack(parts)
