# slip: denominator-t
import torch
def shift_time(t, shift):
    return shift * t / (1 + t)
