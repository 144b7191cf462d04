# problem: rope-scaling
# expect: fail
class Rotary(nn.Module):
    def __init__(self, dim, base=10000.0, scaling_type=None, scaling_factor=1.0):
        super().__init__()
        if scaling_type not in (None, "linear", "ntk"):
            raise ValueError(scaling_type)
        if scaling_type == "ntk":
            base = base * scaling_factor ** (dim / (dim - 2))
        inv_freq = base ** -(torch.arange(0, dim, 2).double() / dim)
        self.register_buffer("inv_freq", inv_freq / scaling_factor)

    def forward(self, positions):
        angles = positions[:, None].double() * self.inv_freq
        return angles.cos(), angles.sin()
