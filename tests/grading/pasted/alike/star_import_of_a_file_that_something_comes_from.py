# problem: gelu
# expect: invalid
# says: utils, a file that is not here: paste what comes from it, too
from utils import *
def gelu(x):
    return 0.5 * x * (1 + torch.erf(x / SQRT_OF_TWO))
