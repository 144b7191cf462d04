# slip: averages-buffers-and-counters
# input: nn.BatchNorm1d(3): shadow has the key running_mean, copy_to changes the buffers
import copy
import torch


class EMA:
    def __init__(self, model, decay=0.999):
        self.decay = decay
        self.shadow = copy.deepcopy(model.state_dict())

    @torch.no_grad()
    def update(self, model):
        state = model.state_dict()
        for key in self.shadow:
            self.shadow[key] = self.decay * self.shadow[key] + (1 - self.decay) * state[key]

    @torch.no_grad()
    def copy_to(self, model):
        model.load_state_dict(self.shadow)
