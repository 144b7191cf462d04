import torch

def momentum_update(online, target, m=0.996):
    for o, t in zip(online.parameters(), target.parameters()):
        t.data = m * t.data + (1 - m) * o.data
    for o, t in zip(online.buffers(), target.buffers()):
        t.data = o.detach().clone()
