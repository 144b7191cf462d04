# slip: absolute
import torch.nn.functional as F


def clip_score(image_emb, text_emb, w=2.5):
    return (w * F.cosine_similarity(image_emb, text_emb).abs()).mean()
