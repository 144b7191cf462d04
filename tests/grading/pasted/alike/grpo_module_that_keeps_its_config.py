# problem: grpo-loss
class GRPOLoss(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
    def forward(self, batch):
        ratio = torch.exp(batch["logps"] - batch["old_logps"])
        adv = batch["advantages"].unsqueeze(-1)
        loss = -torch.minimum(ratio * adv, ratio.clamp(1-self.config.clip, 1+self.config.clip) * adv)
        gap = batch["ref_logps"] - batch["logps"]
        loss = loss + self.config.beta * (gap.exp() - gap - 1)
        mask = batch["mask"]
        return ((loss * mask).sum(-1) / mask.sum(-1)).mean()
