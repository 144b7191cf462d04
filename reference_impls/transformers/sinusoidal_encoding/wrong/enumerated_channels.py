# slip: twice-the-channel
import math
import torch


def sinusoidal_encoding(length, d, base=10000.0):
    pe = torch.zeros(length, d)
    for pos in range(length):
        for i in range(d):
            angle = pos / base ** (2 * i / d)
            pe[pos, i] = math.sin(angle) if i % 2 == 0 else math.cos(angle)
    return pe
