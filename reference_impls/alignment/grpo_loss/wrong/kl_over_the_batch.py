# slip: penalty-over-all-positions
import torch


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    r = (logp - logp_old).exp()
    A = advantages.view(-1, 1)
    gain = torch.minimum(r * A, r.clamp(1 - clip, 1 + clip) * A)
    policy_loss = -((gain * mask).sum(1) / mask.sum(1)).mean()
    d = logp_ref - logp
    kl_loss = (d.exp() - d - 1).mean()
    return policy_loss + beta * kl_loss
