# slip: column
import torch.nn.functional as F


def clip_score(image_emb, text_emb, w=2.5):
    i, t = F.normalize(image_emb, dim=1), F.normalize(text_emb, dim=1)
    return w * (i[:, None] @ t[:, :, None]).squeeze(-1).clamp_min(0)
