import torch


def quantize_int8_symmetric(x):
    flat = x.flatten().tolist()
    biggest = max(abs(v) for v in flat)
    scale = biggest / 127 or 1.0
    codes = [round(v / scale) for v in flat]
    return [torch.tensor(codes, dtype=torch.int8).view(x.shape), scale]


def dequantize(q, scale):
    steps = float(scale)
    return torch.tensor([steps * code for code in q.flatten().tolist()]).reshape(q.shape)
