import torch


def dpmpp_2m_step(x, denoised, old_denoised, sigma, sigma_prev, sigma_next):
    """As in a well-known sampling library: t is -log sigma, and a condition for the first and last step."""
    s, s_prev, s_next = (None if v is None else torch.as_tensor(v, dtype=torch.float64) for v in (sigma, sigma_prev, sigma_next))
    sigma_fn = lambda t: t.neg().exp()
    t_fn = lambda sigma: sigma.log().neg()
    t, t_next = t_fn(s), t_fn(s_next)
    h = t_next - t
    if old_denoised is None or s_next == 0:
        out = (sigma_fn(t_next) / sigma_fn(t)) * x - (-h).expm1() * denoised
    else:
        h_last = t - t_fn(s_prev)
        r = h_last / h
        denoised_d = (1 + 1 / (2 * r)) * denoised - (1 / (2 * r)) * old_denoised
        out = (sigma_fn(t_next) / sigma_fn(t)) * x - (-h).expm1() * denoised_d
    return out.to(x.dtype)
