# problem: cfg-score
# says: noise_pred_uncond and noise_pred_text, side by side along axis 0
def combine(noise_pred, guidance_scale):
    noise_pred_uncond, noise_pred_text = noise_pred.chunk(2)
    return noise_pred_uncond + guidance_scale * (noise_pred_text - noise_pred_uncond)
