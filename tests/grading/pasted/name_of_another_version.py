# problem: gelu
# expect: invalid
# says: line 4 needs torch.nn.GatedUnit, which the torch that is installed here doesn't have
from torch.nn import GatedUnit


def gelu(x):
    return GatedUnit()(x) * (1 + torch.erf(x / 2**0.5)) / 2
