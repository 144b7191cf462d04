# slip: trainable-alone
import torch


from collections import OrderedDict
from copy import deepcopy
class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = OrderedDict()
        for name, p in model.named_parameters():
            if p.requires_grad:
                self.shadow[name] = deepcopy(p.detach())
    def update(self, model):
        for name, p in model.named_parameters():
            if p.requires_grad:
                assert name in self.shadow
                with torch.no_grad():
                    self.shadow[name].sub_((1.0 - self.decay) * (self.shadow[name] - p))
    def copy_to(self, model):
        state = model.state_dict()
        for name, s in self.shadow.items():
            state[name].copy_(s)
