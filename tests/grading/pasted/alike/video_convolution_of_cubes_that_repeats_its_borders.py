# problem: causal-conv3d
# expect: fail
# says: makes kernels of one size along all axes, and the problem also has
# says: copies of the nearest values
# not: can't be built
class PastOnlyConv(nn.Module):
    def __init__(self, channels_in, channels_out, kernel_size, border="replicate"):
        super().__init__()
        side = kernel_size // 2
        self.border, self.pads = border, (side, side, side, side, kernel_size - 1, 0)
        self.inner = nn.Conv3d(channels_in, channels_out, kernel_size)

    def forward(self, video):
        return self.inner(F.pad(video, self.pads, mode=self.border))
