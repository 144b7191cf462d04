import torch


def cfg_score(score_c, score_u, w):
    return torch.lerp(score_u, score_c, float(w))
