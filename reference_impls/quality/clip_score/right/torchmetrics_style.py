import torch
import torch.nn.functional as F


def _update(img_features, txt_features):
    img_features = img_features / img_features.norm(p=2, dim=-1, keepdim=True)
    txt_features = txt_features / txt_features.norm(p=2, dim=-1, keepdim=True)
    return (img_features * txt_features).sum(axis=-1)


def clip_score(image_emb, text_emb, w=2.5):
    score = w * _update(image_emb, text_emb)
    return torch.max(score, torch.zeros_like(score))
