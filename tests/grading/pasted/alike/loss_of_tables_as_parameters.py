# problem: ddpm-loss
# says: your sqrt_abar and sqrt_one_minus_abar are made of the schedule that the problem gives (alphas_bar)
def loss(net, x0, sqrt_abar, sqrt_one_minus_abar):
    t = torch.randint(0, len(sqrt_abar), (x0.shape[0],))
    noise = torch.randn_like(x0)
    shape = (-1,) + (1,) * (x0.ndim - 1)
    x_t = sqrt_abar[t].reshape(shape) * x0 + sqrt_one_minus_abar[t].reshape(shape) * noise
    return torch.nn.functional.mse_loss(net(x_t, t), noise)
