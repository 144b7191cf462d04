# problem: perplexity
class Perplexity(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.cfg = cfg
    def forward(self, logits, targets):
        cfg = self.cfg
        l = F.cross_entropy(logits.transpose(1, 2), targets, ignore_index=cfg["ignore_index"], reduction="sum")
        m = targets != cfg["ignore_index"]
        return (l / m.sum()).exp()
