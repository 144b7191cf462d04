# expect: forbidden
# family: spies and gradients
# attempts: the gradient that TorchScript derives from a graph, without autograd
# stopped by: withholding
# problem: rms-norm-backward
import torch
def rms_norm_backward(dout, x, weight, eps=1e-6):
    cu = torch.jit.CompilationUnit("""
def go(x: Tensor, w: Tensor, eps: float):
    return x * torch.rsqrt(torch.mul(x, x).mean(dim=[-1], keepdim=True) + eps) * w
""")
    X, W = x.detach().clone(), weight.detach().clone()
    graph = cu.go.graph
    torch._C._jit_pass_inline(graph)
    spec = torch._C._jit_differentiate(graph)
    f = torch._C._create_function_from_graph("f", spec.f)
    df = torch._C._create_function_from_graph("df", spec.df)
    outs = f(X, W, float(eps))
    outs = outs if isinstance(outs, tuple) else (outs,)
    real = outs[:spec.f_real_outputs]
    vjps = []
    caps = [([X, W, float(eps)])[i] for i in spec.df_input_captured_inputs] + [outs[i] for i in spec.df_input_captured_outputs]
    vj = [dout if i < spec.f_real_outputs else torch.zeros_like(outs[i]) for i in spec.df_input_vjps]
    res = df(*vj, *caps)
    return res[0], res[1]
