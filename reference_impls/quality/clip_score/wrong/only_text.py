# slip: image-not-normalized
import torch


def clip_score(image_emb, text_emb, w=2.5):
    t = text_emb / torch.linalg.norm(text_emb, dim=1, keepdim=True)
    return w * torch.clamp((image_emb * t).sum(1), min=0)
