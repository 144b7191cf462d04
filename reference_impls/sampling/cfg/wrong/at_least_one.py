# slip: weight-of-at-least-one
"""w = 0.0 or 0.5 with eps_c != eps_u: gives eps_c."""
import torch


def cfg_eps(model, x, t, c, w=7.5):
    scale = max(1.0, float(w))                 # 1 means no guidance
    with torch.no_grad():
        e_c = model(x, t, c)
        e_u = model(x, t, None)
    return e_u + scale * (e_c - e_u)
