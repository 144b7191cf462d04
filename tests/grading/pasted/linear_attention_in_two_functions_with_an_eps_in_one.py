# problem: linear-attention
# says: your causal_kernel_attention is called where causal is true
import torch
import torch.nn.functional as F


def features(x):
    return F.elu(x) + 1


def kernel_attention(queries, keys, values):
    queries, keys = features(queries), features(keys)
    memory = torch.einsum("...sd,...se->...de", keys, values)
    norm = torch.einsum("...td,...d->...t", queries, keys.sum(-2))
    return torch.einsum("...td,...de->...te", queries, memory) / norm[..., None]


def causal_kernel_attention(queries, keys, values, eps=1e-6):
    queries, keys = features(queries), features(keys)
    memory = torch.einsum("...sd,...se->...sde", keys, values).cumsum(-3)
    norm = torch.einsum("...td,...td->...t", queries, keys.cumsum(-2)) + eps
    return torch.einsum("...td,...tde->...te", queries, memory) / norm[..., None]
