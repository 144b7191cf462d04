# slip: all-pairs
import torch.nn.functional as F


def clip_score(image_emb, text_emb, w=2.5):
    return (w * F.normalize(image_emb) @ F.normalize(text_emb).T).relu()
