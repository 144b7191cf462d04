# problem: diffusion-dpo-loss
def diffusion_dpo(ref_unet, unet, beta):
    better = unet.mse_win - ref_unet.mse_win
    worse = unet.mse_lose - ref_unet.mse_lose
    return -F.logsigmoid(-beta * (better - worse)).mean()
