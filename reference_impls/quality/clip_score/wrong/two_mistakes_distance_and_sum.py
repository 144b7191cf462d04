# slip: distance
import torch


def clip_score(image_emb, text_emb, w=2.5):
    return (w * (1 - torch.cosine_similarity(image_emb, text_emb, dim=-1))).sum()
