# slip: root-of-shift
import math


def shift_time(t, shift):
    a = math.sqrt(shift)
    return a * t / (1 + (a - 1) * t)
