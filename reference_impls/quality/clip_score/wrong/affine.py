# slip: shifted-to-the-unit-interval
import torch.nn.functional as F


def clip_score(image_emb, text_emb, w=2.5):
    return w * 0.5 * (1 + F.cosine_similarity(image_emb, text_emb, dim=-1))
