# problem: swiglu
# says: given in your params: gate, up and down
import torch


def ffn(params, x):
    gate = torch.einsum("...d,dh->...h", x, params["gate"])
    up = torch.einsum("...d,dh->...h", x, params["up"])
    return torch.einsum("...h,he->...e", gate * torch.sigmoid(gate) * up, params["down"])
