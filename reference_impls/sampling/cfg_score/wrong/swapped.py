# slip: scores-exchanged
import torch


def cfg_score(score_c, score_u, w):
    return torch.lerp(score_c, score_u, float(w))
