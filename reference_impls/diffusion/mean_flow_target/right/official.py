import torch


def mean_flow_target(u, x_t, r, t, v):
    """As in the released training loop, with torch.func."""
    fn = lambda z, cur_r, cur_t: u(z, cur_r, cur_t)
    dtdt, drdt = torch.ones_like(t), torch.zeros_like(r)
    u_pred, dudt = torch.func.jvp(fn, (x_t, r, t), (v, drdt, dtdt))
    time = (t - r).reshape(-1, *([1] * (x_t.dim() - 1)))
    return (v - time * dudt).detach()
