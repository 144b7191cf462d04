import torch


class Kernels:
    def transition_matrix(self, kind, k, beta):
        try:
            stationary = {"uniform": torch.ones(k) / k, "absorbing": torch.nn.functional.one_hot(torch.tensor(k - 1), k).float()}[kind]
        except KeyError:
            raise ValueError(f"no kernel {kind}") from None
        return torch.lerp(torch.eye(k), stationary.expand(k, k), float(beta))
