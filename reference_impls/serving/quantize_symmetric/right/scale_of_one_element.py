import torch


def quantize_int8_symmetric(x):
    with torch.no_grad():
        lo, hi = torch.aminmax(x)
        span = torch.maximum(-lo, hi).double()
        match float(span):
            case 0.0:
                scale = torch.ones(1, dtype=torch.float64, device=x.device)
            case _:
                scale = span.reshape(1) / 127
        steps = (x.double() * (1.0 / scale)).round().to(torch.int16)
        return steps.clamp_(min=-127, max=127).to(torch.int8).reshape(x.shape), scale


def dequantize(q, scale):
    return torch.mul(q.float(), torch.as_tensor(scale).float()).reshape(q.shape)
