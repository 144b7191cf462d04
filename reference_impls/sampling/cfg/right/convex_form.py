import torch


def cfg_eps(model, x, t, c, w=7.5):
    with torch.inference_mode():
        unconditional = model(x, t, None)
        conditional = model(x, t, c)
        return (1 - w) * unconditional + w * conditional
