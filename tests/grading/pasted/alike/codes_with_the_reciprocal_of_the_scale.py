# problem: quantize-symmetric
# expect: fail
# says: no positive, finite scale for a tensor of zeros
# says: 127 / absmax
def quantize(x):
    scale = 127 / x.abs().max()
    return (x * scale).round().clamp(-127, 127).to(torch.int8), scale


def dequantize(q, scale):
    return q.float() / scale
