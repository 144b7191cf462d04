import torch


def cfg_score(score_c, score_u, w):
    both = torch.cat([score_u, score_c])
    uncond, text = both.chunk(2)
    return uncond + w * (text - uncond)
