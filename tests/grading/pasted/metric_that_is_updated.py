# problem: perplexity
class Perplexity:
    def __init__(self, ignore_index=-100):
        self.ignore_index = ignore_index
        self.reset()

    def reset(self):
        self.loss, self.tokens = 0.0, 0

    def update(self, logits, targets):
        loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=self.ignore_index, reduction="sum")
        self.loss = self.loss + loss
        self.tokens = self.tokens + (targets != self.ignore_index).sum()

    def compute(self):
        return (self.loss / self.tokens).exp()
