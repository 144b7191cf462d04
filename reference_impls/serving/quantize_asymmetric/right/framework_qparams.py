import torch


def calculate_qparams(min_val, max_val, quant_min, quant_max, eps=1e-12):
    """min_val_neg, max_val_pos and a clamped zero point, as the framework's observers have it."""
    min_val_neg, max_val_pos = min(min_val, 0.0), max(max_val, 0.0)
    scale = max((max_val_pos - min_val_neg) / float(quant_max - quant_min), eps)
    zero_point = quant_min - round(min_val_neg / scale)
    return scale, int(max(quant_min, min(quant_max, zero_point)))


def quantize_asymmetric(x, bits=8):
    scale, zp = calculate_qparams(x.min().item(), x.max().item(), 0, 2**bits - 1)
    q = torch.clamp(torch.round(x / scale) + zp, 0, 2**bits - 1)
    return q.to(torch.uint8), scale, zp
