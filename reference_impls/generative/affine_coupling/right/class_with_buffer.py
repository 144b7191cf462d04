import torch


class Coupling:
    def coupling_forward(self, x, net):
        return self._run(x, net, False)

    def coupling_inverse(self, y, net):
        return self._run(y, net, True)

    def _run(self, v, net, reverse):
        keep, change = torch.tensor_split(v, 2, dim=-1)
        s, t = torch.tensor_split(net(keep), 2, dim=-1)
        if reverse:
            change = (change - t) * (-s).exp()
            s = -s
        else:
            change = change * s.exp() + t
        return [torch.hstack([keep, change]), s.sum(1)]
