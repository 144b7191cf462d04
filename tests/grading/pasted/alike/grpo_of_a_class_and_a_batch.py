# problem: grpo-loss
class GRPOLoss:
    def __init__(self, clip=0.2, beta=0.04):
        self.clip, self.beta = clip, beta
    def compute(self, batch):
        ratio = torch.exp(batch["logps"] - batch["old_logps"])
        adv = batch["advantages"].unsqueeze(-1)
        loss = -torch.minimum(ratio * adv, ratio.clamp(1-self.clip, 1+self.clip) * adv)
        gap = batch["ref_logps"] - batch["logps"]
        loss = loss + self.beta * (gap.exp() - gap - 1)
        mask = batch["mask"]
        return ((loss * mask).sum(-1) / mask.sum(-1)).mean()
