# problem: reparameterize
# expect: fail
# says: as if `log_sigma` were a log-variance
# says: uniform on (0, 1), as `rand_like` does
import torch


def reparameterize(mean, logvar):
    """Two slips at once: a wrong noise, and a wrong scale of it."""
    deviation = (logvar / 2).exp()
    return mean + torch.rand_like(deviation) * deviation
