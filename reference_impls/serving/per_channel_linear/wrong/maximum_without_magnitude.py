# slip: largest-value-and-cut
import torch


def quant_rows(m):
    scale = m.max(dim=-1, keepdim=True).values / 127
    scale = torch.where(scale > 0, scale, torch.ones_like(scale))
    codes = torch.clamp(torch.round(m / scale), -127, 127)
    return codes.to(torch.int64), scale


def int8_linear(x, weight, bias=None):
    cx, sx = quant_rows(x)
    cw, sw = quant_rows(weight)
    prod = torch.matmul(cx, cw.T)
    res = prod.to(torch.float32) * sx * sw.T.reshape(-1)
    return res + bias if bias is not None else res
