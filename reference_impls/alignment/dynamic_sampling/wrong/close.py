# slip: with-a-tolerance
import torch


def informative_groups(rewards):
    return ~torch.isclose(rewards, rewards[:, :1]).all(1)
