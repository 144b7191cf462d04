# problem: ema
# expect: fail
# says: swaps the weights
class WeightAverage:
    def __init__(self, model, decay=0.999):
        self.averaged, self.decay = copy.deepcopy(model).eval(), decay
        for weight in self.averaged.parameters():
            weight.requires_grad_(False)

    @torch.no_grad()
    def update(self, model):
        for kept, weight in zip(self.averaged.parameters(), model.parameters()):
            kept.mul_(1 - self.decay).add_(weight, alpha=self.decay)

    @torch.no_grad()
    def copy_to(self, model):
        for kept, weight in zip(self.averaged.parameters(), model.parameters()):
            weight.copy_(kept)
