# slip: conditional-where-w-is-not-positive
import torch


@torch.inference_mode()
def cfg_eps(model, x, t, c, w=7.5):
    predicted_noise = model(x, t, c)
    if w > 0:
        uncond_predicted_noise = model(x, t, None)
        predicted_noise = torch.lerp(uncond_predicted_noise, predicted_noise, w)
    return predicted_noise
