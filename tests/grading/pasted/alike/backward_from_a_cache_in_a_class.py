# problem: layer-norm-backward
# says: your cache is what your forward returns behind its output
class LayerNorm:
    @staticmethod
    def forward(x, w, b, eps=1e-5):
        shifted = x - x.mean(-1, keepdim=True)
        rstd = (shifted.pow(2).mean(-1, keepdim=True) + eps).rsqrt()
        return shifted * rstd * w + b, (x, w, rstd)

    @staticmethod
    def backward(dout, cache):
        x, w, rstd = cache
        norm = (x - x.mean(-1, keepdim=True)) * rstd
        dnorm = dout * w
        dx = rstd * (dnorm - dnorm.mean(-1, keepdim=True) - norm * (dnorm * norm).mean(-1, keepdim=True))
        width = x.shape[-1]
        return dx, (dout * norm).reshape(-1, width).sum(0), dout.reshape(-1, width).sum(0)
