# problem: rms-norm-backward
# expect: fail
class RMSNormFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, weight, eps):
        rms = torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + eps)
        ctx.save_for_backward(x, weight, rms)
        return x * rms * weight

    @staticmethod
    def backward(ctx, grad_output):
        x, weight, rms = ctx.saved_tensors
        g = grad_output * weight
        dx = rms * g
        dw = (grad_output * x * rms).reshape(-1, x.shape[-1]).sum(0)
        return dx, dw, None


def rms_norm(x, weight, eps=1e-6):
    return RMSNormFunction.apply(x, weight, eps)
