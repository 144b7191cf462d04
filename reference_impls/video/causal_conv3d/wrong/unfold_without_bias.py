# slip: bias-ignored
import torch
import torch.nn.functional as F


def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    x = F.pad(x, (kw // 2, kw // 2, kh // 2, kh // 2, kt - 1, 0))
    patches = x.unfold(2, kt, 1).unfold(3, kh, 1).unfold(4, kw, 1)
    return torch.einsum("bcfhwtij,octij->bofhw", patches, weight)
