# problem: frechet-distance
# expect: fail
# says: Your code computes in the type of the inputs, and float32 loses the small eigenvalues
class InceptionStats:
    def __init__(self, mu, sigma):
        self.mu = mu
        self.sigma = sigma
def fid(real, fake):
    diff = real.mu - fake.mu
    s1, s2 = real.sigma, fake.sigma
    w, v = torch.linalg.eigh(s1)
    root = (v * w.clamp(min=0).sqrt()) @ v.T
    ev = torch.linalg.eigvalsh(root @ s2 @ root)
    return float(diff @ diff + s1.trace() + s2.trace() - 2 * ev.clamp(min=0).sqrt().sum())
