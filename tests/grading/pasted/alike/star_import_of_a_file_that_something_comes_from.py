# problem: gelu
# expect: invalid
# says: utils, which is not installed here
from utils import *
def gelu(x):
    return 0.5 * x * (1 + torch.erf(x / SQRT_OF_TWO))
