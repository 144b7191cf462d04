# slip: penalty-detached
import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    with torch.no_grad():
        kl = torch.exp(logp_ref - logp) - (logp_ref - logp) - 1
    r = (logp - logp_old).exp()
    A = advantages.view(-1, 1)
    gain = torch.minimum(r * A, r.clamp(1 - clip, 1 + clip) * A)
    return -(((gain - beta * kl) * mask).sum(1) / mask.sum(1)).mean()
