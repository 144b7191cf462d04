# slip: directions-swapped
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    out = torch.cat([model(x, t, c), model(x, t, None)])
    noise_pred_uncond, noise_pred_text = out.chunk(2)
    return noise_pred_uncond + w * (noise_pred_text - noise_pred_uncond)
