import math

import torch


def gather_paged(cache, blocks, n):
    size = cache.shape[1]
    parts, left = [cache[0, :0]], n
    for i in blocks:
        if left <= 0:
            break
        parts.append(cache[i, : min(size, left)])
        left -= size
    if left > 0:
        raise ValueError(math.ceil(left / size))
    return torch.cat(parts)
