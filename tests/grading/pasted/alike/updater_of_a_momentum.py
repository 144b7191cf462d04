# problem: momentum-update
# says: MomentumUpdater.update is graded as momentum_update
import torch
from torch import nn


class MomentumUpdater:
    def __init__(self, base_tau: float = 0.996, final_tau: float = 1.0):
        self.base_tau = base_tau
        self.cur_tau = base_tau
        self.final_tau = final_tau

    @torch.no_grad()
    def update(self, online_net: nn.Module, momentum_net: nn.Module):
        for op, mp in zip(online_net.parameters(), momentum_net.parameters()):
            mp.data.mul_(self.cur_tau).add_(op.data, alpha=1 - self.cur_tau)
        for ob, mb in zip(online_net.buffers(), momentum_net.buffers()):
            mb.data.copy_(ob.data)
