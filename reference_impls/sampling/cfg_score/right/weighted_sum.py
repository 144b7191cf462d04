import torch


def cfg_score(score_c, score_u, w):
    weights = torch.tensor([w, 1 - w], dtype=score_c.dtype)
    return torch.einsum("k,k...->...", weights, torch.stack([score_c, score_u]))
