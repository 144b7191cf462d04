# slip: indices-returned
import torch


def informative_groups(rewards):
    return torch.where(rewards.max(1).values != rewards.min(1).values)[0]
