# slip: detached
import torch


def relu(x):
    with torch.no_grad():
        return x * (x > 0)
