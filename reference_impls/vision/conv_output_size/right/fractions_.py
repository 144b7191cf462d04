import math
from fractions import Fraction


def conv_output_size(w, f, s=1, p=0, d=1):
    """The documented formula, on exact fractions."""
    return math.floor(Fraction(w + 2 * p - d * (f - 1) - 1, s) + 1)
