import torch.nn.functional as F


def clip_score(image_emb, text_emb, w=2.5):
    sims = F.normalize(image_emb, dim=-1) @ F.normalize(text_emb, dim=-1).t()
    return (sims.diagonal() * w).clamp_min(0.0)
