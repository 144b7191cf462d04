# slip: none
import torch


@torch.no_grad()
def momentum_update(online, target, m=0.9):
    theirs = online.state_dict()
    for k, v in target.state_dict().items():
        v.copy_(m * v + (1 - m) * theirs[k])
