# problem: gaussian-kl
# expect: fail
# says: mu and log_sigma, side by side along axis -1
def kl(params):
    mu, log_sigma = params.chunk(2)
    return 0.5 * (mu**2 + torch.exp(2 * log_sigma) - 1 - 2 * log_sigma).sum(-1)
