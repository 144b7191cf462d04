# slip: unguided-up-to-one
import torch


@torch.no_grad()
def cfg_eps(model, x, t, c, w=7.5):
    do_classifier_free_guidance = w > 1.0
    text = model(x, t, c)
    if not do_classifier_free_guidance:
        return text
    uncond = model(x, t, None)
    return uncond + w * (text - uncond)
