# problem: per-channel-linear
# expect: fail
# not: can't be built
class QuantizedLinear(nn.Module):
    def __init__(self, fp_layer):
        super().__init__()
        w = fp_layer.weight.detach()
        self.scale = w.abs().max().clamp(min=1e-12) / 127
        self.codes = torch.round(w / self.scale).to(torch.int8)
        self.bias = fp_layer.bias

    def forward(self, x):
        s = x.abs().amax(dim=-1, keepdim=True).clamp(min=1e-12) / 127
        q = torch.round(x / s).to(torch.int8)
        y = (q.int() @ self.codes.int().T).float() * s * self.scale
        return y if self.bias is None else y + self.bias
