# slip: w-fixed-at-100
import torch.nn.functional as F


def clip_score(image_emb, text_emb, w=2.5):
    return 100 * F.cosine_similarity(image_emb, text_emb, dim=-1).clamp(0)
