# problem: grpo-loss
def make_loss(config):
    def loss_fn(batch):
        ratio = torch.exp(batch["logps"] - batch["old_logps"])
        adv = batch["advantages"].unsqueeze(-1)
        loss = -torch.minimum(ratio * adv, ratio.clamp(1-config.clip, 1+config.clip) * adv)
        gap = batch["ref_logps"] - batch["logps"]
        loss = loss + config.beta * (gap.exp() - gap - 1)
        mask = batch["mask"]
        return ((loss * mask).sum(-1) / mask.sum(-1)).mean()
    return loss_fn
