# problem: quantize-asymmetric
# expect: fail
# says: Codec._quantize is graded
# not: but no function
class Codec:
    def _quantize(self, tensor, bits=8):
        low, high = tensor.min().item(), tensor.max().item()
        levels = 2**bits - 1
        scale = (high - low) / levels if high > low else 1.0
        zero_point = max(0, min(levels, round(-low / scale)))
        codes = torch.round(tensor / scale + zero_point).clamp(0, levels).to(torch.uint8)
        return codes, scale, zero_point

    def _dequantize(self, codes, scale, zero_point):
        return scale * (codes.float() - zero_point)
