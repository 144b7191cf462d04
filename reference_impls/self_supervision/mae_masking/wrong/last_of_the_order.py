# slip: last-of-the-order-kept
import torch

def random_masking(x, ratio, noise):
    B, L, D = x.shape
    k = L - round(L * ratio)
    sh = noise.argsort(1)
    re = sh.argsort(1)
    kept = x.gather(1, sh[:, L - k:, None].expand(-1, -1, D))
    mask = torch.ones(B, L)
    mask[:, :k] = 0
    mask = mask.gather(1, re)
    return kept, mask, re
