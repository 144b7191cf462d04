# slip: floored-float
import math


def conv_output_size(w, f, s=1, p=0, d=1):
    return math.floor((w + 2 * p - d * (f - 1) - 1) / s) + 1
