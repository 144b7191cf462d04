# expect: fail, error
# family: spies and gradients
# attempts: to break the given model where it runs, with arguments of every kind and shape but the right ones
# stopped by: protocol
# problem: ddpm-loss
import torch

ODD = [
    torch.full((2, 3), float("nan")), torch.zeros(0), torch.zeros(()), torch.zeros(2, dtype=torch.complex64), torch.ones(1 << 16, 0),
    torch.zeros(3, dtype=torch.bool), None, "text", 10**3000, [[]], {"a": 1}, torch.eye(3).to_sparse(), object(), -1, 1e400,
]  # fmt: skip


def ddpm_loss(model, x0, alphas_bar):
    for odd in ODD:
        for arguments in ((odd,), (odd, odd), (x0, odd), (odd, alphas_bar), (x0, odd, odd)):
            try:
                model(*arguments)
                model(*arguments, odd=odd)
            except Exception:
                continue
    return x0.sum()
