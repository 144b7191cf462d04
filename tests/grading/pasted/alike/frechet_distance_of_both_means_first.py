# problem: frechet-distance
def fid_score(mu_real, mu_fake, sigma_real, sigma_fake):
    mu_real, mu_fake, sigma_real, sigma_fake = (v.double() for v in (mu_real, mu_fake, sigma_real, sigma_fake))
    values, vectors = torch.linalg.eigh(sigma_real)
    root = (vectors * values.clamp(min=0).sqrt()) @ vectors.T
    inner = torch.linalg.eigvalsh(root @ sigma_fake @ root).clamp(min=0).sqrt()
    gap = (mu_real - mu_fake).square().sum()
    return (gap + sigma_real.trace() + sigma_fake.trace() - 2 * inner.sum()).item()
