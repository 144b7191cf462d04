# problem: grpo-loss
# says: given in your config: clip_low, clip_high and beta
class GRPOLoss(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.lo, self.hi, self.beta = config["clip_low"], config["clip_high"], config["beta"]
    def forward(self, batch):
        lp, old, ref = batch["logps"], batch["old_logps"], batch["ref_logps"]
        r = (lp - old).exp()
        A = batch["advantages"].unsqueeze(-1)
        obj = torch.min(r * A, r.clamp(1 - self.lo, 1 + self.hi) * A)
        d = ref - lp
        obj = obj - self.beta * (d.exp() - d - 1)
        m = batch["mask"]
        return -((obj * m).sum(1) / m.sum(1)).mean()
