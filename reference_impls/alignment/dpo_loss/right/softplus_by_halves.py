import torch


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    h = (pol_w - ref_w).sub(pol_l - ref_l).mul(beta)
    per = torch.where(h > 0, torch.log1p(torch.exp(-h.clamp(min=0))), -h.clamp(max=0) + torch.log1p(torch.exp(h.clamp(max=0))))
    return per.sum() / len(per)
