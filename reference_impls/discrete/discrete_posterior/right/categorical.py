from torch.distributions import Categorical


def discrete_posterior(x_t, x0, q_t, q_bar_prev):
    return Categorical(probs=q_t.index_select(1, x_t).permute(1, 0) * q_bar_prev.index_select(0, x0)).probs
