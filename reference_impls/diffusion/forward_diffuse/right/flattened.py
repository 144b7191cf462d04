import torch
def q_sample(x0, t, eps, alphas_bar):
    B = len(x0)
    a = torch.index_select(alphas_bar, 0, t).unsqueeze(1)
    flat = torch.addcmul(a.sqrt() * x0.reshape(B, -1), (1 - a).sqrt(), eps.reshape(B, -1))
    return flat.reshape(x0.shape)
