# problem: conv2d
# says: Convolution.forward is graded as conv2d
class Convolution:
    def __init__(self, W, b=None, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        filters, channels, high, wide = self.W.shape
        columns = F.unfold(x, (high, wide), padding=self.pad, stride=self.stride)
        rows, width = ((n + 2 * self.pad - k) // self.stride + 1 for n, k in zip(x.shape[2:], (high, wide)))
        out = self.W.reshape(filters, -1) @ columns
        out = out if self.b is None else out + self.b[:, None]
        return out.reshape(len(x), filters, rows, width)
