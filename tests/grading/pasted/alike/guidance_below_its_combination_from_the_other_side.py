# problem: cfg
# expect: fail
import torch


def combine(uncond, cond, guidance_scale):
    return cond + guidance_scale * (cond - uncond)


@torch.no_grad()
def guided_prediction(model, x, t, cond, guidance_scale=7.5):
    return combine(model(x, t, None), model(x, t, cond), guidance_scale)


@torch.no_grad()
def sample(model, x, ts, cond, guidance_scale=7.5):
    for t, s in zip(ts[:-1], ts[1:]):
        x = x + (s - t) * guided_prediction(model, x, t, cond, guidance_scale)
    return x
