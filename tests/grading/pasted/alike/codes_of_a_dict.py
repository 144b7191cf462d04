# problem: quantize-symmetric
# says: your code returns a dict: its parts are graded in order
def quantize(x):
    scale = x.abs().max() / 127
    scale = torch.where(scale == 0, torch.ones_like(scale), scale)
    return {"codes": torch.clamp(torch.round(x / scale), -127, 127).to(torch.int8), "scale": scale}


def dequantize(codes, scale):
    return codes.float() * scale
