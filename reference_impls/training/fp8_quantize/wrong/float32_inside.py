# slip: rounded-to-float32-first
import torch


def fp8_e4m3(x):
    f = x.float()
    f = f.clamp(-448.0, 448.0)
    _, e = torch.frexp(f)
    e = (e - 1).clamp(min=-6)
    step = torch.ldexp(torch.tensor(1.0), e - 3)
    return (torch.round(f / step) * step).to(x.dtype)
