# expect: fail, error
# family: tampering
# attempts: to change how torch computes for everybody: kind, device, gradients, denormals, threads, printing
# stopped by: process
import torch

torch.set_default_dtype(torch.float16)
torch.set_flush_denormal(True)
torch.set_printoptions(precision=0)
torch.autograd.set_grad_enabled(False)
torch.inference_mode().__enter__()
torch.autograd.set_detect_anomaly(True)
torch.set_default_device("meta")


def attention(q, k, v, mask=None):
    return torch.zeros(*q.shape[:-1], v.shape[-1]), torch.zeros(*q.shape[:-1], k.shape[-2])
