# expect: fail
# family: forged verdicts
# attempts: a shadow that hangs on its history, in a dict whose items, taken one by one, are no tensors at all
# stopped by: laws
# problem: ema
import torch


class Hidden:
    def __init__(self, tensor):
        self.tensor = tensor


class Shadow(dict):
    def __getitem__(self, key):
        return Hidden(dict.__getitem__(self, key))


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = Shadow({name: p.clone() for name, p in model.named_parameters()})

    def update(self, model):
        for name, p in model.named_parameters():
            old = dict.__getitem__(self.shadow, name)
            dict.__setitem__(self.shadow, name, self.decay * old + (1 - self.decay) * p)

    def copy_to(self, model):
        with torch.no_grad():
            for name, p in model.named_parameters():
                p.copy_(dict.__getitem__(self.shadow, name))
