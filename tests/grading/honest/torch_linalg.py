# uses: torch's decompositions, transforms, distributions and function transforms
import torch

a = torch.randn(5, 5, dtype=torch.float64) + 5 * torch.eye(5, dtype=torch.float64)
u, s, vh = torch.linalg.svd(a)
assert torch.allclose(u @ torch.diag(s) @ vh, a)
assert torch.allclose(a @ torch.linalg.solve(a, torch.ones(5, dtype=torch.float64)), torch.ones(5, dtype=torch.float64))
assert torch.linalg.cholesky(a @ a.T).diagonal().min() > 0 and torch.linalg.qr(a)[1].triu().shape == (5, 5)
assert torch.fft.ifft2(torch.fft.fft2(a)).real.allclose(a)
assert torch.distributions.Normal(0.0, 1.0).log_prob(torch.zeros(())).item() < 0
assert torch.func.vmap(torch.dot)(a, a).shape == (5,)
assert torch.autograd.functional.jacobian(torch.sin, torch.zeros(2)).trace().item() == 2


def attention(q, k, v, mask=None):
    scores = torch.baddbmm(q.new_zeros(()), q.flatten(0, -3), k.flatten(0, -3).mT, alpha=q.shape[-1] ** -0.5)
    scores = scores.view(*q.shape[:-1], k.shape[-2])
    scores = scores if mask is None else scores.masked_fill(mask == 0, -torch.inf)
    p = torch.exp(scores - torch.logsumexp(scores, -1, keepdim=True))
    return p @ v, p
