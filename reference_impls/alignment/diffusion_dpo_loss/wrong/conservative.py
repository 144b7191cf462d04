# slip: smoothed-labels
import torch.nn.functional as F


def diffusion_dpo_loss(err_w, err_l, ref_err_w, ref_err_l, beta, label_smoothing=0.1):
    logits = -beta * ((err_w - err_l) - (ref_err_w - ref_err_l))
    losses = -F.logsigmoid(logits) * (1 - label_smoothing) - F.logsigmoid(-logits) * label_smoothing
    return losses.mean()
