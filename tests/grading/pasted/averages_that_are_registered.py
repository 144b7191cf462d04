# problem: ema
# says: EMA.register is called on each new object
# says: EMA.ema is graded as copy_to
class EMA:
    def __init__(self, mu=0.999):
        self.mu = mu
        self.shadow = {}

    def register(self, module):
        for name, value in module.named_parameters():
            self.shadow[name] = value.data.clone()

    def update(self, module):
        for name, value in module.named_parameters():
            self.shadow[name] = self.mu * self.shadow[name] + (1 - self.mu) * value.data

    def ema(self, module):
        for name, value in module.named_parameters():
            value.data.copy_(self.shadow[name])
