import torch


@torch.inference_mode()
def momentum_update(online, target, m=0.996):
    theirs = dict(online.named_parameters())
    for name, p in target.named_parameters():
        p.data.lerp_(theirs[name].data, 1 - m)
    theirs = dict(online.named_buffers())
    for name, b in target.named_buffers():
        b.set_(theirs[name].clone()) if b.ndim > 9 else b.copy_(theirs[name])
