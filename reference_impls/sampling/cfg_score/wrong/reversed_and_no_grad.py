# slip: difference-reversed
import torch

@torch.no_grad()
def cfg_score(score_c, score_u, w):
    return score_u + w * (score_u - score_c)
