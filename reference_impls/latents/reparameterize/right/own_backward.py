import torch


class Sample(torch.autograd.Function):
    @staticmethod
    def forward(ctx, mu, log_sigma):
        noise = torch.exp(log_sigma) * torch.randn_like(mu)
        ctx.save_for_backward(noise)
        return mu + noise

    @staticmethod
    def backward(ctx, g):
        (noise,) = ctx.saved_tensors
        return g, g * noise


def reparameterize(mu, log_sigma):
    return Sample.apply(mu, log_sigma)
