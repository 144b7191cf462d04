# slip: model-alone-under-no-grad
# only the network call is under no_grad, the updates still record a graph back to x_T
# input: x_T with requires_grad=True: the result requires grad
import torch


def ddim_sample(model, x_T, alphas_bar, steps):
    T = alphas_bar.shape[0]
    times = [(T - 1) * (steps - i) // steps for i in range(steps + 1)]
    x = x_T
    for t, t_next in zip(times, times[1:]):
        tb = torch.full((x.shape[0],), t, dtype=torch.long, device=x.device)
        with torch.no_grad():
            eps = model(x, tb)
        a, a_next = alphas_bar[t], alphas_bar[t_next]
        x0 = (x - eps * (1 - a).sqrt()) / a.sqrt()
        x = a_next.sqrt() * x0 + (1 - a_next).sqrt() * eps
    return x
