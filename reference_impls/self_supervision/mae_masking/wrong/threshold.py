# slip: none
import torch


def random_masking(x, ratio, noise):
    keep = noise < 1 - ratio
    rank = noise.argsort(1).argsort(1)
    return [x[b][keep[b]] for b in range(len(x))], (~keep).float(), rank
