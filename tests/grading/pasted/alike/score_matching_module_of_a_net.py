# problem: dsm-loss
# says: DSM is graded as dsm_loss
class DSM(torch.nn.Module):
    def __init__(self, net, anneal_power=2.0):
        super().__init__()
        self.net = net
        self.anneal_power = anneal_power

    def forward(self, samples, sigma):
        used = torch.as_tensor(sigma, dtype=samples.dtype)
        if used.ndim:
            used = used.view(-1, *([1] * (samples.dim() - 1)))
        noise = torch.randn_like(samples) * used
        scores = self.net(samples + noise, sigma)
        target = -noise / used ** 2
        l = 0.5 * ((scores - target) ** 2) * used ** self.anneal_power
        return l.flatten(1).sum(-1).mean(0)
