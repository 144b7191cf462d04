# problem: grpo-loss
def policy_objective(batch, clip=0.2, beta=0.04):
    ratio = torch.exp(batch["logps"] - batch["old_logps"])
    adv = batch["advantages"].unsqueeze(-1)
    gain = torch.minimum(ratio * adv, ratio.clamp(1 - clip, 1 + clip) * adv)
    gap = batch["ref_logps"] - batch["logps"]
    kl = torch.exp(gap) - gap - 1
    loss = beta * kl - gain
    mask = batch["mask"]
    return ((loss * mask).sum(-1) / mask.sum(-1)).mean()
