# problem: causal-conv3d
class CausalConv(nn.Module):
    def __init__(self, width_in, width_out, kernel_size=(3, 5, 5), bias=False):
        super().__init__()
        frames, rows, columns = kernel_size
        self.pad = nn.ConstantPad3d((columns // 2, columns // 2, rows // 2, rows // 2, frames - 1, 0), 0.0)
        self.conv = nn.Conv3d(width_in, width_out, kernel_size, bias=bias)

    def forward(self, x):
        return self.conv(self.pad(x))
