# slip: normalized-over-the-batch
import torch.nn.functional as F


def clip_score(image_emb, text_emb, w=2.5):
    return 100 * (F.normalize(image_emb, dim=0) * F.normalize(text_emb, dim=0)).sum(-1).clamp(min=0)
