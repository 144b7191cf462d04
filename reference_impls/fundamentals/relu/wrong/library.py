# slip: none
import torch


def relu(x):
    return torch.relu(x)
