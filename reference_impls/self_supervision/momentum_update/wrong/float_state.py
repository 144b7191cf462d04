# slip: floating-buffers-averaged
import torch


@torch.no_grad()
def momentum_update(online, target, m=0.996):
    theirs = online.state_dict()
    for k, v in target.state_dict().items():
        if v.dtype.is_floating_point:
            v.mul_(m).add_(theirs[k], alpha=1 - m)
        else:
            v.copy_(theirs[k])
