# problem: rope-1d
# expect: fail
# says: in another shape
def precompute_freqs_cis(dim, end, theta=10000.0):
    speeds = theta ** (-torch.arange(0, dim, 2).float() / dim)
    angles = torch.outer(torch.arange(end).float(), speeds)
    return torch.polar(torch.ones_like(angles), angles)


def apply_rotary_emb(xq, xk, freqs_cis):
    queries = torch.view_as_complex(xq.float().reshape(*xq.shape[:-1], -1, 2))
    keys = torch.view_as_complex(xk.float().reshape(*xk.shape[:-1], -1, 2))
    turn = freqs_cis.view(1, queries.shape[1], 1, queries.shape[-1])
    turned = torch.view_as_real(queries * turn)
    turned_back = torch.view_as_real(keys * turn.conj()).flatten(3)
    return turned.type_as(xq), turned_back.type_as(xk)
