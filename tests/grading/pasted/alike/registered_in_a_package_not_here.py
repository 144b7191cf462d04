# problem: gelu
# says: mylib is not installed here: your code runs without it
from .utils import register, logger
from mylib.registry import ACTIVATIONS
@ACTIVATIONS.register_module(name="gelu")
def gelu(x):
    logger.info("gelu")
    return 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
