# problem: ema
# expect: fail
# says: With `if True:` there, your code passes every check
class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = {name: weight.detach().clone() for name, weight in model.named_parameters()}

    def update(self, model):
        for name, weight in model.named_parameters():
            if weight.requires_grad:
                self.shadow[name].mul_(self.decay)
                self.shadow[name].add_(weight.data, alpha=1 - self.decay)

    def copy_to(self, model):
        for name, weight in model.named_parameters():
            weight.data.copy_(self.shadow[name])
