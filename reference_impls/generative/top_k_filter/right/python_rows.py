import heapq
import math

import torch


def top_k_filter(logits, k):
    flat = logits.reshape(-1, logits.shape[-1]).tolist()
    result = []
    for row in flat:
        keep = set(heapq.nlargest(k, range(len(row)), key=row.__getitem__))
        result.append([v if i in keep else -math.inf for i, v in enumerate(row)])
    return torch.tensor(result, dtype=logits.dtype).reshape(logits.shape)
