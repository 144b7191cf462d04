import torch.nn.functional as F


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    """Eq. 3 of D3PM as it stands, with one-hot rows."""
    K = q_t.shape[0]
    xt, x0 = F.one_hot(x_t, K).float(), F.one_hot(x0, K).float()
    numerator = (xt @ q_t.T) * (x0 @ q_bar_prev)
    denominator = (x0 @ q_bar_prev @ q_t * xt).sum(-1, keepdim=True)
    return numerator / denominator
