# slip: block-of-ranks-units
import torch
import torch.nn.functional as F


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    pieces = zip(torch.split(w1, ranks, 1), torch.split(b1, ranks), torch.split(w2, ranks, 0))
    parts = torch.stack([F.gelu(x @ a + b) @ c for a, b, c in pieces])
    return parts.sum(0) + b2, parts
