# slip: share-of-the-vocabulary
import math
import torch
def top_p_filter(logits, p):
    k = max(1, math.ceil(p * logits.shape[-1]))
    kth = logits.topk(k, -1).values[..., -1:]
    return logits.masked_fill(logits < kth, float('-inf'))
