import torch


def online_softmax_stats(blocks):
    """log of the sum by logaddexp; l = exp(lse - m)"""
    iterator = iter(blocks)
    first = next(iterator)

    def read(s):
        lse = s[..., 0].clone()
        for i in range(1, s.shape[-1]):
            lse = torch.logaddexp(lse, s[..., i])
        return s.amax(-1), lse

    m, lse = read(first.double())
    for s in iterator:
        top, part = read(s.double())
        m, lse = torch.maximum(m, top), torch.logaddexp(lse, part)
    return m, torch.exp(lse - m)
