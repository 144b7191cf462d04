import torch


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    u = image_emb / torch.linalg.vector_norm(image_emb, dim=-1, keepdim=True)
    v = text_emb / torch.linalg.vector_norm(text_emb, dim=-1, keepdim=True)
    s = logit_scale * torch.matmul(u, v.mT) + logit_bias
    sign = torch.where(torch.eye(s.shape[0], dtype=torch.bool), -1.0, 1.0).to(s.dtype)
    return torch.logaddexp(sign * s, torch.zeros_like(s)).sum() / s.shape[0]
