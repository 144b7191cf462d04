# slip: none
import torch
import torch.nn.functional as F


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    z = zip(w1.chunk(ranks, 1), b1.chunk(ranks), w2.chunk(ranks, 0))
    parts = torch.stack([(F.gelu(x @ a + b) @ c).detach() for a, b, c in z])
    return F.gelu(x @ w1 + b1) @ w2 + b2, parts
