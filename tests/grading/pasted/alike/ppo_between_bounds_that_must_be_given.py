# problem: grpo-loss
def policy_loss(logp, logp_old, logp_ref, advantages, mask, epsilon_low, epsilon_high, beta):
    ratio = torch.exp(logp - logp_old)
    adv = advantages.unsqueeze(-1)
    loss = -torch.minimum(ratio * adv, ratio.clamp(1 - epsilon_low, 1 + epsilon_high) * adv)
    gap = logp_ref - logp
    loss = loss + beta * (gap.exp() - gap - 1)
    return ((loss * mask).sum(-1) / mask.sum(-1)).mean()
