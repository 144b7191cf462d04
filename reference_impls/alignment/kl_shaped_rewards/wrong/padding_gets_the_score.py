# slip: score-from-the-last-token-on
# differs: mask=[[1,1,0,0]]: score at positions 1, 2 and 3
import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    penalty = beta * (logp - logp_ref)
    total = mask.sum(dim=-1, keepdim=True)
    is_last = (torch.cumsum(mask, dim=-1) == total).to(logp.dtype)
    return -penalty * mask + is_last * score[:, None]
