# problem: gelu
# expect: invalid
# says: line 5 needs torch.nn.attention.sliding, which the torch that is installed here doesn't have
# not: not installed here
from torch.nn.attention.sliding import windowed


def gelu(x):
    return windowed(x) * (1 + torch.erf(x / 2**0.5)) / 2
