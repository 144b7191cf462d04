# problem: heun-step
# expect: pass
def step(denoiser, x, sigma, sigma_next):
    d = denoiser(x, sigma)
    moved = x + (sigma_next - sigma) * d
    return x + (sigma_next - sigma) * (d + denoiser(moved, sigma_next)) / 2
