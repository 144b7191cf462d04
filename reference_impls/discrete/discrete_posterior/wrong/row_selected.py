# slip: row-of-q-t
import torch.nn.functional as F


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    K = q_t.shape[0]
    xt, x0 = F.one_hot(x_t, K).float(), F.one_hot(x0, K).float()
    post = (xt @ q_t) * (x0 @ q_bar_prev)
    return post / post.sum(-1, keepdim=True)
