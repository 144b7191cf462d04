# problem: quantize-symmetric
# not: round_trip is graded
def quantize(x):
    scale = x.abs().max() / 127
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    return torch.clamp(torch.round(x / scale), -127, 127).to(torch.int8), scale


def restored(q, scale):
    return q.float() * scale


def round_trip(x):
    return restored(*quantize(x))
