# problem: clip-loss
# says: your temperature is 1 / logit_scale
class ContrastiveLoss(nn.Module):
    def __init__(self, temperature=0.07):
        super().__init__()
        self.temperature = temperature

    def forward(self, images, texts):
        scores = F.normalize(images, dim=-1) @ F.normalize(texts, dim=-1).T / self.temperature
        own = torch.arange(len(scores))
        return (F.cross_entropy(scores, own) + F.cross_entropy(scores.T, own)) / 2
