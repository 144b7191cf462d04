# slip: divided-by-a-vector
import torch.nn.functional as F


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    K = len(q_t)
    xt, x0 = F.one_hot(x_t, K).float(), F.one_hot(x0, K).float()
    return (xt @ q_t.T) * (x0 @ q_bar_prev) / (x0 @ q_bar_prev @ q_t)
