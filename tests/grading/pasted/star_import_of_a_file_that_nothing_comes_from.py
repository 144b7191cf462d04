# problem: gelu
# says: not imported, since the solution does without: utils
from utils import *
def gelu(x):
    return 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
