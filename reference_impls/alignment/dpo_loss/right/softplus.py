import torch


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    with torch.no_grad():
        ref_gap = ref_w - ref_l
    logits = (pol_w - pol_l) - ref_gap
    # -log sigmoid(x) = softplus(-x) = log(1 + e^-x)
    return torch.nn.functional.softplus(-beta * logits).sum() / pol_w.numel()
