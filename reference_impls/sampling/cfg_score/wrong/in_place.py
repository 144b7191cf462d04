# slip: none
import torch


def cfg_score(score_c, score_u, w):
    with torch.no_grad():
        score_u *= 1 - w
        score_u += w * score_c
    return score_u
