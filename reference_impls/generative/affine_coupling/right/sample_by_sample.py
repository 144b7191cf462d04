import torch


def coupling_forward(x, net):
    half = x.shape[1] // 2
    out = net(x[:, :half])
    rows, dets = [], []
    for row, o in zip(x, out):
        s, t = o[:half], o[half:]
        rows.append(torch.cat([row[:half], torch.exp(s) * row[half:] + t]))
        dets.append(torch.log(torch.exp(s)).sum())
    return torch.stack(rows), torch.stack(dets)


def coupling_inverse(y, net):
    half = y.shape[1] // 2
    out = net(y[:, :half])
    rows, dets = [], []
    for row, o in zip(y, out):
        s, t = o[:half], o[half:]
        rows.append(torch.cat([row[:half], (row[half:] - t) / torch.exp(s)]))
        dets.append(-s.sum())
    return torch.stack(rows), torch.stack(dets)
