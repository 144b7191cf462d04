import torch.nn.functional as F


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    K = q_t.shape[0]
    a = F.one_hot(x_t.long(), K).to(q_t.dtype) @ q_t.T
    b = F.one_hot(x0.long(), K).to(q_t.dtype) @ q_bar_prev
    return F.normalize(a * b, p=1, dim=-1)
