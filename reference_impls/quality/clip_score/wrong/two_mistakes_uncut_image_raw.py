# slip: not-cut
import torch.nn.functional as F


def clip_score(image_emb, text_emb, w=2.5):
    return w * (image_emb * F.normalize(text_emb, dim=1)).sum(1)
