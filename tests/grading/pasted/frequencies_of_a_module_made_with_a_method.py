# problem: rope-scaling
class RotaryFrequencies(torch.nn.Module):
    def __init__(self, dim, base=10000.0, scaling_type=None, scaling_factor=1.0):
        super().__init__()
        self.dim = dim
        if scaling_type is None:
            inv_freq = self._inv_freq(base)
        elif scaling_type == "linear":
            inv_freq = self._inv_freq(base) / scaling_factor
        elif scaling_type == "ntk":
            inv_freq = self._inv_freq(base * scaling_factor ** (dim / (dim - 2)))
        else:
            raise ValueError(scaling_type)
        self.register_buffer("inv_freq", inv_freq, persistent=False)

    def _inv_freq(self, base):
        return base ** (-torch.arange(0, self.dim, 2).double() / self.dim)

    def forward(self):
        return self.inv_freq
