# problem: ema
# expect: fail
# says: EMA.register is called on each new object
# says: own tensor to the model
class EMA:
    def __init__(self, model, decay):
        self.model, self.decay, self.shadow, self.backup = model, decay, {}, {}

    def register(self):
        for name, value in self.model.named_parameters():
            self.shadow[name] = value.data.clone()

    def update(self):
        for name, value in self.model.named_parameters():
            assert name in self.shadow
            self.shadow[name] = (1.0 - self.decay) * value.data + self.decay * self.shadow[name]

    def apply_shadow(self):
        for name, value in self.model.named_parameters():
            self.backup[name], value.data = value.data, self.shadow[name]
