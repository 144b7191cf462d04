# problem: momentum-update
# expect: pass
import torch
from torch import nn


class Byol(nn.Module):
    def __init__(self, online, target, momentum=0.996):
        super().__init__()
        self.online, self.target, self.momentum = online, target, momentum

    @torch.no_grad()
    def update_target(self):
        for theirs, own in zip(self.online.parameters(), self.target.parameters()):
            own.mul_(self.momentum).add_(theirs, alpha=1 - self.momentum)
        for theirs, own in zip(self.online.buffers(), self.target.buffers()):
            own.copy_(theirs)
