# slip: averaged
import torch.nn.functional as F


def clip_score(image_emb, text_emb, w=2.5):
    cos = F.cosine_similarity(image_emb, text_emb, dim=-1)
    return (w * cos.clamp(0)).mean()
