# expect: forbidden
# family: spies and gradients
# attempts: autograd as an operator that only TorchScript's interpreter has
# stopped by: withholding
# problem: rms-norm-backward
import torch
def rms_norm_backward(dout, x, weight, eps=1e-6):
    X, W = x.detach().clone().requires_grad_(), weight.detach().clone().requires_grad_()
    with torch.enable_grad():
        y = X * torch.rsqrt((X * X).mean(-1, keepdim=True) + eps) * W
        loss = (y * dout).sum()
    a, b = getattr(torch.ops.aten, "gr" + "ad")([loss], [X, W])
    return a, b
