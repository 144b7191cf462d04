# slip: buffers-are-those-of-the-online-network
import torch


def momentum_update(online, target, m=0.996):
    with torch.no_grad():
        for fast, slow in zip(online.parameters(), target.parameters()):
            slow.lerp_(fast, 1 - m)
    for fast, slow in zip(online.modules(), target.modules()):
        for name, value in fast.named_buffers(recurse=False):
            setattr(slow, name, value)
