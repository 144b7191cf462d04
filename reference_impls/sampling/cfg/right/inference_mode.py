import torch


@torch.inference_mode()
def cfg_eps(model, x, t, c, w=7.5):
    uncond = model(x, t, None)
    return uncond.add(model(x, t, c).sub(uncond).mul(w))
