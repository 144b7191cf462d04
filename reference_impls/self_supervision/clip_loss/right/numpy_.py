import numpy as np


def clip_loss(image_emb, text_emb, logit_scale):
    a, b = np.asarray(image_emb), np.asarray(text_emb)
    a, b = a / np.linalg.norm(a, axis=1, keepdims=True), b / np.linalg.norm(b, axis=1, keepdims=True)
    s = float(logit_scale) * a @ b.T

    def ce(z):
        z = z - z.max(1, keepdims=True)
        return np.mean(np.log(np.exp(z).sum(1)) - np.diag(z))

    return (ce(s) + ce(s.T)) / 2
