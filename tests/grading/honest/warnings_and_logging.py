# uses: warnings, logging to standard error, tracebacks that are caught and shown
import logging
import traceback
import warnings

import torch

logging.basicConfig(level=logging.DEBUG, format="%(asctime)s %(name)s %(levelname)s %(message)s")
log = logging.getLogger(__name__)
warnings.warn("this is slow", stacklevel=1)
warnings.filterwarnings("ignore")
try:
    torch.ones(2) @ torch.ones(3)
except RuntimeError:
    log.exception("as expected")
    traceback.print_exc()


def attention(q, k, v, mask=None):
    log.debug("q %s k %s v %s", tuple(q.shape), tuple(k.shape), tuple(v.shape))
    warnings.warn("still slow", stacklevel=2)
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
