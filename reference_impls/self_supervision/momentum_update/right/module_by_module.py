import torch


class Momentum:
    def __init__(self, m):
        self.m = m

    def visit(self, o, t):
        with torch.no_grad():
            for n, p in o.named_parameters(recurse=False):
                q = getattr(t, n)
                q -= (1 - self.m) * (q - p)
            for n, b in o.named_buffers(recurse=False):
                getattr(t, n)[...] = b
        for n, child in o.named_children():
            self.visit(child, getattr(t, n))


def momentum_update(online, target, m=0.996):
    Momentum(m).visit(online, target)
