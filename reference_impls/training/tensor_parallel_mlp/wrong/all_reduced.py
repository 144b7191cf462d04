# slip: output-on-every-rank
import torch
import torch.nn.functional as F


def tensor_parallel_mlp(x, w1, b1, w2, b2, ranks):
    out = F.gelu(x @ w1 + b1) @ w2 + b2
    return out, torch.stack([out] * ranks)
