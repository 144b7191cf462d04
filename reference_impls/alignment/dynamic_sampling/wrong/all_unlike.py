# slip: all-different
import torch


def informative_groups(rewards):
    return torch.tensor([len(set(row.tolist())) == rewards.shape[1] for row in rewards])
