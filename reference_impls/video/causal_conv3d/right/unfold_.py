import torch, torch.nn.functional as F
def causal_conv3d(x, weight, bias=None):
    kt, kh, kw = weight.shape[2:]
    p = F.pad(x, (kw//2, kw//2, kh//2, kh//2, kt-1, 0))
    u = p.unfold(2, kt, 1).unfold(3, kh, 1).unfold(4, kw, 1)
    y = torch.einsum('bcfhwijk,ocijk->bofhw', u, weight)
    return y if bias is None else y + bias.view(1, -1, 1, 1, 1)
