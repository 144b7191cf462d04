# slip: ho-salimans-weight
import torch

def cfg_score(score_c, score_u, w):
    out = score_u + (w + 1) * (score_c - score_u)
    return out * score_c.norm() / (out.norm() + 1e-8)
