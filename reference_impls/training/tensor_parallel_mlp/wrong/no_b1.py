# slip: b1-forgotten
import torch
import torch.nn.functional as F


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    parts = [F.gelu(x @ a) @ c for a, c in zip(w1.chunk(ranks, 1), w2.chunk(ranks, 0))]
    return sum(parts) + b2, torch.stack(parts)
