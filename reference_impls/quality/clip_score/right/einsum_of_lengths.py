import torch


def clip_score(v, c, w=2.5):
    dot = torch.einsum("bd,bd->b", v, c)
    norms = torch.einsum("bd,bd->b", v, v).sqrt() * torch.einsum("bd,bd->b", c, c).sqrt()
    return torch.where(dot > 0, w * dot / norms, torch.zeros_like(dot))
