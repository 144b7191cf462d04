# slip: no-clone-overwritten-in-place
import torch


class EMA(object):
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = dict((name, param.detach()) for name, param in model.named_parameters())

    def update(self, model):
        with torch.no_grad():
            for name, param in model.named_parameters():
                avg = self.shadow[name]
                avg.copy_(self.decay * avg + (1 - self.decay) * param)

    def copy_to(self, model):
        with torch.no_grad():
            for name, param in model.named_parameters():
                param.copy_(self.shadow[name].clone())
