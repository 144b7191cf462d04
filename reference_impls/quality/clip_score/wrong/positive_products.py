# slip: products-cut
import torch


def clip_score(image_emb, text_emb, w=2.5):
    image = image_emb / image_emb.norm(dim=-1, keepdim=True)
    text = text_emb / text_emb.norm(dim=-1, keepdim=True)
    return w * torch.relu(image * text).sum(-1)
