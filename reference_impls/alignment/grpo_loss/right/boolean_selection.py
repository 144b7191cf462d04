import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    keep = mask.bool()
    lengths = keep.sum(dim=1)
    weight = (1.0 / lengths).unsqueeze(1).expand_as(logp)[keep] / len(logp)
    new, old, ref = logp[keep], logp_old[keep].detach(), logp_ref[keep].detach()
    adv = torch.repeat_interleave(advantages, lengths)
    ratio = (new - old).exp()
    gain = torch.minimum(ratio * adv, torch.clip(ratio, 1.0 - clip, 1.0 + clip) * adv)
    kl = (ref - new).expm1() + new - ref
    return -torch.dot(weight.to(gain), gain - beta * kl)
