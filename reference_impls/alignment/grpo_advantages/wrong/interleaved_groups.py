# slip: groups-cut-across
import torch


def grpo_advantages(rewards, eps=1e-6):
    if rewards.dim() == 1:
        r = rewards[:, None]
    else:
        P, G = rewards.shape
        r = rewards.flatten().view(G, P)  # one prompt a column
    if len(r) == 1:
        return torch.zeros_like(rewards)
    out = (r - r.mean(dim=0)) / (r.std(dim=0) + eps)
    out = torch.where(r.amax(dim=0) == r.amin(dim=0), torch.zeros_like(out), out)
    return out.reshape(rewards.shape)
