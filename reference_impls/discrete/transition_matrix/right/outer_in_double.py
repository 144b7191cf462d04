import torch


class UnknownKind(ValueError):
    pass


def transition_matrix(name, n, rate):
    one, eye = torch.ones(n, 1, dtype=torch.double), torch.eye(n, dtype=torch.double)
    if name == "absorbing":
        return (1 - rate) * eye + rate * one @ eye[-1:]
    if name == "uniform":
        return (1 - rate) * eye + rate / n * one @ one.T
    raise UnknownKind(name)
