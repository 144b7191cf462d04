import numpy as np


def clip_score(image_emb, text_emb, w=2.5):
    images, candidates = np.asarray(image_emb, dtype=np.float64), np.asarray(text_emb, dtype=np.float64)
    images = images / np.sqrt(np.sum(images**2, axis=1, keepdims=True))
    candidates = candidates / np.sqrt(np.sum(candidates**2, axis=1, keepdims=True))
    return w * np.clip(np.sum(images * candidates, axis=1), 0, None)
