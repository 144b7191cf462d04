# slip: none
import torch
def shift_time(t, shift):
    s = shift ** 0.5
    return 1 - s * t / (1 + (s - 1) * t)
