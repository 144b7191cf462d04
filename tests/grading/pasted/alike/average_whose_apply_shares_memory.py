# problem: ema
# expect: fail
# says: Your code makes model and shadow share memory
class ExponentialMovingAverage:
    def __init__(self, model, beta=0.999):
        self.beta = beta
        self.shadow = {n: p.detach().clone() for n, p in model.named_parameters()}

    @torch.no_grad()
    def step(self, model):
        for n, p in model.named_parameters():
            self.shadow[n].mul_(self.beta).add_(p, alpha=1 - self.beta)

    @torch.no_grad()
    def apply(self, model):
        for n, p in model.named_parameters():
            p.data = self.shadow[n]
