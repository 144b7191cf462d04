import torch


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    h = (pol_w - ref_w).sub(pol_l - ref_l).mul(beta)
    low, high = torch.where(h > 0, 0.0, h), torch.where(h > 0, h, 0.0)
    per = torch.where(h > 0, torch.log1p(torch.exp(-high)), -low + torch.log1p(torch.exp(low)))
    return per.sum() / len(per)
