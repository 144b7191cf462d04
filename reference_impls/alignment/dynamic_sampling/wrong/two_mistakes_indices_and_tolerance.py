# slip: indices-returned
import torch


def informative_groups(rewards):
    spread = rewards.max(dim=1).values - rewards.min(dim=1).values
    return torch.nonzero(spread > 1e-3).flatten()
