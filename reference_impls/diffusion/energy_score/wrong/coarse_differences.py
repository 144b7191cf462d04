# slip: none
import torch


def score_from_energy(energy, x):
    out = torch.zeros_like(x)
    for b in range(len(x)):
        for i in range(x[b].numel()):
            up, down = x.detach().clone(), x.detach().clone()
            up[b].view(-1)[i] += 0.05
            down[b].view(-1)[i] -= 0.05
            out[b].view(-1)[i] = -(energy(up)[b] - energy(down)[b]).detach() / 0.1
    return out
