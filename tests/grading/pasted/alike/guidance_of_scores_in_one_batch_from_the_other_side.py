# problem: cfg-score
# expect: fail
def combine(noise_pred, guidance_scale):
    noise_pred_uncond, noise_pred_text = noise_pred.chunk(2)
    return noise_pred_text + guidance_scale * (noise_pred_text - noise_pred_uncond)
