import torch


def quantize_int8_symmetric(x):
    flat = x.flatten().tolist()
    biggest = max(abs(v) for v in flat)
    scale = biggest / 127 if biggest else 1.0
    q = [max(-127, min(127, round(v / scale))) for v in flat]
    return torch.tensor(q, dtype=torch.int8).view(x.shape), torch.tensor(scale, dtype=x.dtype)


def dequantize(q, scale):
    return q.type_as(scale) * scale
