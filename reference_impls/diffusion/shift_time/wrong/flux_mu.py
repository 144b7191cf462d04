# slip: shift-as-a-logarithm
import math


def shift_time(t, shift):
    return math.exp(shift) * t / (math.exp(shift) * t + 1 - t)
