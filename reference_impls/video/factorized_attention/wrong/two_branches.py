# slip: branches-added
import torch


def factorized_attention(x, attend):
    B, F, N, D = x.shape
    spatial = torch.stack([attend(x[:, i]) for i in range(F)], 1)
    temporal = torch.stack([attend(x[:, :, i]) for i in range(N)], 2)
    return temporal + spatial
