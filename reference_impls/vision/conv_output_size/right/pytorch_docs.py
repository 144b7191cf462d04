import math


def conv_output_size(w, f, s=1, p=0, d=1):
    return (w + 2 * p - d * (f - 1) - 1 + s) // s
