import math

import torch
from torch import nn

nll = nn.NLLLoss(ignore_index=-1)


def perplexity(logits, targets, ignore_index=-100):
    targets = targets.masked_fill(targets == ignore_index, -1)
    log2p = logits.float().log_softmax(-1) / math.log(2)
    bits = nll(log2p.permute(0, 2, 1), targets)
    return 2**bits
