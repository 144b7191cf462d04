# problem: gelu
# expect: invalid
# says: line 8 uses normal_cdf from .tables, a file that is not here: paste what it is made of, too
from .tables import normal_cdf


def gelu(x):
    return x * normal_cdf(x)
