# slip: detached
import torch


@torch.no_grad()
def cfg_score(score_c, score_u, w):
    return (1 - w) * score_u + w * score_c
