# problem: affine-coupling
# expect: fail
# says: writes into its argument x
def coupling_forward(x, net):
    half = x.shape[1] // 2
    log_scale, shift = net(x[:, :half].clone()).chunk(2, dim=1)
    x[:, half:] = x[:, half:] * log_scale.exp() + shift
    return x, log_scale.sum(1)


def coupling_inverse(y, net):
    half = y.shape[1] // 2
    log_scale, shift = net(y[:, :half]).chunk(2, dim=1)
    return torch.cat([y[:, :half], (y[:, half:] - shift) * torch.exp(-log_scale)], dim=1), -log_scale.sum(1)
