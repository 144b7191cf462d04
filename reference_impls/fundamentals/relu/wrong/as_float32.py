# slip: float32-returned
import torch


def relu(x):
    wide = x.to(torch.float32)
    return wide * (wide > 0).float()
