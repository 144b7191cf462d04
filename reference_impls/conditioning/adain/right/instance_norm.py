import torch
import torch.nn.functional as F


def adain(content, style, eps=1e-5):
    var, mu = torch.var_mean(style.flatten(2), dim=-1, correction=0)
    B, C = content.shape[:2]
    flat = content.reshape(1, B * C, -1)
    out = F.batch_norm(flat, None, None, (var + eps).sqrt().flatten(), mu.flatten(), training=True, eps=eps)
    return out.reshape(content.shape)
