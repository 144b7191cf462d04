# problem: momentum-update
# expect: invalid
# says: also needs ema
import torch

class Mixer:
    def __init__(self, tau):
        self.tau = tau

    def mix(self, old, new):
        return (1 - self.tau) * old + self.tau * new

@torch.no_grad()
def update(ema, target, online):
    for t, o in zip(target.parameters(), online.parameters()):
        t.copy_(ema.mix(t, o))
    for t, o in zip(target.buffers(), online.buffers()):
        t.copy_(o)
