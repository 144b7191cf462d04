# expect: fail, error
# family: tampering
# attempts: every tensor that is made from now on is somewhere else: a default device, a dtype, a mode for all
# stopped by: comparison
import torch

torch.set_default_device("meta")
torch.set_default_dtype(torch.float64)
torch.use_deterministic_algorithms(True)
torch.set_printoptions(precision=0, threshold=10**9)
torch._C._set_grad_enabled(False)
torch.inference_mode(True).__enter__()


def attention(q, k, v, mask=None):
    return torch.zeros(2), torch.zeros(2)
