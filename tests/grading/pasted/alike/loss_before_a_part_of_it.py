# problem: grpo-loss
# says: your code returns 2 results: the first one is graded
def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    ratio = torch.exp(logp - logp_old)
    weight = advantages[:, None]
    gain = torch.min(ratio * weight, torch.clamp(ratio, 1 - clip, 1 + clip) * weight)
    gap = logp_ref - logp
    kl_loss = torch.exp(gap) - gap - 1
    each = ((gain - beta * kl_loss) * mask).sum(1) / mask.sum(1)
    return -each.mean(), kl_loss
