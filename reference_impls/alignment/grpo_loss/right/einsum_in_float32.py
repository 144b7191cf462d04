import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    logp, logp_old, logp_ref, advantages, mask = (x.float() for x in (logp, logp_old, logp_ref, advantages, mask))
    r = torch.exp(logp - logp_old)
    excess = torch.relu(r - (1 + clip)) * (advantages > 0)[:, None] - torch.relu((1 - clip) - r) * (advantages < 0)[:, None]
    gain = torch.einsum("bt,b->bt", r - excess, advantages)
    kl = (logp_ref - logp).exp() - (logp_ref - logp) - 1
    n = mask.sum(1)
    return (torch.einsum("bt,bt->b", beta * kl - gain, mask) / n).mean()
