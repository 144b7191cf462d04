# expect: forbidden
# family: spies and gradients
# attempts: autograd inside of a graph that is written as text
# stopped by: withholding
# problem: rms-norm-backward
import torch
IR = """
graph(%loss : Tensor, %x : Tensor, %w : Tensor):
  %n : NoneType = prim::Constant()
  %f : bool = prim::Constant[value=0]()
  %l : Tensor[] = prim::ListConstruct(%loss)
  %i : Tensor[] = prim::ListConstruct(%x, %w)
  %g : Tensor?[] = aten::gr""" + """ad(%l, %i, %n, %n, %f, %f)
  return (%g)
"""
def rms_norm_backward(dout, x, weight, eps=1e-6):
    X, W = x.detach().clone().requires_grad_(), weight.detach().clone().requires_grad_()
    with torch.enable_grad():
        y = X * torch.rsqrt((X * X).mean(-1, keepdim=True) + eps) * W
        loss = (y * dout).sum()
    f = torch._C._create_function_from_graph("f", torch._C.parse_ir(IR))
    a, b = f(loss, X, W)
    return a, b
