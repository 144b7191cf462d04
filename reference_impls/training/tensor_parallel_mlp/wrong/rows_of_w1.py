# slip: none
import torch
import torch.nn.functional as F


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    """Splits the inputs."""
    parts = [
        F.gelu(xs @ a + b1 / ranks) @ w2 for xs, a in zip(x.tensor_split(ranks, 1), w1.tensor_split(ranks, 0))
    ]
    return sum(parts) + b2, torch.stack(parts)
