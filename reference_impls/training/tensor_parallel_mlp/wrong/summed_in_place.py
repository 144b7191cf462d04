# slip: summed-into-the-first-partial
import torch
import torch.nn.functional as F


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    size = w1.shape[1] // ranks
    partials = []
    for r in range(ranks):
        block = slice(r * size, r * size + size)
        partials.append(F.gelu(x @ w1[:, block] + b1[block]) @ w2[block, :])
    reduced = partials[0]
    for p in partials[1:]:
        reduced += p
    return reduced + b2, torch.stack(partials)
