# problem: grpo-loss
# says: given in your config:
def compute_loss(batch, config):
    ratio = torch.exp(batch["logps"] - batch["old_logps"])
    adv = batch["advantages"].unsqueeze(-1)
    low, high = 1 - config.epsilon_low, 1 + config.epsilon_high
    loss = -torch.minimum(ratio * adv, ratio.clamp(low, high) * adv)
    if config.beta != 0.0:
        gap = batch["ref_logps"] - batch["logps"]
        loss = loss + config.beta * (gap.exp() - gap - 1)
    mask = batch["mask"]
    return ((loss * mask).sum(-1) / mask.sum(-1)).mean()
