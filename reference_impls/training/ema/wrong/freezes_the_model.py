# slip: model-frozen
import copy

import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = {}
        for name, weight in model.named_parameters():
            weight.requires_grad_(False)
            self.shadow[name] = copy.deepcopy(weight.data)

    def update(self, model):
        for name, weight in model.named_parameters():
            self.shadow[name].mul_(self.decay).add_(weight.data, alpha=1 - self.decay)

    def copy_to(self, model):
        for name, weight in model.named_parameters():
            weight.data.copy_(self.shadow[name])
