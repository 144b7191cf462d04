import torch


def factorized_attention(x: torch.Tensor, attend) -> torch.Tensor:
    def along(y, axis):
        y = torch.moveaxis(y, axis, 2)
        shape = y.shape
        y = attend(torch.reshape(y, (shape[0] * shape[1], shape[2], shape[3])))
        return torch.moveaxis(torch.reshape(y, shape), 2, axis)

    return along(along(x, 2), 1)
